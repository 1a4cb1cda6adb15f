import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import type { Timers } from '../../src/base/timers.ts';
import { HoldUps } from '../../src/server/hold-ups.ts';

const BEAT_MS = LIMITS.holdUpBeatMs;

describe('hold-ups', () => {
  let nowMs: number;
  let due: (() => void)[];
  let holdUps: HoldUps;
  const timers: Timers = {
    after: (_delayMs, task) => {
      due.push(task);
      return { cancel: () => void due.splice(due.indexOf(task), 1) };
    },
    endOfIteration: (task) => task(),
  };
  const beat = (afterMs: number = BEAT_MS) => {
    nowMs += afterMs;
    for (const task of due.splice(0)) task();
  };

  beforeEach(() => {
    nowMs = 1e6;
    due = [];
    holdUps = new HoldUps({ monotonicMs: () => nowMs }, timers);
  });

  it('last no time while the beats come when they should', () => {
    expect(holdUps.lastedMs()).to.equal(0);
    holdUps.start();
    for (let i = 0; i < 10; i++) {
      expect(holdUps.lastedMs()).to.equal(0);
      beat();
    }
  });

  it('are seen before the next beat, and for some after it', () => {
    holdUps.start();
    for (let i = 0; i < 9; i++) beat();
    nowMs += 5000;
    expect(holdUps.lastedMs()).to.equal(5000 - BEAT_MS);
    const seen: number[] = [];
    for (let i = 0; i < 6; i++) {
      beat(i === 0 ? 0 : BEAT_MS);
      seen.push(holdUps.lastedMs());
    }
    expect(seen).to.deep.equal([...new Array<number>(4).fill(5000 - 2 * BEAT_MS), 0, 0]);
  });

  it('are watched no more once that was stopped', () => {
    holdUps.start();
    holdUps.stop();
    expect(due).to.deep.equal([]);
  });
});
