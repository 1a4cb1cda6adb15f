/** How many of a key's owners must answer: one of them, a majority, or all. */
export type Consistency = 'one' | 'quorum' | 'all';

/** When an owner acknowledges a write: after fdatasync, or as soon as it is in memory. */
export type Durability = 'fsync' | 'memory';

/** What a cluster was configured with. */
export interface QuorumOptions {
  /** Owners of a key, N. */
  readonly replicas: number;
  /** Of which so many must acknowledge a write, W, where the request doesn't say. */
  readonly writeQuorum: number;
  /** And so many must agree on a read, R. */
  readonly readQuorum: number;
}

export function majority(owners: number): number {
  return Math.floor(owners / 2) + 1;
}

/**
 * Acknowledgements that a write needs among `owners` custodians. Where fewer than N members exist the
 * configured W scales down with them, tolerating as many failures as before but staying a majority
 * where it was one, so that quorums go on intersecting.
 */
export function writesNeeded(
  options: QuorumOptions,
  owners: number,
  consistency: Consistency | undefined,
): number {
  if (consistency !== undefined) return named(consistency, owners);
  const tolerated = options.replicas - options.writeQuorum;
  const floor = options.writeQuorum >= majority(options.replicas) ? majority(owners) : 1;
  return clamp(owners - tolerated, floor, owners);
}

/**
 * Agreeing answers that a read needs among `owners` custodians. Where fewer than N members exist it keeps R + W > N
 * where it was configured so, and stays a majority where it was one: so it meets the writes also of those who know of one
 * member more or less.
 */
export function readsNeeded(
  options: QuorumOptions,
  owners: number,
  consistency: Consistency | undefined,
): number {
  if (consistency !== undefined) return named(consistency, owners);
  const strict = options.readQuorum + options.writeQuorum > options.replicas;
  const meeting = strict ? owners - writesNeeded(options, owners, undefined) + 1 : 1;
  const floor =
    options.readQuorum >= majority(options.replicas) ? Math.max(meeting, majority(owners)) : meeting;
  return clamp(owners - (options.replicas - options.readQuorum), floor, owners);
}

function named(consistency: Consistency, owners: number): number {
  switch (consistency) {
    case 'one':
      return Math.min(1, owners);
    case 'quorum':
      return majority(owners);
    case 'all':
      return owners;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
