import { handshakeKeys, proofOf } from '../../src/transport/handshake-proof.ts';
import type { Handshake } from '../../src/transport/handshake.ts';
import { readHello } from '../../src/transport/hello.ts';
import { type Frame, type MakeEnd, overTheWire, type Role } from './handshake-ends.ts';
import { testTerms } from './lane-world.ts';

/**
 * What somebody on the network may try who doesn't know the secret: peer `m`, with an identity of its own, who can open
 * streams to members and be dialled by them, hears whatever they say on those, and keeps it. Each attack tells
 * whether a member took it for one of them.
 */
export interface Attack {
  readonly name: string;
  readonly run: (makeEnd: MakeEnd) => boolean;
}

const [GUESSED_KEY] = handshakeKeys(['']) as [Uint8Array];

const member = (makeEnd: MakeEnd, role: Role, self: string, peer: string): Handshake =>
  makeEnd(role, testTerms(), self, peer);

/** Says a word to a member, and gives what it answers. */
function tell(end: Handshake, word: Frame): Frame {
  return end.handle(overTheWire(word)).say ?? {};
}

function isTaken(end: Handshake, word: Frame): boolean {
  return end.handle(overTheWire(word)).kind === 'open';
}

/** What `a` and `b` said to each other when `a` opened a stream to `b`. */
function recorded(makeEnd: MakeEnd): { hello: Frame; welcome: Frame; proof: Frame } {
  const [a, b] = [member(makeEnd, 'opener', 'a', 'b'), member(makeEnd, 'acceptor', 'b', 'a')];
  const hello = a.begin().say!;
  const welcome = tell(b, hello);
  return { hello, welcome, proof: tell(a, welcome) };
}

/** Everything as a member does it, but under a secret that is guessed. */
function guessAsOpener(makeEnd: MakeEnd): boolean {
  const b = member(makeEnd, 'acceptor', 'b', 'm');
  const { hello } = member(makeEnd, 'opener', 'm', 'b').begin().say!;
  const { welcome } = tell(b, { hello: hello! });
  const transcript = {
    opener: { peer: 'm', hello: readHello(hello!) },
    acceptor: { peer: 'b', hello: readHello(welcome!.hello!) },
  };
  return isTaken(b, { proof: { proof: proofOf(GUESSED_KEY, 'opener', transcript) } });
}

function guessAsAcceptor(makeEnd: MakeEnd): boolean {
  const b = member(makeEnd, 'opener', 'b', 'm');
  const m = makeEnd('acceptor', { ...testTerms(), keys: [GUESSED_KEY] }, 'm', 'b');
  return isTaken(b, tell(m, b.begin().say!));
}

export const ATTACKS: readonly Attack[] = [
  {
    name: 'a Welcome played again to whoever opens next',
    run(makeEnd) {
      const { welcome } = recorded(makeEnd);
      const a = member(makeEnd, 'opener', 'a', 'b');
      a.begin();
      return isTaken(a, welcome);
    },
  },
  {
    name: 'a Hello and its Proof played again to the acceptor that they were for',
    run(makeEnd) {
      const { hello, proof } = recorded(makeEnd);
      const b = member(makeEnd, 'acceptor', 'b', 'a');
      tell(b, hello);
      return isTaken(b, proof);
    },
  },
  {
    name: 'the proof of a Welcome sent back as the Proof that answers it',
    run(makeEnd) {
      const b = member(makeEnd, 'acceptor', 'b', 'm');
      const { welcome } = tell(b, member(makeEnd, 'opener', 'm', 'b').begin().say!);
      return isTaken(b, { proof: { proof: welcome?.proofs?.[0] ?? new Uint8Array() } });
    },
  },
  {
    name: 'a member that opened to the attacker made to answer its own Hello',
    run(makeEnd) {
      const opens = member(makeEnd, 'opener', 'b', 'm');
      const accepts = member(makeEnd, 'acceptor', 'b', 'm');
      return isTaken(opens, tell(accepts, opens.begin().say!));
    },
  },
  {
    name: 'two members that both talk to the attacker, who passes on every word',
    run(makeEnd) {
      const a = member(makeEnd, 'opener', 'a', 'm');
      const b = member(makeEnd, 'acceptor', 'b', 'm');
      const welcome = tell(b, a.begin().say!);
      const answer = a.handle(overTheWire(welcome));
      return answer.kind === 'open' || isTaken(b, answer.say ?? {});
    },
  },
  {
    name: 'the Proof of one member, fetched for another stream',
    run(makeEnd) {
      const { proof } = recorded(makeEnd);
      const b = member(makeEnd, 'acceptor', 'b', 'm');
      tell(b, member(makeEnd, 'opener', 'm', 'b').begin().say!);
      return isTaken(b, proof);
    },
  },
  { name: 'a guessed secret, by who opens', run: guessAsOpener },
  { name: 'a guessed secret, by who accepts', run: guessAsAcceptor },
  {
    name: 'a Welcome without a proof, or with a part of one',
    run(makeEnd) {
      const parts = [[], [new Uint8Array()], [new Uint8Array(32)]];
      return [...parts, undefined].some((given) => {
        const a = member(makeEnd, 'opener', 'a', 'b');
        const { welcome } = tell(member(makeEnd, 'acceptor', 'b', 'a'), a.begin().say!);
        const proofs = given ?? welcome!.proofs!.map((proof) => proof.subarray(0, 31));
        return isTaken(a, { welcome: { ...welcome, proofs } });
      });
    },
  },
  {
    name: 'terms in the Welcome that are not those that were proved',
    run(makeEnd) {
      const a = member(makeEnd, 'opener', 'a', 'b');
      const { welcome } = tell(member(makeEnd, 'acceptor', 'b', 'a'), a.begin().say!);
      return isTaken(a, {
        welcome: { ...welcome, hello: { ...welcome!.hello, clusterId: 'of the attacker' } },
      });
    },
  },
];
