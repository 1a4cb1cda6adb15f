import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import type { ByteStream } from '../../src/base/network.ts';
import { shakeHands } from '../../src/transport/link.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { type LaneNode, LaneWorld } from './lane-world.ts';
import { frameOf, helloOf, Stranger } from './stranger.ts';

const A_PROOF = frameOf({ proof: { proof: new Uint8Array(32) } });
const A_MESSAGE = starling.v1.MembershipMessage.encode({ ping: { sequence: 1 } })
  .ldelim()
  .finish();

describe('a stream whose handshake has not ended', () => {
  let world: LaneWorld;
  let node: LaneNode;
  let stranger: Stranger;
  let messages: number;

  beforeEach(async () => {
    world = new LaneWorld();
    node = await world.node('a');
    stranger = await Stranger.join(world, 'm');
    messages = 0;
    node.messages.onMessage = () => messages++;
  });

  /** Says this on a new stream; gives what came of it after a moment. */
  async function say(...words: readonly Uint8Array[]) {
    const stream = await stranger.open('a');
    stream.bytes.send(Buffer.concat(words));
    await world.pass(100);
    const refusal = stream.heard.find((frame) => frame.refusal)?.refusal?.reason;
    return { refusal, isClosed: stream.isClosed() };
  }

  afterEach(() => {
    expect(node.events.count('linkOpened'), 'nobody got in').to.equal(0);
    expect(messages, 'nothing was taken for a message').to.equal(0);
  });

  it('fails when its time is up, where the stream had ended before and says so no more', async () => {
    const failures: string[] = [];
    const ended: ByteStream = {
      peer: 'm',
      direction: 'outbound',
      onData: () => undefined,
      onClose: () => undefined,
      onDrain: () => undefined,
      send: () => false,
      close: () => undefined,
      abort: () => undefined,
    };
    shakeHands(
      node.context,
      ended,
      { protocol: 'any', maxFrameBytes: 1000 },
      { opened: () => failures.push('opened'), failed: ({ code }) => failures.push(code) },
    );
    await world.pass(LIMITS.handshakeMs + 100);
    expect(failures).to.deep.equal(['TIMEOUT']);
  });

  it('is closed when its time is up, where nothing comes', async () => {
    const stream = await stranger.open('a');
    await world.pass(LIMITS.handshakeMs - 100);
    expect(stream.isClosed()).to.equal(false);
    await world.pass(200);
    expect(stream.isClosed()).to.equal(true);
    expect(node.events.count('inboundRefused m TIMEOUT')).to.equal(1);
  });

  it('is closed when its time is up, where the words come a byte a second or stop after the first', async () => {
    const slow = await stranger.open('a');
    helloOf('m', 'a').forEach((byte, second) =>
      world.time.after(second * 1000, () => void slow.bytes.send(Uint8Array.of(byte))),
    );
    const halfway = await stranger.open('a');
    halfway.bytes.send(helloOf('m', 'a'));
    await world.pass(LIMITS.handshakeMs + 100);
    expect(halfway.heard[0]).to.have.property('welcome');
    expect([slow.isClosed(), halfway.isClosed()]).to.deep.equal([true, true]);
    expect(node.events.count('inboundRefused m TIMEOUT')).to.equal(2);
  });

  it('is closed with the reason at a second Hello, and at a proof of nothing', async () => {
    expect(await say(helloOf('m', 'a'), helloOf('m', 'a'))).to.deep.equal({
      refusal: 'an unexpected word in the handshake (awaitProof)',
      isClosed: true,
    });
    const { refusal, isClosed } = await say(helloOf('m', 'a'), A_PROOF);
    expect(refusal).to.match(/secrets differ/);
    expect(isClosed).to.equal(true);
  });

  it('takes no message that comes behind a Hello, behind a wrong proof, or in place of them', async () => {
    for (const words of [
      [helloOf('m', 'a'), A_MESSAGE],
      [helloOf('m', 'a'), A_PROOF, A_MESSAGE],
      [A_MESSAGE],
    ]) {
      expect((await say(...words)).isClosed).to.equal(true);
    }
  });

  it('is aborted, and that is counted, at a frame that is too long or no message', async () => {
    // Announced to be one byte longer than a word may be; the rest needn't come.
    const tooLong = Uint8Array.of(0x81, LIMITS.handshakeFrameBytes >> 7);
    const noMessage = Uint8Array.of(3, 0x0a, 0x7f, 0x00);
    for (const words of [tooLong, noMessage, Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff)]) {
      const { refusal, isClosed } = await say(words);
      expect({ refusal, isClosed }).to.deep.equal({ refusal: undefined, isClosed: true });
    }
    expect(node.events.count('malformedInput m')).to.equal(3);
  });

  it('waits for the rest of what was cut anywhere, and never opens for it', async () => {
    const words = Buffer.concat([helloOf('m', 'a'), A_PROOF]);
    for (let length = 0; length < words.length; length++) {
      const stream = await stranger.open('a');
      stream.bytes.send(words.subarray(0, length));
    }
    await world.pass(LIMITS.handshakeMs + 100);
    expect(node.events.count('inboundRefused m TIMEOUT')).to.equal(words.length);
  });

  it('never opens for bytes that chance names, in place of the words or in them', async () => {
    const words = Buffer.concat([helloOf('m', 'a'), A_PROOF]);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat({ max: words.length }),
        fc.boolean(),
        async (bytes, at, isWhole) => {
          const stream = await stranger.open('a');
          stream.bytes.send(
            isWhole ? bytes : Buffer.concat([words.subarray(0, at), bytes, words.subarray(at)]),
          );
          await world.pass(LIMITS.handshakeMs + LIMITS.lingerMs + 100);
          expect(stream.isClosed()).to.equal(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('ten thousand streams whose handshakes never end', () => {
  it('are bounded in number, gone when their time is up, and let members in again', async () => {
    const world = new LaneWorld();
    const node = await world.node('a');
    const strangers = await Promise.all(Array.from({ length: 100 }, (_, i) => Stranger.join(world, `m${i}`)));
    const streams = (await Promise.all(strangers.map((stranger) => stranger.flood('a', 100)))).flat();
    await world.pass(10);
    const isPending = () => streams.filter((stream) => !stream.isClosed()).length;
    expect(isPending()).to.equal(LIMITS.pendingHandshakes);
    expect(node.events.count('inboundRefused')).to.equal(10_000 - LIMITS.pendingHandshakes);

    await world.pass(LIMITS.handshakeMs);
    expect(isPending()).to.equal(0);
    expect(node.events.count('linkOpened')).to.equal(0);
    const member = await world.node('b');
    expect(await world.time.settle(member.messages.connect(node.port.addresses()), 1000)).to.equal('a');
    await world.pass(10);
    expect(node.events.count('linkOpened b')).to.equal(1);
  });
});
