import { expect } from 'chai';
import type { TraceContext } from '../../../src/base/tracing.ts';
import { Tracing } from '../../../src/telemetry/tracing/tracing.ts';
import { Collector } from '../../node/tracing/collector.ts';
import { replaceMethod } from '../../replace-method.ts';
import { SeededRandom } from '../../simulation/world/seeded-random.ts';
import { VirtualTime } from '../../simulation/world/virtual-time.ts';

const REQUESTS = 4000;
const SEED = 7;

describe('the share of requests that a peer begins a trace for', () => {
  let collector: Collector;

  before(async () => {
    collector = await Collector.start();
  });

  after(() => collector.stop());

  /** How many of many requests are recorded, with dice that fall the same in every run: ids are drawn from them, and decide. */
  async function recordedOf(ratio: number, parent: TraceContext | undefined): Promise<number> {
    const tracing = await Tracing.load({
      endpoint: collector.endpoint,
      ratio,
      cluster: 'flock',
      version: '0.1.0',
      timers: new VirtualTime().process('peer'),
      events: { spansExported: () => undefined, spansDropped: () => undefined },
    });
    tracing.start('peer');
    const random = new SeededRandom(SEED);
    const restore = replaceMethod(Math, 'random', () => () => random.fraction());
    try {
      const spans = Array.from({ length: REQUESTS }, () => tracing.begin('put', { role: 'server', parent }));
      const recorded = spans.filter((span) => span !== undefined);
      expect(recorded.every(({ context }) => context.isSampled)).to.equal(true);
      return recorded.length;
    } finally {
      restore();
      await tracing.stop();
    }
  }

  const parentOf = (isSampled: boolean) => ({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    isSampled,
  });

  it('is what `otel.ratio` says', async () => {
    expect(await recordedOf(0, undefined)).to.equal(0);
    // Five standard deviations of so many throws.
    const near = (share: number) => 5 * Math.sqrt(share * (1 - share) * REQUESTS);
    for (const share of [0.01, 0.25, 0.9])
      expect(await recordedOf(share, undefined), String(share)).to.be.closeTo(share * REQUESTS, near(share));
    expect(await recordedOf(1, undefined)).to.equal(REQUESTS);
  });

  it('does not matter to a request whose client has decided', async () => {
    for (const ratio of [0, 0.25, 1]) {
      expect(await recordedOf(ratio, parentOf(true)), `sampled, ${ratio}`).to.equal(REQUESTS);
      expect(await recordedOf(ratio, parentOf(false)), `not sampled, ${ratio}`).to.equal(0);
    }
  });
});
