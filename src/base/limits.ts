/**
 * Every bound of the program in one place. What a user may change is in the configuration and
 * defaults to the figure here; the rest are fixed by the protocol or by memory budgets.
 */
export const LIMITS = {
  /** Longest key in UTF-8 bytes. Part of the protocol: every peer of a cluster must agree. */
  keyBytes: 1024,
  /** Longest value in UTF-8 bytes by default; configurable up to `valueBytesCeiling`. */
  valueBytes: 1 << 20,
  /** The most that `valueBytes` may be configured to. */
  valueBytesCeiling: 8 << 20,
  /** Items in one putMany, getMany or deleteMany. */
  batchItems: 1024,
  /** What a frame may exceed the value limit by: key, version, ids and lengths, rounded up. */
  frameOverheadBytes: 64 << 10,
  /** Most bytes of values in one answer to a scan or a partition pull. */
  pageBytes: 256 << 10,
  /** Chunk size in which a coalesced buffer is handed to a stream (FACTS: larger ones cost p99). */
  chunkBytes: 64 << 10,
  /** Unsent bytes a stream may hold before its requests are refused with OVERLOADED. */
  streamBufferBytes: 4 << 20,
  /** Requests in flight on one peer stream. */
  peerRequestsInFlight: 16_384,
  /** Requests in flight on one client connection. */
  clientRequestsInFlight: 4096,
  /** Client connections at once. */
  clientConnections: 10_000,
  /** Requests a node coordinates at once before it answers OVERLOADED. */
  coordinatorRequests: 32_768,
  /** Bytes a store may hold that are appended but not yet flushed before it refuses writes. */
  pendingWriteBytes: 64 << 20,
  /** Members one node will remember, tombstones of left ones included. */
  members: 10_000,
  /** Addresses one member may announce, and how long each may be. */
  addressesPerMember: 16,
  addressBytes: 256,
  /** Membership updates in one message and bytes of one membership message. */
  updatesPerMessage: 64,
  membershipMessageBytes: 4 << 20,
  /** Names: cluster, zone. */
  nameBytes: 64,
  /** Longest deadline a request may carry. */
  deadlineMs: 120_000,
} as const;
