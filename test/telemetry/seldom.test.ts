import { expect } from 'chai';
import { Seldom } from '../../src/telemetry/seldom.ts';

describe('lines that others cause', () => {
  const clockAt = { nowMs: 0 };
  const clock = { monotonicMs: () => clockAt.nowMs, wallMs: () => 0 };

  beforeEach(() => {
    clockAt.nowMs = 0;
  });

  it('are written at first, then left out, each kind by itself', () => {
    const seldom = new Seldom(clock);
    const written = Array.from({ length: 100 }, () => seldom.untold('a')).filter((n) => n !== undefined);
    expect(written).to.deep.equal([0, 0, 0, 0, 0]);
    expect(seldom.untold('b')).to.equal(0);
  });

  it('are written once a second after that, with how many were left out', () => {
    const seldom = new Seldom(clock);
    const written: (number | undefined)[] = [];
    for (; clockAt.nowMs < 10_000; clockAt.nowMs += 10) written.push(seldom.untold('a'));
    const told = written.filter((n) => n !== undefined);
    expect(told.length).to.equal(5 + 9);
    expect(told.length + told.reduce((sum, n) => sum + n, 0)).to.be.within(900, 1000);
  });

  it('are all written again after a pause', () => {
    const seldom = new Seldom(clock);
    for (let i = 0; i < 20; i++) seldom.untold('a');
    clockAt.nowMs = 60_000;
    expect([1, 2, 3, 4, 5, 6].map(() => seldom.untold('a'))).to.deep.equal([15, 0, 0, 0, 0, undefined]);
  });
});
