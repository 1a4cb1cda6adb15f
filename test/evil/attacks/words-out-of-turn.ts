import { starling } from '../../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { handshakeEnd } from '../claims.ts';
import { Forger } from '../forger.ts';
import { isLetIn } from './let-in.ts';
import { framed } from '../raw-stream.ts';

const { HandshakeFrame, MembershipMessage, ReplicaRequest } = starling.v1;

const A_VERSION = Buffer.from('01a2ffffffff0000f30afa0725d3', 'hex');

/** What somebody may say who doesn't wait for his turn: frames, all at once. */
function speechesOf(self: Forger, peer: string): Readonly<Record<string, readonly Uint8Array[]>> {
  const hello = HandshakeFrame.encode(handshakeEnd('opener', self.id, peer).begin().say!).finish();
  const proof = HandshakeFrame.encode({ proof: { proof: new Uint8Array(32) } }).finish();
  const joins = MembershipMessage.encode({ gossip: {}, intents: [self.sign()] }).finish();
  const record = { key: 'kept 0', value: Buffer.from('forged'), version: A_VERSION };
  const writes = ReplicaRequest.encode({ id: 1, timeoutMs: 5000, write: { record } }).finish();
  return {
    'an intent of its own': [joins],
    'a write': [writes],
    'a Proof': [proof],
    'a Hello twice': [hello, hello],
    'an intent behind a Hello': [hello, joins],
    'a write behind a Hello': [hello, writes],
    'an intent behind a wrong Proof': [hello, proof, joins],
    'a write behind a wrong Proof': [hello, proof, writes],
    'a refusal, and then an intent': [HandshakeFrame.encode({ refusal: { reason: 'x' } }).finish(), joins],
  };
}

export const WORDS_OUT_OF_TURN: Attack = {
  name: 'messages and writes without a handshake, or before it has ended, on either protocol',
  async run(cluster) {
    const forger = new Forger();
    const stranger = await cluster.peer({ identity: forger.identity });
    for (const [what, frames] of Object.entries(speechesOf(forger, cluster.first.peer))) {
      for (const protocol of Object.values(PROTOCOLS)) {
        const stream = await stranger.open(cluster.first, protocol);
        await stream.send(Buffer.concat(frames.map(framed)));
        if (await isLetIn(stream)) return [`the node took ${what} on ${protocol}`];
      }
    }
    return [];
  },
};
