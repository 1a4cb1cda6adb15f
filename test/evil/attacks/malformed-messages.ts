import { randomBytes } from 'node:crypto';
import { LIMITS } from '../../../src/base/limits.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import type { Attack } from '../attack.ts';
import { unsigned } from '../forger.ts';
import { InsiderLink, type WireMessage } from '../insider-link.ts';
import { lengthOf } from '../raw-stream.ts';

const { LIVENESS_ALIVE, LIVENESS_UNSPECIFIED } = starling.v1.Liveness;

const TOO_MANY = LIMITS.updatesPerMessage + 1;

function malformed(peer: string): Record<string, WireMessage> {
  const update = { peer, liveness: LIVENESS_ALIVE, incarnation: 1, from: peer };
  const entries = { partCount: 16, parts: [0], replyWanted: true };
  const long = 'x'.repeat(LIMITS.peerIdBytes + 1);
  return {
    'no parts': { entries: { ...entries, partCount: 0 } },
    'three parts': { entries: { ...entries, partCount: 3 } },
    'four billion parts': { entries: { ...entries, partCount: 2 ** 32 - 1 } },
    'a part that there is not': { entries: { ...entries, parts: [16] } },
    'more parts than there are': { entries: { ...entries, parts: Array.from({ length: 17 }, () => 0) } },
    'a hundred thousand parts': {
      entries: { ...entries, parts: Array.from({ length: 100_000 }, (_, i) => i) },
    },
    'an empty digest': { digest: { sums: [] } },
    'a digest of three sums': { digest: { sums: [1, 2, 3] } },
    'a digest of too many sums': { digest: { sums: new Array<number>(2 * LIMITS.digestParts).fill(7) } },
    'a time that is no number': { digest: { sums: [0], wallMs: Number.NaN } },
    'a time without end': { ack: { sequence: 1, wallMs: Number.POSITIVE_INFINITY } },
    'a time before time': { ack: { sequence: 1, wallMs: -1 } },
    'too many updates': { gossip: {}, updates: new Array<typeof update>(TOO_MANY).fill(update) },
    'too many intents': { gossip: {}, intents: Array.from({ length: TOO_MANY }, () => unsigned(peer)) },
    'no liveness': { gossip: {}, updates: [{ ...update, liveness: LIVENESS_UNSPECIFIED }] },
    'an incarnation beyond the highest': { gossip: {}, updates: [{ ...update, incarnation: 2 ** 31 }] },
    'news of nobody': { gossip: {}, updates: [{ ...update, peer: '' }] },
    'news by nobody': { gossip: {}, updates: [{ ...update, from: '' }] },
    'a peer id that is too long': { pingRequest: { sequence: 1, target: long } },
    'an intent without a signature': {
      gossip: {},
      intents: [{ ...unsigned(peer), signature: new Uint8Array() }],
    },
    'an intent that is too long': {
      gossip: {},
      intents: [unsigned(peer, { zone: 'z'.repeat(LIMITS.intentBytes) })],
    },
    'an intent of weight 0': { gossip: {}, intents: [unsigned(peer, { weight: 0 })] },
    'an intent with too many addresses': {
      gossip: {},
      intents: [unsigned(peer, { addresses: new Array<string>(LIMITS.addressesPerMember + 1).fill('x') })],
    },
    'an intent of random bytes': {
      gossip: {},
      intents: [{ content: randomBytes(200), signature: randomBytes(64) }],
    },
  };
}

export const MALFORMED_MESSAGES: Attack = {
  name: 'membership messages with wrong parts, counts, numbers and lengths: each ends its stream',
  async run(cluster) {
    const peer = await cluster.peer();
    const open = () => InsiderLink.open(peer, cluster.first);
    for (const [what, message] of Object.entries(malformed(cluster.last.peer))) {
      const link = await open();
      await link.say(message);
      if (await link.echo()) return [`the stream survived ${what}`];
    }
    for (const bytes of [
      lengthOf(LIMITS.membershipMessageBytes + 1),
      lengthOf(2 ** 31),
      Buffer.alloc(20, 0xff),
    ]) {
      const link = await open();
      await link.stream.send(bytes);
      if (await link.echo()) return ['the stream survived a frame that is too long'];
    }
    return [];
  },
};

/** Nothing is wrong with these but that nobody asked, or that they are many. */
export const CHATTER: Attack = {
  name: 'thousands of acks and nacks that nobody asked for, of pings, and of requests to ping members, nobody and nonsense',
  async run(cluster) {
    const link = await InsiderLink.open(await cluster.peer(), cluster.first);
    const targets = [...cluster.nodes.map(({ peer }) => peer), 'nobody', 'p'.repeat(LIMITS.peerIdBytes)];
    for (let i = 0; i < 3000; i++) {
      const sequence = i * 0x10001;
      await link.say({ ack: { sequence, wallMs: Date.now() } });
      await link.say({ nack: { sequence } });
      await link.say({ ping: { sequence } });
      await link.say({ pingRequest: { sequence, target: targets[i % targets.length]! } });
      await link.stream.sendFrame(starling.v1.MembershipMessage.encode({}).finish());
    }
    return (await link.echo()) ? [] : ['the node hung up'];
  },
};
