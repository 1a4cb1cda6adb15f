import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { Durations } from '../../src/telemetry/durations.ts';
import { LoadHistory } from '../../src/telemetry/load-history.ts';
import { RequestCounts } from '../../src/telemetry/request-counts.ts';
import { EPOCH_MS, VirtualTime } from '../simulation/world/virtual-time.ts';

describe('the history of how busy a node was', () => {
  function setUp() {
    const time = new VirtualTime();
    const own = time.process('a');
    const requests = new RequestCounts();
    const lags = new Durations([0.1, 1]);
    const usage = { cpuMs: 0, residentBytes: 7, heapBytes: 0, uptimeMs: 0, busyMs: 0 };
    const history = new LoadHistory({
      clock: own.clock,
      timers: own,
      requests,
      lags,
      usage: () => ({ ...usage }),
    });
    history.start();
    /** Until the next sample has been taken. */
    const pass = async (samples = 1) => {
      await time.run(time.nowMs + samples * LIMITS.loadSampleMs);
      return history.samples.at(-1)!;
    };
    return { requests, lags, usage, history, pass };
  }

  it('is what came since the last look, by the second', async () => {
    const { requests, usage, lags, pass } = setUp();
    for (let n = 0; n < 50; n++) requests.note('put', n % 2 === 0 ? 'default' : 'all', undefined, 2);
    requests.note('put', 'default', 'TIMEOUT', 2);
    usage.busyMs = 2500;
    usage.cpuMs = 500;
    lags.note(200);
    lags.note(400);
    const first = await pass();
    expect(first.operations.put.perSecond).to.be.closeTo(10.2, 0.001);
    expect(first.operations.put.failedPerSecond).to.be.closeTo(0.2, 0.001);
    expect(first.operations.get).to.deep.equal({
      perSecond: 0,
      failedPerSecond: 0,
      p50Ms: null,
      p99Ms: null,
    });
    expect(first.busy).to.be.closeTo(0.5, 0.001);
    expect(first.cpu).to.be.closeTo(0.1, 0.001);
    expect(first.lagMs).to.be.closeTo(300, 0.001);
    expect(first).to.include({ residentBytes: 7, timeMs: EPOCH_MS + LIMITS.loadSampleMs });

    requests.note('get', 'default', undefined, 2);
    const second = await pass();
    expect(second.operations.put.perSecond).to.equal(0);
    expect(second.operations.get.perSecond).to.be.closeTo(0.2, 0.001);
    expect(second).to.include({ busy: 0, lagMs: 0 });
  });

  it('estimates how long half of the requests took, and all but one in a hundred', async () => {
    const { requests, pass } = setUp();
    // Between 1 and 2.5 ms, but for two: one between 25 and 50 ms, and one beyond all bounds.
    for (let n = 0; n < 98; n++) requests.note('get', 'default', undefined, 2);
    requests.note('get', 'default', undefined, 30);
    requests.note('get', 'default', undefined, 60_000);
    const { get } = (await pass()).operations;
    expect(get.p50Ms).to.be.closeTo(1 + (1.5 * 50) / 98, 0.001);
    expect(get.p99Ms).to.be.closeTo(50, 0.001);
  });

  it('says the highest bound of what took longer than that', async () => {
    const { requests, pass } = setUp();
    requests.note('get', 'default', undefined, 60_000);
    expect((await pass()).operations.get).to.include({ p50Ms: 10_000, p99Ms: 10_000 });
  });

  it('is of a quarter of an hour, however long the node has run, and ends with it', async () => {
    const { history, pass } = setUp();
    await pass(LIMITS.loadSamples + 20);
    expect(history.samples).to.have.length(LIMITS.loadSamples);
    expect(history.samples.at(-1)!.timeMs - history.samples[0]!.timeMs).to.be.closeTo(900_000, 5001);
    history.stop();
    history.stop();
    const last = history.samples.at(-1);
    expect(await pass(3)).to.equal(last);
  });
});
