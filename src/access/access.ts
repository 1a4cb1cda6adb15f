/** What somebody may ask for: `read` all that changes nothing, `write` everything. */
export type Role = 'read' | 'write';

/** What somebody shows to be let in. */
export type Credentials =
  | { readonly kind: 'token'; readonly token: string }
  /** That he knows the cluster's secret; valid until `expiresMs` since the Unix epoch. */
  | { readonly kind: 'secret'; readonly expiresMs: number; readonly proof: Uint8Array };

/** Leave to come in. */
export interface Grant {
  /** Whose, for logs: the name of the token, or that of the cluster's own. */
  readonly name: string;
  readonly role: Role;
  /** SHA-256 of the token, in hexadecimal; empty where there was none. */
  readonly digest: string;
}

/** Tells who may come in through the doors of a peer, and as what. */
export interface Access {
  /** Undefined: nobody who may. */
  grantOf(credentials: Credentials): Grant | undefined;
  /** What a grant has become since it was given; undefined: it was taken back. */
  renewed(grant: Grant): Grant | undefined;
}
