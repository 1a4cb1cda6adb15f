import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { LoadLimit } from '../../src/server/load-limit.ts';

const DEADLINE_MS = 1000;

/** A peer that does one request after the other, for clients that don't send again what they are refused. */
class BusyPeer {
  readonly limit: LoadLimit;
  readonly #perSecond: number;
  readonly #queue: number[] = [];
  #nowMs = 0;
  #busyMs = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.limit = new LoadLimit({ clock: { monotonicMs: () => this.#nowMs }, busyMs: () => this.#busyMs });
  }

  /** What becomes of so many requests in a second. */
  serve(offered: number, seconds: number) {
    const outcome = { done: 0, late: 0, refused: 0, longest: 0 };
    const endMs = this.#nowMs + seconds * 1000;
    let toSend = 0;
    let toDo = 0;
    for (; this.#nowMs < endMs; this.#nowMs++) {
      for (toSend += offered / 1000; toSend >= 1; toSend--) {
        if (!this.limit.hasRoomFor(1, 1)) outcome.refused++;
        else {
          this.limit.begin(1);
          this.#queue.push(this.#nowMs);
        }
      }
      outcome.longest = Math.max(outcome.longest, this.#queue.length);
      if (this.#queue.length > 0) this.#busyMs++;
      for (toDo += this.#perSecond / 1000; toDo >= 1; toDo--) {
        const sentMs = this.#queue.shift();
        if (sentMs === undefined) continue;
        const tookMs = this.#nowMs - sentMs;
        if (tookMs > DEADLINE_MS) outcome.late++;
        else outcome.done++;
        this.limit.end(1, Math.min(1, tookMs / DEADLINE_MS));
      }
    }
    return outcome;
  }

  /** One that waits for others, while the peer has nothing to do. */
  wait(tookMs: number): void {
    this.limit.begin(1);
    this.#nowMs += tookMs;
    this.limit.end(1, 1);
  }
}

describe('the limit of what a peer takes on', () => {
  for (const factor of [2, 10]) {
    it(`has it do as much as it can in good time when ${factor} times that is asked of it`, () => {
      const peer = new BusyPeer(5000);
      peer.serve(factor * 5000, 5);
      const after = peer.serve(factor * 5000, 10);
      expect(after.done / 50_000).to.be.within(0.95, 1.01);
      expect(after.late).to.equal(0);
      expect(after.refused).to.be.greaterThan(0.9 * (factor - 1) * 50_000);
      // A quarter of a second's work, and what it grew until that was noticed.
      expect(after.longest).to.be.within(1000, 2500);
    });
  }

  it('is not needed while requests are done in good time, however busy the peer is', () => {
    const peer = new BusyPeer(5000);
    const { refused } = peer.serve(4990, 10);
    expect([refused, peer.limit.limit]).to.deep.equal([0, LIMITS.coordinatorRequests]);
  });

  it('is not lowered by requests that wait for others while the peer itself has nothing to do', () => {
    const peer = new BusyPeer(5000);
    for (let i = 0; i < 1000; i++) peer.wait(20);
    expect(peer.limit.limit).to.equal(LIMITS.coordinatorRequests);
  });

  it('is as it was some seconds after the load', () => {
    const peer = new BusyPeer(1000);
    peer.serve(20_000, 5);
    expect(peer.limit.limit).to.be.lessThan(2000);
    peer.serve(100, 10);
    expect(peer.limit.limit).to.equal(LIMITS.coordinatorRequests);
  });

  it('leaves a connection that has nothing else under way some room, and one batch any', () => {
    const peer = new BusyPeer(1000);
    const { limit } = peer;
    expect(limit.hasRoomFor(LIMITS.coordinatorRequests + 1, 0)).to.equal(true);
    peer.serve(20_000, 5);
    while (limit.hasRoomFor(1, 1)) limit.begin(1);
    expect(limit.hasRoomFor(1, 0)).to.equal(true);
    for (let i = 0; i < limit.limit; i++) limit.begin(1);
    expect(limit.hasRoomFor(1, 0)).to.equal(false);
  });
});
