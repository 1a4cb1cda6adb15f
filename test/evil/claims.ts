import { systemRandom } from '../../src/base/system/random.ts';
import { Handshake, type HandshakeTerms } from '../../src/transport/handshake.ts';
import { handshakeKeys } from '../../src/transport/handshake-proof.ts';
import { NONCE_BYTES } from '../../src/transport/hello.ts';
import { SECRET } from './attacked-cluster.ts';
import type { RawStream } from './raw-stream.ts';
import { CLUSTER, PARTITIONS, REPLICAS } from './target/open-node.ts';

/** What somebody says in the handshake; by default all that a member would say. */
export interface Claims {
  readonly cluster: string;
  readonly clusterId: string;
  readonly secret: string;
  readonly replicas: number;
  readonly partitions: number;
}

const OF_A_MEMBER: Claims = {
  cluster: CLUSTER,
  clusterId: '',
  secret: SECRET,
  replicas: REPLICAS,
  partitions: PARTITIONS,
};

export function termsOf(claims: Partial<Claims> = {}): HandshakeTerms {
  const { secret, clusterId, ...rest } = { ...OF_A_MEMBER, ...claims };
  return {
    ...rest,
    keys: handshakeKeys([secret]),
    isAllowed: () => true,
    clusterId: () => clusterId,
    adoptClusterId: () => {},
  };
}

/** One end of a handshake, with a fresh nonce. */
export function handshakeEnd(
  role: 'opener' | 'acceptor',
  self: string,
  peer: string,
  claims?: Partial<Claims>,
): Handshake {
  const nonce = systemRandom.bytes(NONCE_BYTES);
  return new Handshake(role, termsOf(claims), { self, peer, nonce });
}

/** Shakes hands as the opener of a stream. Gives why that failed; undefined where it didn't. */
export async function shakeHands(
  stream: RawStream,
  self: string,
  claims?: Partial<Claims>,
): Promise<string | undefined> {
  const handshake = handshakeEnd('opener', self, stream.peer, claims);
  let step = handshake.begin();
  while (step.kind === 'wait') {
    if (step.say) await stream.say(step.say);
    const word = await stream.word();
    if (word === undefined) return 'the node ended the stream without a word';
    step = handshake.handle(word);
  }
  if (step.say) await stream.say(step.say);
  return step.kind === 'refused' ? step.error.message : undefined;
}
