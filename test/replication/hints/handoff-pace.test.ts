import { expect } from 'chai';
import { HandoffPace } from '../../../src/replication/hints/handoff-pace.ts';
import { type ProcessTime, VirtualTime } from '../../simulation/world/virtual-time.ts';

const LIMIT = 2048;

describe('pace of a handoff', () => {
  let time: VirtualTime;
  let process: ProcessTime;
  let pace: HandoffPace;

  beforeEach(() => {
    time = new VirtualTime();
    process = time.process('node');
    pace = new HandoffPace(process.clock, LIMIT);
  });

  /** So many answers, one every 10 ms. */
  const answer = async (count: number, tookMs: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      await time.run(time.nowMs + 10);
      pace.answered(tookMs);
    }
  };

  it('sends as many records in a second as its rate says, and a large one counts as several', async () => {
    for (const weight of [1, 8]) {
      const startMs = time.nowMs;
      for (let sent = 0; sent < pace.perSecond; sent += weight) {
        await time.run(time.nowMs + pace.delayMs());
        pace.sent(weight);
      }
      expect(time.nowMs - startMs).to.be.closeTo(1000, 50);
    }
  });

  it('begins at an eighth, doubles after every good second, and ends at its limit', async () => {
    expect(pace.perSecond).to.equal(LIMIT / 8);
    await answer(100, 5);
    expect(pace.perSecond).to.equal(LIMIT / 4);
    await answer(1000, 5);
    expect(pace.perSecond).to.equal(LIMIT);
  });

  it('halves when answers become slow, again while they stay so, and never stands still', async () => {
    await answer(1000, 5);
    await answer(30, 100);
    expect(pace.perSecond).to.equal(LIMIT / 2);
    await answer(25, 100);
    expect(pace.perSecond).to.equal(LIMIT / 4);
    await answer(2000, 100);
    expect(pace.perSecond).to.equal(8);
    await answer(200, 5);
    expect(pace.perSecond).to.be.greaterThan(8);
  });

  it('goes on when one answer in a hundred is slow', async () => {
    for (let i = 0; i < 10; i++) {
      await answer(99, 5);
      await answer(1, 500);
    }
    expect(pace.perSecond).to.equal(LIMIT);
  });

  it('measures slowness by the fastest answer: a far peer is no busy one', async () => {
    await answer(1000, 80);
    expect(pace.perSecond).to.equal(LIMIT);
  });

  it('halves at once when the peer is overloaded, once for all that were in flight, and again a little later', async () => {
    for (let i = 0; i < 32; i++) pace.overloaded();
    expect(pace.perSecond).to.equal(LIMIT / 16);
    await time.run(time.nowMs + 250);
    pace.overloaded();
    expect(pace.perSecond).to.equal(LIMIT / 32);
  });

  it('does not grow for a second after the peer was overloaded', async () => {
    pace.overloaded();
    await answer(99, 5);
    expect(pace.perSecond).to.equal(LIMIT / 16);
    await answer(1, 5);
    expect(pace.perSecond).to.equal(LIMIT / 8);
  });
});
