import type { Access, Credentials, Grant } from '../access/access.ts';
import type { TokenList } from '../access/token-list.ts';
import { isSessionProven } from '../transport/session-proof.ts';
import { LONGEST_VALIDITY_MS } from './operator-orders.ts';

/** Of those who show that they know the secret: the other members, which are trusted with everything anyway. */
const MEMBER: Grant = { name: 'a member', role: 'write', digest: '' };

export interface AccessControlOptions {
  readonly tokens: TokenList;
  /** The cluster's, one or two; an empty one is nobody's. */
  readonly secrets: readonly string[];
  readonly clusterId: () => string;
  readonly clusterTimeMs: () => number;
}

/** Who comes in through the doors of a peer: whoever has one of its tokens, or shows that he knows the cluster's secret. */
export class AccessControl implements Access {
  readonly #on: AccessControlOptions;
  #tokens: TokenList;

  constructor(options: AccessControlOptions) {
    const secrets = options.secrets.filter((secret) => secret !== '');
    this.#on = { ...options, secrets };
    this.#tokens = options.tokens;
  }

  /** Those that are let in from now on. Grants given before are worth something only once they are renewed. */
  set tokens(tokens: TokenList) {
    this.#tokens = tokens;
  }

  grantOf(credentials: Credentials): Grant | undefined {
    if (credentials.kind === 'token') return this.#tokens.grantOf(credentials.token);
    const { clusterTimeMs, clusterId, secrets } = this.#on;
    const { expiresMs, proof } = credentials;
    const leftMs = expiresMs - clusterTimeMs();
    const isInTime = leftMs > 0 && leftMs <= LONGEST_VALIDITY_MS;
    const session = { clusterId: clusterId(), expiresMs };
    return isInTime && isSessionProven(secrets, session, proof) ? MEMBER : undefined;
  }

  renewed(grant: Grant): Grant | undefined {
    return grant === MEMBER ? MEMBER : this.#tokens.grantOfDigest(grant.digest);
  }
}
