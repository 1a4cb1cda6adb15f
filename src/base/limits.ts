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
  /** Items of one batch that are recorded one by one where it belongs to a trace; the others are part of the span of the batch alone. */
  tracedBatchItems: 16,
  /** Spans that wait for the collector, those in one message to it, how long that may take, and how long a stopping node sends what is left. */
  waitingSpans: 4096,
  exportedSpans: 512,
  spanExportMs: 2000,
  tracingStopMs: 2000,
  /** What a frame may exceed the value limit by: key, version, ids and lengths, rounded up. */
  frameOverheadBytes: 64 << 10,
  /** Longest frame on a client connection, either way: a value at its ceiling, and what goes with it. */
  clientFrameBytes: 9 << 20,
  /** Most bytes of values in one answer to a scan or a partition pull. */
  pageBytes: 256 << 10,
  /** Chunk size in which a coalesced buffer is handed to a stream (measured: larger ones cost p99). */
  chunkBytes: 64 << 10,
  /** Unsent bytes a stream may hold before its requests are refused with OVERLOADED. */
  streamBufferBytes: 4 << 20,
  /** Requests in flight on one peer stream. */
  peerRequestsInFlight: 16_384,
  /** Requests that one stream may have in service at once; the asking side has its own bound above. */
  servedRequestsPerStream: 16_384,
  /** One-way messages that wait for a stream to a peer to open. */
  messagesAwaitingLink: 256,
  /** Inbound streams of one protocol from one peer; a further one closes the oldest. */
  inboundLinksPerPeer: 4,
  /** Inbound streams of one protocol whose handshake has not ended; for a further one the oldest is given up. */
  pendingHandshakes: 1024,
  /** How long nothing is taken from a peer that passed on a forgery, and how many such peers are remembered. */
  barredMs: 10_000,
  barredPeers: 1024,
  /** Connections between peers at once, either way. */
  peerConnections: 4096,
  /** How long a connection may last on which the other end has not proved to be of the cluster. */
  unprovenMs: 10_000,
  /** New connections from one host in a second: a whole cluster may restart on one. */
  connectionsPerHostAndSecond: 256,
  /**
   * How often libp2p checks that a connection is alive: seldom, since it opens a stream each time. Membership finds the dead, and
   * their connections are ended then.
   */
  connectionPingMs: 30_000,
  /** Longest message on a topic: an intent, its signature and seals. */
  publishedBytes: 32 << 10,
  /** Longest frame before the other end has proved that it knows the secret. */
  handshakeFrameBytes: 4096,
  /** How long opening a stream, and then its handshake, may take. */
  openLinkMs: 3000,
  handshakeMs: 3000,
  /** Pause after a failed attempt to reach a peer: doubled each time from the first to the last. */
  redialMinMs: 50,
  redialMaxMs: 2000,
  /** How long a closing stream may take to send what it still holds. */
  lingerMs: 2000,
  /** Requests in flight on one client connection. */
  clientRequestsInFlight: 4096,
  /** Client connections at once. */
  clientConnections: 10_000,
  /** Unread answers of one client beyond which no more of its requests are read, and beyond which reads are refused. */
  clientPauseBytes: 1 << 20,
  clientOutputBytes: 16 << 20,
  /** Room for refusals in a buffer that takes no more values. */
  clientRefusalBytes: 1 << 20,
  /** What the buffer of a client's answers may keep of its size while it is empty. */
  clientKeptBytes: 16 << 10,
  /** How long a peer that owes a client answers may send nothing before the client takes it for silent: reads are asked of another as well. */
  clientSilenceMs: 500,
  /** How long a client that is being hung up on may take to close its side. */
  clientLingerMs: 1000,
  /** Bytes of values in the answer to one getMany; what is beyond has to be asked for again. */
  batchAnswerBytes: 2 << 20,
  /** How long a client may leave its answers unread once its buffer is full, before it is cut off. */
  stalledClientMs: 30_000,
  /**
   * How long a write may have waited in a socket, at most, while its peer was held up or read nothing; less where its client gives it less. The client in
   * TypeScript doesn't give a connection up sooner.
   */
  clientUnreadMs: 1000,
  /** How often a peer looks whether it was held up. */
  holdUpBeatMs: 100,
  /** How long the TLS handshake of a client may take. */
  clientHandshakeMs: 10_000,
  /** How long a client may take to send a frame that it has begun; looked at every so often. */
  clientFrameMs: 30_000,
  clientFrameLookMs: 5000,
  /** What all clients together may make a peer hold, by default, and at least and at most: a frame each of what is a quarter of it. */
  clientMemoryBytes: 256 << 20,
  leastClientMemoryBytes: 64 << 20,
  mostClientMemoryBytes: 64 * 2 ** 30,
  /** How long a stopping client port waits for requests that are under way. */
  clientStopMs: 5000,
  /** Calls a client library keeps waiting for a free place on one connection. */
  clientWaitingCalls: 65_536,
  /** Connections to the admin port at once; further ones are closed as they come. */
  adminConnections: 32,
  /** Longest head of a request to the admin port, and how long it may take to come. */
  adminHeadBytes: 8 << 10,
  adminHeadMs: 5000,
  /** Longest body of a request to the admin port: the longest key, should every byte of it be escaped. */
  adminBodyBytes: 8 << 10,
  /** How long an answer of the admin port may take, until it has been read. */
  adminAnswerMs: 10_000,
  /** Connections to the admin port that are told every second how the peer is: half of all, so that others find a seat. */
  adminSubscribers: 16,
  /** How often they are told, and how many times in a row one may still have the last to read before it is cut off. */
  adminEventMs: 1000,
  adminEventsMissed: 5,
  /** How often it is noted how busy a peer is, and how many such notes are kept: a quarter of an hour. */
  loadSampleMs: 5000,
  loadSamples: 180,
  /** How often the other members are asked how they are while somebody looks at the dashboard, and how many are at most. */
  memberReportsMs: 5000,
  memberReports: 64,
  /** How long a stopping admin port waits for answers that are under way. */
  adminStopMs: 1000,
  /** Keys whose comparison with one custodian waits or is under way, and differences being settled at once. */
  comparisonsPerPeer: 8192,
  /** Nodes of a hash tree, and versions, in one message that compares them. */
  comparedNodes: 65_536,
  comparedVersions: 16_384,
  /** Exchanges with other owners that operators ordered: that wait for their turn at one node, and whose outcomes it remembers. */
  waitingComparisons: 16,
  rememberedRepairs: 64,
  /** Longest pause of the exchanges that a node begins by itself: a week, in which no deletion is forgotten. */
  repairPauseMs: 7 * 86_400_000,
  /** Hints of one node: bytes of their logs, peers that they are for, and how long after the first of a log all in it are given up. */
  hintBytes: 256 << 20,
  hintedPeers: 64,
  hintAgeMs: 3 * 3_600_000,
  /** Hints for one peer that wait in memory while their log is being opened, in bytes. */
  hintQueueBytes: 4 << 20,
  /** Hints returned to one peer in a second, and in flight, counted as records of up to 4 KiB; and peers that are given theirs at once. */
  handoffRecordsPerSecond: 1000,
  handoffInFlight: 32,
  handoffPeers: 4,
  /** Requests a node coordinates at once before it answers OVERLOADED. */
  coordinatorRequests: 32_768,
  /** Bytes a store may hold that are appended but not yet flushed before it refuses writes. */
  pendingWriteBytes: 64 << 20,
  /** Bytes of entries that one fdatasync makes durable at most; a single larger entry goes alone. */
  flushBytes: 4 << 20,
  /** Zeros that the active segment's file is ahead of its entries, and the largest flush for which that is done. */
  zerosAheadBytes: 512 << 10,
  zerosAheadFlushBytes: 32 << 10,
  /** How much of a segment recovery, and compaction, read at a time. */
  scanWindowBytes: 1 << 20,
  compactionWindowBytes: 256 << 10,
  /** Tombstones and expired records that one compaction of a segment purges at most. */
  purgeCandidates: 1 << 18,
  /** Entries that compaction looks at before it lets other work have its turn. */
  compactionSliceEntries: 64,
  /** How much of a checkpoint is written before it is synced: more holds up the log's own syncs. */
  checkpointSyncBytes: 4 << 20,
  /** Records that a scan reads before it lets other work have its turn. */
  scanSliceRecords: 32,
  /** Room that a store keeps back, for its own notes on a full disk, and what it must find beside it to trust that disk again. */
  reserveBytes: 256 << 10,
  probeBytes: 1 << 20,
  /** Findings that a verification lists, of problems and of notes each; further ones are counted. */
  listedFindings: 1000,
  /** Members one node will remember, tombstones of left ones included. */
  members: 10_000,
  /** Addresses one member may announce, and how long each may be. */
  addressesPerMember: 16,
  addressBytes: 256,
  /** News about members that rides on one message: updates, and intents, each. */
  updatesPerMessage: 64,
  /** Parts into which the members are divided to compare what two peers know. */
  digestParts: 1024,
  /** Peers with which exchanges are remembered for a moment, to tell answers from what nobody asked for. */
  exchangePartners: 1024,
  /** One membership message: a page of an exchange, which is half as long, and some room. */
  membershipMessageBytes: 512 << 10,
  /** Probes one node has under way, probes it relays for others, and of those for any one of them. */
  probesAtOnce: 64,
  relayedProbes: 256,
  relayedProbesEach: 16,
  /** Peers whose clocks are remembered to agree on the time. */
  clockPeers: 101,
  /** A peer id in base58 takes 52 bytes. */
  peerIdBytes: 128,
  /** Partitions of a cluster (Q), and owners of each (N). */
  partitions: 65_536,
  replicas: 255,
  /** One bit a partition. */
  bitmapBytes: 8192,
  /** Signature of an intent, and its content as it was signed. */
  signatureBytes: 64,
  intentBytes: 16 << 10,
  /** Names: cluster, zone. */
  nameBytes: 64,
  /** A token that a client shows, and how many a peer may know. */
  tokenBytes: 256,
  tokens: 1024,
  /** Longest frame of a client that has yet to show a token where one is wanted. */
  strangerFrameBytes: 4096,
  /** Longest time to live of a value: ten years of 365 days. */
  ttlMs: 10 * 365 * 86_400_000,
  /** Longest deadline a request may carry, and what it gets where it names none. */
  deadlineMs: 120_000,
  defaultDeadlineMs: 5000,
} as const;
