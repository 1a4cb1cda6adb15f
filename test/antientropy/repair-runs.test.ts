import { expect } from 'chai';
import { RepairRuns } from '../../src/antientropy/repair-runs.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { type ExchangeReport, NOTHING_EXCHANGED } from '../../src/wire/repair-codec.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const HALF = { ...NOTHING_EXCHANGED, partitions: 8, given: 5 };
const WHOLE = { ...HALF, differing: 2, given: 9 };

/** Comparisons that a test ends. */
function setUp() {
  const time = new VirtualTime();
  const begun: {
    readonly peer: string;
    readonly partition: number | undefined;
    readonly tell: (report: ExchangeReport) => void;
    readonly end: (outcome: ExchangeReport | StarlingError) => void;
  }[] = [];
  const runs = new RepairRuns({
    timers: time,
    compare: (peer, { partition, onProgress }) =>
      new Promise((end) => begun.push({ peer, partition, tell: onProgress!, end })),
  });
  const ask = (
    run: number,
    { peer = 'b', partition = undefined as number | undefined, timeoutMs = 5000 } = {},
  ) => runs.ask({ run, peer, partition }, timeoutMs);
  const settle = <T>(asked: Promise<T>) => time.settle(asked, 10_000);
  const codeOf = (asked: Promise<unknown>) =>
    settle(
      asked.then(
        () => 'accepted',
        (error: unknown) => (error as StarlingError).code,
      ),
    );
  return { time, begun, ask, settle, codeOf };
}

describe('comparisons that operators ordered', () => {
  it('answer when they have ended', async () => {
    const { begun, ask, settle } = setUp();
    const asked = ask(1, { partition: 3 });
    begun[0]!.end(WHOLE);
    expect(await settle(asked)).to.deep.equal({ done: true, failure: undefined, report: WHOLE });
    expect(begun[0]).to.include({ peer: 'b', partition: 3 });
  });

  it('answer after a second with how far they are, or in half of the time that there is', async () => {
    const { time, begun, ask, settle } = setUp();
    const asked = ask(1);
    begun[0]!.tell(HALF);
    expect(await settle(asked)).to.deep.equal({ done: false, failure: undefined, report: HALF });
    expect(time.nowMs).to.equal(1000);
    await settle(ask(1, { timeoutMs: 100 }));
    expect(time.nowMs).to.equal(1050);
  });

  it('are not begun anew by who asks again, and their outcome is told when they ended in between', async () => {
    const { begun, ask, settle } = setUp();
    await settle(ask(1));
    begun[0]!.tell(HALF);
    begun[0]!.end(new StarlingError('TIMEOUT', 'the other is slow'));
    const { done, failure, report } = await settle(ask(1));
    expect({ done, code: failure?.code, report }).to.deep.equal({
      done: true,
      code: 'TIMEOUT',
      report: HALF,
    });
    expect(begun).to.have.length(1);
    await settle(ask(2));
    expect(begun).to.have.length(2);
  });

  it('are told from each other: a number belongs to one, and none has 0', async () => {
    const { begun, ask, codeOf } = setUp();
    expect(await codeOf(ask(0))).to.equal('INVALID_ARGUMENT');
    expect(await codeOf(ask(1))).to.equal('accepted');
    expect(await codeOf(ask(1, { peer: 'c' }))).to.equal('INVALID_ARGUMENT');
    expect(await codeOf(ask(1, { partition: 0 }))).to.equal('INVALID_ARGUMENT');
    expect(begun).to.have.length(1);
  });

  it('are forgotten, the oldest of those that have ended first, and refused where none has', async () => {
    const { begun, ask, settle, codeOf } = setUp();
    for (let run = 1; run <= LIMITS.rememberedRepairs; run++) await settle(ask(run, { timeoutMs: 2 }));
    expect(await codeOf(ask(1000))).to.equal('OVERLOADED');
    begun[4]!.end(WHOLE);
    begun[2]!.end(WHOLE);
    for (const run of [5, 3]) expect((await settle(ask(run))).done).to.equal(true);
    expect(await codeOf(ask(1000))).to.equal('accepted');
    expect(begun).to.have.length(LIMITS.rememberedRepairs + 1);
    await settle(ask(5));
    expect(begun, 'the fifth is still known').to.have.length(LIMITS.rememberedRepairs + 1);
    await settle(ask(3));
    expect(begun, 'the third is not, and began anew').to.have.length(LIMITS.rememberedRepairs + 2);
  });
});
