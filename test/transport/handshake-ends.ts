import { Handshake, type HandshakeStep, type HandshakeTerms } from '../../src/transport/handshake.ts';
import { NONCE_BYTES } from '../../src/transport/hello.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type NodeOptions, testTerms } from './lane-world.ts';

export type Frame = starling.v1.HandshakeFrame.$Properties;
export type Role = 'opener' | 'acceptor';

/** Makes one end of a handshake, with a nonce of its own. */
export type MakeEnd = (role: Role, terms: HandshakeTerms, self: string, peer: string) => Handshake;

const random = new SeededRandom(1);

export const makeEnd: MakeEnd = (role, terms, self, peer) =>
  new Handshake(role, terms, { self, peer, nonce: random.bytes(NONCE_BYTES) });

/** As it comes out at the other end of a wire. */
export function overTheWire(frame: Frame): Frame {
  const { HandshakeFrame } = starling.v1;
  return HandshakeFrame.decode(HandshakeFrame.encode(frame).finish());
}

/** Lets two ends talk until neither has anything to say; gives how it ended for each. */
export function converse(opener: Handshake, acceptor: Handshake): Readonly<Record<Role, HandshakeStep>> {
  const ends = { opener, acceptor };
  const last = { opener: opener.begin(), acceptor: acceptor.begin() };
  const words: { to: Role; word: Frame }[] = [];
  const note = (speaker: Role) => {
    const word = last[speaker].say;
    if (word) words.push({ to: speaker === 'opener' ? 'acceptor' : 'opener', word });
  };
  note('opener');
  note('acceptor');
  for (let next = words.shift(); next; next = words.shift()) {
    if (last[next.to].kind !== 'wait') continue;
    last[next.to] = ends[next.to].handle(overTheWire(next.word));
    note(next.to);
  }
  return last;
}

/** Peer `a` opens a stream to peer `b`. */
export function meet(ofOpener: NodeOptions, ofAcceptor: NodeOptions) {
  const opener = testTerms(ofOpener);
  const acceptor = testTerms(ofAcceptor);
  const result = converse(makeEnd('opener', opener, 'a', 'b'), makeEnd('acceptor', acceptor, 'b', 'a'));
  return { ...result, clusterIds: [opener.clusterId(), acceptor.clusterId()] };
}

/** How it ended for one end, in words: `open`, or why not. */
export function endingOf(step: HandshakeStep): string {
  return step.kind === 'refused' ? `${step.error.code}: ${step.error.message}` : step.kind;
}
