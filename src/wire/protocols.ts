/**
 * What peers must agree on before they talk at all: raised when an older peer could misunderstand a
 * newer one. The handshake refuses peers of another version, and says so to both.
 */
export const PROTOCOL_VERSION = 2;

/** Names of the conversations that streams between peers carry (libp2p protocol ids). */
export const PROTOCOLS = {
  /** `starling.v1.MembershipMessage`, one way. */
  membership: '/starling/1/membership',
  /** `starling.v1.ReplicaRequest` one way, `starling.v1.ReplicaResponse` back. */
  replica: '/starling/1/replica',
  /** `starling.v1.SyncRequest` one way, `starling.v1.SyncResponse` back. */
  sync: '/starling/1/sync',
} as const;
