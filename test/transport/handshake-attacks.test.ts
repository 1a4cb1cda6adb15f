import { expect } from 'chai';
import { Handshake, type HandshakeTerms } from '../../src/transport/handshake.ts';
import { handshakeKeys } from '../../src/transport/handshake-proof.ts';
import { NONCE_BYTES } from '../../src/transport/hello.ts';
import { ATTACKS } from './handshake-attacks.ts';
import { type MakeEnd, makeEnd } from './handshake-ends.ts';

/** What a handshake could have been written to leave out, and attacks that then come through. */
const MUTANTS: readonly { name: string; makeEnd: MakeEnd; letsIn: RegExp }[] = [
  {
    name: 'nonces are not fresh',
    letsIn: /played again/,
    makeEnd: (role, terms, self, peer) =>
      new Handshake(role, terms, { self, peer, nonce: new Uint8Array(NONCE_BYTES) }),
  },
  {
    name: 'the proofs do not cover the peer ids',
    letsIn: /passes on every word|its own Hello/,
    makeEnd: (role, terms) => makeEnd(role, terms, role, role === 'opener' ? 'acceptor' : 'opener'),
  },
  {
    name: 'the secret does not matter',
    letsIn: /guessed secret/,
    makeEnd: (role, terms, self, peer) => makeEnd(role, withKeys(terms, handshakeKeys([''])), self, peer),
  },
];

function withKeys(terms: HandshakeTerms, keys: readonly Uint8Array[]): HandshakeTerms {
  return { ...terms, keys };
}

describe('a handshake is not fooled by', () => {
  for (const { name, run } of ATTACKS) {
    it(name, () => expect(run(makeEnd)).to.equal(false));
  }
});

describe('a handshake would be fooled if', () => {
  for (const mutant of MUTANTS) {
    it(mutant.name, () => {
      const comesThrough = ATTACKS.filter(({ run }) => run(mutant.makeEnd)).map(({ name }) => name);
      const expected = ATTACKS.map(({ name }) => name).filter((name) => mutant.letsIn.test(name));
      expect(comesThrough).to.include.members(expected);
      expect(expected).to.not.be.empty;
    });
  }
});
