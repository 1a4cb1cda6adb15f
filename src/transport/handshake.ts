/**
 * The first words on every stream between peers (proto/starling/v1/handshake.proto). Nothing else that
 * the other end says is believed before this has ended well.
 *
 *   opener                                acceptor
 *     |  is that peer allowed?              |  is that peer allowed?
 *     |---- Hello (terms, nonce) ----------->|   compares the terms
 *     |<--- Welcome (terms, nonce, proofs) --|   a proof for each secret it has
 *     |  compares the terms, checks the proofs|
 *     |---- Proof -------------------------->|   checks the proof
 *     |==== messages ========================|
 *
 * Either end may say Refusal, with the reason, instead of its next word. The proofs are in
 * handshake-proof.ts: they cover everything above and the peer ids that the encrypted connection has
 * authenticated, each end's own fresh nonce and the role, so that neither a recorded proof nor one
 * sent back to its author is worth anything. The opener proves nothing to an acceptor that has not, and
 * only under the very secret that the acceptor proved: who knows an old one learns nothing of the new.
 *
 * A stranger can take a Welcome home and try secrets against its proofs at leisure: a cluster's secret
 * should be random and long, not a word. Where there is an allow-list (`isAllowed`), who isn't on it doesn't get that far.
 */
import { StarlingError } from '../base/errors.ts';
import type { starling } from '../wire/gen/messages.js';
import { PROTOCOL_VERSION } from '../wire/protocols.ts';
import { proofOf, type Role, type Transcript } from './handshake-proof.ts';
import { type Hello, readHello } from './hello.ts';
import { isAmong, MOST_SECRETS } from './secret-keys.ts';

type Frame = starling.v1.HandshakeFrame.$Properties;

/** What both ends of a stream must agree on. */
export interface HandshakeTerms {
  /** The cluster's name. */
  readonly cluster: string;
  /** N. */
  readonly replicas: number;
  /** Q. */
  readonly partitions: number;
  /** `handshakeKeys(secrets)`: one, or two while the secret is being changed. */
  readonly keys: readonly Uint8Array[];
  /** Whether this peer may be of the cluster at all, whatever it can prove. */
  isAllowed(peer: string): boolean;
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

/** What to do next. `say`, where there is one, is sent first. */
export type HandshakeStep =
  | { readonly kind: 'wait'; readonly say?: Frame }
  | { readonly kind: 'open'; readonly say?: Frame }
  | { readonly kind: 'refused'; readonly error: StarlingError; readonly say?: Frame };

const REASON_CHARACTERS = 300;

/** It must help whoever reads it at either end, and say nothing about either secret. */
const SECRETS_DIFFER =
  'the cluster secrets differ: give both peers the same one (cluster.secret or secretFile, --secret-file, STARLING_SECRET); ' +
  'while it is being changed they need one in common (cluster.previousSecret)';

/** One end's state in one handshake. Pure: it is given the other end's words and says what to answer. */
export class Handshake {
  readonly #role: Role;
  readonly #terms: HandshakeTerms;
  readonly #ends: HandshakeEnds;
  readonly #hello: Hello;
  #state: 'awaitHello' | 'awaitWelcome' | 'awaitProof' | 'over';
  #theirs: Hello | undefined;

  constructor(role: Role, terms: HandshakeTerms, ends: HandshakeEnds) {
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

  /** The first step, once. The opener speaks; the acceptor waits, or refuses a peer that isn't allowed unheard. */
  begin(): HandshakeStep {
    return this.#orRefuse(() => {
      const { self, peer } = this.#ends;
      if (self === peer) throw new StarlingError('FORBIDDEN', 'that is this peer itself');
      if (!this.#terms.isAllowed(peer)) throw notAllowed(peer, self);
      return this.#role === 'opener' ? { kind: 'wait', say: { hello: this.#hello } } : { kind: 'wait' };
    });
  }

  /** Takes the other end's next word. After `open` or `refused` there must be no further call. */
  handle(frame: Frame): HandshakeStep {
    if (frame.refusal) return this.#wasRefused(frame.refusal.reason ?? '');
    return this.#orRefuse(() => this.#answer(frame));
  }

  #orRefuse(decide: () => HandshakeStep): HandshakeStep {
    try {
      return decide();
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
      const proofs = this.#terms.keys.map((key) => this.#proof(key, 'acceptor'));
      return { kind: 'wait', say: { welcome: { hello: this.#hello, proofs } } };
    }
    if (this.#state === 'awaitWelcome' && frame.welcome?.hello) {
      this.#compare(readHello(frame.welcome.hello));
      const key = this.#check('acceptor', frame.welcome.proofs ?? []);
      return this.#open({ proof: { proof: this.#proof(key, 'opener') } });
    }
    if (this.#state === 'awaitProof' && frame.proof) {
      this.#check('opener', [frame.proof.proof ?? new Uint8Array()]);
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

  /** Gives the key under which one of the proofs was made. */
  #check(prover: Role, proofs: readonly Uint8Array[]): Uint8Array {
    if (proofs.length > MOST_SECRETS) {
      throw new StarlingError('PROTOCOL', `${proofs.length} proofs; a peer has at most ${MOST_SECRETS}`);
    }
    const proved = this.#terms.keys.find((key) => isAmong(this.#proof(key, prover), proofs));
    if (proved) return proved;
    throw new StarlingError('FORBIDDEN', SECRETS_DIFFER, { peer: this.#ends.peer });
  }

  #proof(key: Uint8Array, prover: Role): Uint8Array {
    return proofOf(key, prover, this.#transcript());
  }

  #transcript(): Transcript {
    const { self, peer } = this.#ends;
    const theirs = this.#theirs!;
    return this.#role === 'opener'
      ? { opener: { peer: self, hello: this.#hello }, acceptor: { peer, hello: theirs } }
      : { opener: { peer, hello: theirs }, acceptor: { peer: self, hello: this.#hello } };
  }
}

function notAllowed(peer: string, self: string): StarlingError {
  return new StarlingError(
    'FORBIDDEN',
    `${peer} is not in cluster.allowedPeers of ${self}: add its id there, and on all peers, if it is to be one of them`,
    { peer },
  );
}
