import { proofOf } from '../../../src/transport/handshake-proof.ts';
import { readHello } from '../../../src/transport/hello.ts';
import { type Claims, handshakeEnd, termsOf } from '../claims.ts';
import type { RawStream } from '../raw-stream.ts';
import { refusalOn } from './let-in.ts';

/**
 * Shakes hands as somebody who takes whatever the node says for right, and only wants to get in: so it is the node that has
 * to notice what is wrong. Gives what it was told; undefined where it got in.
 */
export async function refusalByNode(
  stream: RawStream,
  self: string,
  claims: Partial<Claims>,
): Promise<string | undefined> {
  const hello = handshakeEnd('opener', self, stream.peer, claims).begin().say!.hello!;
  await stream.say({ hello });
  const answer = await stream.word();
  if (!answer?.welcome?.hello) return answer?.refusal?.reason ?? 'nothing';
  const transcript = {
    opener: { peer: self, hello: readHello(hello) },
    acceptor: { peer: stream.peer, hello: readHello(answer.welcome.hello) },
  };
  const [key] = termsOf(claims).keys;
  await stream.say({ proof: { proof: proofOf(key!, 'opener', transcript) } });
  return refusalOn(stream);
}
