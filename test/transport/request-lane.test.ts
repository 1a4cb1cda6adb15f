import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { shakeHands } from '../../src/transport/link.ts';
import type { MessageType } from '../../src/wire/message-type.ts';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import { answerOf, type LaneNode, LaneWorld, Outcomes } from './lane-world.ts';

/** Two nodes; b answers each request with the key that was read, when it is told to by `delayOf`. */
async function pair(world: LaneWorld, delayOf: (key: string) => number = () => 0) {
  const a = await world.node('a');
  const b = await world.node('b');
  serveWithDelay(b, delayOf);
  return { a, b };
}

function serveWithDelay(node: LaneNode, delayOf: (key: string) => number): void {
  node.requests.onRequest = (_peer, request, respond) => {
    const key = request.readVersion ?? '';
    const delayMs = delayOf(key);
    if (delayMs === 0) respond(answerOf(key));
    else node.process.after(delayMs, () => respond(answerOf(key)));
  };
}

function ask(node: LaneNode, peer: string, keys: readonly string[], timeoutMs = 1000): Outcomes {
  const outcomes = new Outcomes();
  for (const key of keys) node.requests.request(peer, { readVersion: key }, timeoutMs, outcomes.note);
  return outcomes;
}

describe('a request lane', () => {
  it('carries any number of requests over one stream each way', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    serveWithDelay(a, () => 0);
    const keys = Array.from({ length: 500 }, (_, i) => `key ${i}`);
    const atA = ask(a, 'b', keys);
    const atB = ask(b, 'a', keys);
    await world.pass(100);
    expect(atA.words).to.deep.equal(keys);
    expect(atB.words).to.deep.equal(keys);
    ask(a, 'b', keys);
    await world.pass(100);
    expect(world.network.openedStreams).to.equal(2);
  });

  it('matches answers that come in another order', async () => {
    const world = new LaneWorld();
    const delays: Record<string, number> = { slow: 300, middle: 200, fast: 100 };
    const { a } = await pair(world, (key) => delays[key]!);
    const answers: string[] = [];
    for (const key of Object.keys(delays)) {
      a.requests.request('b', { readVersion: key }, 1000, (answer) => {
        const word = new Outcomes();
        word.note(answer);
        answers.push(`${key}=${word.words[0]!}`);
      });
    }
    await world.pass(500);
    expect(answers).to.deep.equal(['fast=fast', 'middle=middle', 'slow=slow']);
  });

  it('ends a request at its deadline, and counts and drops the answer that comes too late', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    ask(a, 'b', ['open the stream']);
    await world.pass(10);
    b.process.pause();
    const outcomes = ask(a, 'b', ['x'], 100);
    await world.pass(99);
    expect(outcomes.words).to.deep.equal([]);
    await world.pass(15);
    expect(outcomes.words).to.deep.equal(['TIMEOUT']);
    expect(a.events.count('requestTimedOut b')).to.equal(1);
    b.process.resume();
    await world.pass(10);
    expect(outcomes.words).to.deep.equal(['TIMEOUT']);
    expect(a.events.count('lateAnswer b')).to.equal(1);
    expect(a.requests.pendingRequests).to.equal(0);
  });

  it('tells the serving side what is left of the deadline, the wait for a stream deducted', async () => {
    const world = new LaneWorld({ latencyMs: 50, jitterMs: 0 });
    const { a, b } = await pair(world);
    let left = 0;
    b.requests.onRequest = (_peer, request, respond) => {
      left = request.timeoutMs ?? 0;
      respond(answerOf(''));
    };
    const outcomes = ask(a, 'b', ['x'], 1000);
    await world.pass(1000);
    expect(outcomes.words).to.have.length(1);
    // Dialling and the handshake take four times the latency.
    expect(left).to.be.within(790, 805);
  });

  it('does not send an answer for which nobody can be waiting any more', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world, () => 200);
    ask(a, 'b', ['x'], 100);
    await world.pass(500);
    expect(b.events.count('answerDropped a')).to.equal(1);
    expect(a.events.count('lateAnswer')).to.equal(0);
  });

  it('fails everything pending at once when the peer dies', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world, () => 10_000);
    const outcomes = ask(a, 'b', ['x', 'y', 'z'], 20_000);
    await world.pass(100);
    expect(outcomes.words).to.deep.equal([]);
    world.kill(b);
    await world.pass(25);
    expect(outcomes.words).to.deep.equal(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
    expect(a.requests.pendingRequests).to.equal(0);
  });

  it('reaches a peer again soon after it restarted', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    ask(a, 'b', ['x']);
    await world.pass(100);
    world.kill(b);
    await world.pass(1000);
    ask(a, 'b', ['lost']);
    await world.pass(100);
    serveWithDelay(await world.node('b'), () => 0);
    await world.pass(LIMITS.redialMaxMs);
    const outcomes = ask(a, 'b', ['again']);
    await world.pass(100);
    expect(outcomes.words).to.deep.equal(['again']);
  });

  it('fails at once while a peer that could not be reached is not tried again', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const first = ask(a, 'nobody', ['x', 'y']);
    await world.pass(5);
    expect(first.words).to.deep.equal(['UNAVAILABLE', 'UNAVAILABLE']);
    for (let i = 0; i < 100; i++) {
      ask(a, 'nobody', ['x']);
      await world.pass(100);
    }
    // Pauses of 50, 100, ... 2000 ms, up to half of it less: 10 s hold some ten attempts.
    expect(a.events.count('openFailed nobody')).to.be.within(6, 20);
    const inPause = ask(a, 'nobody', ['x']);
    await world.pass(1);
    expect(inPause.words).to.deep.equal(['UNAVAILABLE']);
  });

  it('tries a peer at once that opened a stream itself', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    for (let i = 0; i < 20; i++) {
      ask(a, 'b', ['x']);
      await world.pass(1000);
    }
    const b = await world.node('b');
    serveWithDelay(b, () => 0);
    serveWithDelay(a, () => 0);
    ask(b, 'a', ['hello']);
    await world.pass(10);
    const outcomes = ask(a, 'b', ['x']);
    await world.pass(10);
    expect(outcomes.words).to.deep.equal(['x']);
  });

  it('refuses at once what exceeds the requests in flight, and serves the rest', async () => {
    const world = new LaneWorld();
    const { a } = await pair(world, () => 50);
    const outcomes = ask(a, 'b', new Array<string>(LIMITS.peerRequestsInFlight + 3).fill('x'));
    await world.pass(1);
    expect(outcomes.words).to.deep.equal(['OVERLOADED', 'OVERLOADED', 'OVERLOADED']);
    await world.pass(900);
    expect(outcomes.words.filter((word) => word === 'x')).to.have.length(LIMITS.peerRequestsInFlight);
  });

  it('refuses with OVERLOADED when a stream that is not read from is full', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    ask(a, 'b', ['open']);
    await world.pass(10);
    b.process.pause();
    const big = 'x'.repeat(90_000);
    const outcomes = ask(a, 'b', new Array<string>(200).fill(big), 5000);
    await world.pass(1000);
    const refused = outcomes.words.length;
    expect(new Set(outcomes.words)).to.deep.equal(new Set(['OVERLOADED']));
    expect((200 - refused) * 90_000).to.be.within(
      LIMITS.streamBufferBytes,
      LIMITS.streamBufferBytes + 600_000,
    );
    b.process.resume();
    await world.pass(1000);
    expect(outcomes.words.filter((word) => word === big)).to.have.length(200 - refused);
  });

  it('refuses a message that exceeds the frame limit, without harm to the others', async () => {
    const world = new LaneWorld();
    const { a } = await pair(world);
    const outcomes = ask(a, 'b', ['small', 'x'.repeat(100_001), 'small too']);
    await world.pass(100);
    expect(outcomes.words).to.have.members(['INVALID_ARGUMENT', 'small', 'small too']);
  });

  it('answers with an error when the answer exceeds the frame limit', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    b.requests.onRequest = (_peer, _request, respond) => respond(answerOf('x'.repeat(100_001)));
    const outcomes = ask(a, 'b', ['x']);
    await world.pass(100);
    expect(outcomes.words[0]).to.match(/takes 1000\d\d bytes; the limit/);
  });

  it('never reports an outcome before request has returned', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const outcomes = ask(a, 'nobody', ['x']);
    a.requests.stop();
    expect(outcomes.words).to.deep.equal([]);
    const afterStop = ask(a, 'nobody', ['y']);
    expect(afterStop.words).to.deep.equal([]);
    await world.pass(1);
    expect([...outcomes.words, ...afterStop.words]).to.deep.equal(['STOPPED', 'STOPPED']);
  });

  it('gives every request exactly one outcome, whatever the network does', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const world = new LaneWorld({ lossRate: 0.05, jitterMs: 5, breakAfterMs: 3000 }, seed);
      const { a } = await pair(world, (key) => key.length * 7);
      const outcomes = new Map<number, number>();
      for (let i = 0; i < 300; i++) {
        world.time.after(i * 20, () => {
          a.requests.request('b', { readVersion: 'x'.repeat(i % 40) }, 200 + (i % 7) * 100, () => {
            outcomes.set(i, (outcomes.get(i) ?? 0) + 1);
          });
        });
      }
      world.time.after(1000, () => world.network.split(['a'], ['b']));
      world.time.after(1700, () => world.network.heal());
      world.time.after(2500, () => world.network.resetConnections('a', 'b'));
      world.time.after(3000, () => world.network.block('b', 'a'));
      world.time.after(5500, () => world.network.heal());
      await world.pass(10_000);
      expect(outcomes.size, `seed ${seed}`).to.equal(300);
      expect(new Set(outcomes.values()), `seed ${seed}`).to.deep.equal(new Set([1]));
      expect(a.requests.pendingRequests).to.equal(0);
    }
  });

  it('aborts a stream on a malformed frame, counts it, and leaves the peer its other streams', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    ask(a, 'b', ['open']);
    await world.pass(10);
    let isClosed = false;
    const bytes = await world.time.settle(
      a.port.open({ peer: 'b', addresses: [] }, PROTOCOLS.replica, 1000),
      1000,
    );
    shakeHands(
      a.context,
      bytes,
      { protocol: PROTOCOLS.replica, maxFrameBytes: 1000 },
      {
        opened: (link) => {
          link.onClose = () => {
            isClosed = true;
          };
          link.send(TRUNCATED, undefined);
        },
        failed: (error) => expect.fail(error.message),
      },
    );
    await world.pass(10);
    expect(isClosed).to.equal(true);
    expect(b.events.count('malformedInput a')).to.equal(1);
    const outcomes = ask(a, 'b', ['x']);
    await world.pass(10);
    expect(outcomes.words).to.deep.equal(['x']);
    expect(a.events.count('linkClosed')).to.equal(0);
  });

  it('closes the oldest of too many streams that one peer opens', async () => {
    const world = new LaneWorld();
    const { a, b } = await pair(world);
    const options = { protocol: PROTOCOLS.replica, maxFrameBytes: 1000 };
    for (let i = 0; i < 10; i++) {
      const bytes = await world.time.settle(
        a.port.open({ peer: 'b', addresses: [] }, options.protocol, 1000),
        1000,
      );
      shakeHands(a.context, bytes, options, { opened: () => {}, failed: () => {} });
      await world.pass(10);
    }
    expect(b.events.count('linkOpened')).to.equal(10);
    expect(b.events.count('linkClosed')).to.equal(10 - LIMITS.inboundLinksPerPeer);
  });
});

/** A message whose last field ends beyond its frame. */
const TRUNCATED: MessageType<undefined> = {
  encode: (_message, writer) => writer.uint32(0x2a).uint32(9),
  decode: () => undefined,
};
