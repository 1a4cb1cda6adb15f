import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import { ClusterClock } from '../../src/membership/cluster-clock.ts';
import type { ClockSample, Instant } from '../../src/membership/event.ts';

const EPOCH_MS = 1_800_000_000_000;

/** A moment on a machine whose wall clock is wrong by `errorMs`. */
function instant(monotonicMs: number, errorMs = 0): Instant {
  return { monotonicMs, wallMs: EPOCH_MS + monotonicMs + errorMs };
}

/** What a member's clock that is wrong by `errorMs` shows at that time. */
function sample(peer: string, atMs: number, errorMs: number, roundTripMs = 1): ClockSample {
  return { kind: 'clockSample', peer, wallMs: EPOCH_MS + atMs + errorMs, roundTripMs };
}

/** How far the agreed time is from the truth, on a machine wrong by `ownErrorMs` among others. */
function agreedErrorMs(ownErrorMs: number, errorsMs: readonly number[]): number {
  const clock = new ClusterClock();
  errorsMs.forEach((errorMs, i) => clock.observe(sample(`p${i}`, 100, errorMs), instant(100, ownErrorMs)));
  return clock.timeMs(instant(100, ownErrorMs)) - (EPOCH_MS + 100);
}

describe('the cluster clock', () => {
  it('is this machine’s own clock where nobody else is known', () => {
    expect(agreedErrorMs(0, [])).to.equal(0);
    expect(agreedErrorMs(-5000, [])).to.equal(-5000);
  });

  it('follows the majority when this machine’s clock is wrong', () => {
    expect(agreedErrorMs(30_000, [0, 0])).to.equal(0);
  });

  it('ignores a minority of wrong clocks, whatever they show', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 7 }), (wrong) => {
        const right = wrong.map(() => 0);
        expect(agreedErrorMs(0, [...wrong, ...right])).to.equal(0);
      }),
    );
  });

  it('lets two members with different clocks agree on one time', () => {
    expect(agreedErrorMs(0, [30_000])).to.equal(agreedErrorMs(30_000, [0]));
  });

  it('lets all members agree, whatever each one’s own clock shows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 9 }), (errors) => {
        const agreed = errors.map((own, i) => agreedErrorMs(own, errors.toSpliced(i, 1)));
        for (const one of agreed) expect(one).to.be.closeTo(agreed[0]!, 1);
      }),
    );
  });

  it('does not follow when this machine’s clock is set among enough others', () => {
    const clock = new ClusterClock();
    for (const peer of ['a', 'b', 'c']) clock.observe(sample(peer, 0, 0), instant(0));
    expect(clock.timeMs(instant(1000, 0))).to.equal(EPOCH_MS + 1000);
    expect(clock.timeMs(instant(2000, -3_600_000))).to.equal(EPOCH_MS + 2000);
    expect(clock.offsetMs(instant(3000, -3_600_000))).to.equal(3_600_000);
  });

  it('prefers the sample with the shorter round trip for a while, then the newer', () => {
    const clock = new ClusterClock();
    clock.observe(sample('a', 0, 40, 1), instant(0));
    clock.observe(sample('a', 100, 400, 500), instant(100));
    expect(clock.offsetMs(instant(100))).to.equal(20);
    clock.observe(sample('a', 20_000, 400, 500), instant(20_000));
    expect(clock.offsetMs(instant(20_000))).to.equal(200);
  });

  it('drops samples that are old, and members that died', () => {
    const clock = new ClusterClock();
    clock.observe(sample('a', 0, 1000), instant(0));
    expect(clock.offsetMs(instant(59_000))).to.equal(500);
    expect(clock.offsetMs(instant(61_000))).to.equal(0);
    clock.observe(sample('a', 61_000, 1000), instant(61_000));
    clock.forget('a');
    expect(clock.offsetMs(instant(61_000))).to.equal(0);
  });

  it('remembers a bounded number of members, those heard of last', () => {
    const clock = new ClusterClock();
    for (let i = 0; i < 10 * LIMITS.clockPeers; i++) {
      const isOld = i < 9 * LIMITS.clockPeers;
      clock.observe(sample(`p${i}`, i, isOld ? 1_000_000 : 0), instant(i));
    }
    expect(clock.offsetMs(instant(2000))).to.equal(0);
  });
});
