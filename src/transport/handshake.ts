/**
 * The first words on every stream between peers (proto/starling/v1/handshake.proto). Nothing else that
 * the other end says is believed before this has ended well.
 *
 *   opener                                acceptor
 *     |---- Hello (terms, nonce) ----------->|   compares the terms
 *     |<--- Welcome (terms, nonce, proof) ---|
 *     |  compares the terms, checks the proof |
 *     |---- Proof -------------------------->|   checks the proof
 *     |==== messages ========================|
 *
 * Either end may say Refusal, with the reason, instead of its next word. The proofs are in
 * handshake-proof.ts: they cover everything above and the peer ids that the encrypted connection has
 * authenticated, each end's own fresh nonce and the role, so that neither a recorded proof nor one
 * sent back to its author is worth anything. The opener proves nothing to an acceptor that has not.
 *
 * A stranger can take a Welcome home and try secrets against its proof at leisure: a cluster's secret
 * should be random and long, not a word.
 */
import { StarlingError } from '../base/errors.ts';
import type { starling } from '../wire/gen/messages.js';
import { PROTOCOL_VERSION } from '../wire/protocols.ts';
import { isSameProof, proofOf, type Transcript } from './handshake-proof.ts';
import { type Hello, readHello } from './hello.ts';

type Frame = starling.v1.HandshakeFrame.$Properties;

/** What both ends of a stream must agree on. */
export interface HandshakeTerms {
  /** The cluster's name. */
  readonly cluster: string;
  /** N. */
  readonly replicas: number;
  /** Q. */
  readonly partitions: number;
  /** `handshakeKey(secret)`. */
  readonly key: Uint8Array;
  /** The cluster's id; empty on a peer that hasn't joined yet. */
  clusterId(): string;
  /** Told the id by a peer that proved to be of the cluster; called only while `clusterId()` is empty. */
  adoptClusterId(id: string): void;
}

export interface HandshakeEnds {
  /** Authenticated ids of this end and of the other. */
  readonly self: string;
  readonly peer: string;
  /** `NONCE_BYTES` of unpredictable bytes, never used before. */
  readonly nonce: Uint8Array;
}

/** What to do after a word of the other end. `say`, where there is one, is sent first. */
export type HandshakeStep =
  | { readonly kind: 'wait'; readonly say?: Frame }
  | { readonly kind: 'open'; readonly say?: Frame }
  | { readonly kind: 'refused'; readonly error: StarlingError; readonly say?: Frame };

const REASON_CHARACTERS = 300;

/** One end's state in one handshake. Pure: it is given the other end's words and says what to answer. */
export class Handshake {
  readonly #role: 'opener' | 'acceptor';
  readonly #terms: HandshakeTerms;
  readonly #ends: HandshakeEnds;
  readonly #hello: Hello;
  #state: 'awaitHello' | 'awaitWelcome' | 'awaitProof' | 'over';
  #theirs: Hello | undefined;

  constructor(role: 'opener' | 'acceptor', terms: HandshakeTerms, ends: HandshakeEnds) {
    this.#role = role;
    this.#terms = terms;
    this.#ends = ends;
    this.#state = role === 'opener' ? 'awaitWelcome' : 'awaitHello';
    this.#hello = {
      protocolVersion: PROTOCOL_VERSION,
      cluster: terms.cluster,
      clusterId: terms.clusterId(),
      replicas: terms.replicas,
      partitions: terms.partitions,
      nonce: ends.nonce,
    };
  }

  /** The opener's first word; the acceptor waits for it. */
  begin(): Frame | undefined {
    return this.#role === 'opener' ? { hello: this.#hello } : undefined;
  }

  /** Takes the other end's next word. After `open` or `refused` there must be no further call. */
  handle(frame: Frame): HandshakeStep {
    if (frame.refusal) return this.#wasRefused(frame.refusal.reason ?? '');
    try {
      return this.#answer(frame);
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      this.#state = 'over';
      return { kind: 'refused', error, say: { refusal: { reason: error.message } } };
    }
  }

  #answer(frame: Frame): HandshakeStep {
    if (this.#state === 'awaitHello' && frame.hello) {
      this.#compare(readHello(frame.hello));
      this.#state = 'awaitProof';
      return { kind: 'wait', say: { welcome: { hello: this.#hello, proof: this.#proof('acceptor') } } };
    }
    if (this.#state === 'awaitWelcome' && frame.welcome?.hello) {
      this.#compare(readHello(frame.welcome.hello));
      this.#check('acceptor', frame.welcome.proof);
      return this.#open({ proof: { proof: this.#proof('opener') } });
    }
    if (this.#state === 'awaitProof' && frame.proof) {
      this.#check('opener', frame.proof.proof);
      return this.#open(undefined);
    }
    throw new StarlingError('PROTOCOL', `an unexpected word in the handshake (${this.#state})`);
  }

  #open(say: Frame | undefined): HandshakeStep {
    this.#state = 'over';
    this.#adopt(this.#theirs?.clusterId ?? '');
    return say === undefined ? { kind: 'open' } : { kind: 'open', say };
  }

  /** This end may have adopted an id from somebody else since it said its hello. */
  #adopt(theirs: string): void {
    if (theirs === '') return;
    const ours = this.#terms.clusterId();
    if (ours === '') this.#terms.adoptClusterId(theirs);
    else this.#mustAgree('cluster ids', ours, theirs);
  }

  #wasRefused(reason: string): HandshakeStep {
    this.#state = 'over';
    const printable = reason.slice(0, REASON_CHARACTERS).replace(/\p{C}/gu, '?');
    return {
      kind: 'refused',
      error: new StarlingError('FORBIDDEN', `${this.#ends.peer} refused this peer: ${printable}`),
    };
  }

  #compare(theirs: Hello): void {
    if (this.#ends.self === this.#ends.peer) throw new StarlingError('FORBIDDEN', 'that is this peer itself');
    const ours = this.#hello;
    this.#mustAgree('protocol versions', ours.protocolVersion, theirs.protocolVersion);
    this.#mustAgree('cluster names', ours.cluster, theirs.cluster);
    this.#mustAgree('numbers of replicas (N)', ours.replicas, theirs.replicas);
    this.#mustAgree('numbers of partitions', ours.partitions, theirs.partitions);
    if (ours.clusterId !== '' && theirs.clusterId !== '') {
      this.#mustAgree('cluster ids', ours.clusterId, theirs.clusterId);
    }
    this.#theirs = theirs;
  }

  #mustAgree(what: string, ours: string | number, theirs: string | number): void {
    if (ours === theirs) return;
    const { self, peer } = this.#ends;
    throw new StarlingError(
      'FORBIDDEN',
      `the ${what} differ: ${JSON.stringify(ours)} at ${self}, ${JSON.stringify(theirs)} at ${peer}`,
      { peer },
    );
  }

  #check(role: 'opener' | 'acceptor', proof: Uint8Array | null | undefined): void {
    if (isSameProof(this.#proof(role), proof ?? new Uint8Array())) return;
    throw new StarlingError('FORBIDDEN', 'the cluster secrets differ', { peer: this.#ends.peer });
  }

  #proof(prover: 'opener' | 'acceptor'): Uint8Array {
    return proofOf(this.#terms.key, prover, this.#transcript());
  }

  #transcript(): Transcript {
    const { self, peer } = this.#ends;
    const theirs = this.#theirs!;
    return this.#role === 'opener'
      ? { opener: { peer: self, hello: this.#hello }, acceptor: { peer, hello: theirs } }
      : { opener: { peer, hello: theirs }, acceptor: { peer: self, hello: this.#hello } };
  }
}
