import { assert } from '../base/assert.ts';

/** The constants of the failure detector. All times in milliseconds. */
export interface SwimOptions {
  /**
   * Between two probes by one node, and how long one probe may take in all. Everybody is probed once per
   * interval on average, whatever the size of the cluster, so a death is noticed after about one. Shorter
   * costs messages; below about 200 a busy machine starts to accuse its neighbours.
   */
  readonly probeIntervalMs: number;
  /**
   * How long a direct probe waits before others are asked to try; at most half the interval. Several times a
   * round trip on a loaded network: too short costs indirect probes, too long leaves them no time.
   */
  readonly ackTimeoutMs: number;
  /** How many members are asked to probe on our behalf (SWIM's k): more withstand more message loss. */
  readonly indirectProbes: number;
  /**
   * The shortest suspicion is `suspicionMultiplier * max(1, log10(n)) * probeIntervalMs`. That is the time a
   * live member has to hear of its suspicion and to refute it: too low kills the living, too high
   * delays the news of a real death by as much.
   */
  readonly suspicionMultiplier: number;
  /** The longest suspicion, as a multiple of the shortest: used while nobody else confirms. */
  readonly suspicionMaxMultiplier: number;
  /** How many independent confirmations bring a suspicion down to the shortest. */
  readonly suspicionConfirmations: number;
  /** The worst local health: timeouts are multiplied by up to this plus one. */
  readonly awarenessCeiling: number;
  /** Between two rounds of gossip while there is news; without news there are none. */
  readonly gossipIntervalMs: number;
  /** Members told in one round. */
  readonly gossipFanout: number;
  /** Each piece of news is sent `retransmitMultiplier * ceil(log10(n + 1))` times by each node. */
  readonly retransmitMultiplier: number;
  /** Between two exchanges of everything with a random member: repairs what gossip missed. */
  readonly pushPullIntervalMs: number;
  /** First wait before a dead member is tried again; doubles, with jitter, up to `reconnectMaxMs`, for ever. */
  readonly reconnectMinMs: number;
  /** Bounds how long a healed split goes unnoticed; each dead member costs one message per this time. */
  readonly reconnectMaxMs: number;
  /**
   * A member that has been dead for so long is removed for good, by the others, while they are more than half; 0: never.
   * It can't be taken back, and moves the member's share of the data. Too short turns a long repair, or a cut cable,
   * into a removal, and several at once into a loss of data: hours, or never.
   */
  readonly removeDeadAfterMs: number;
}

/** For a local network: a killed member is known to be dead within 3 s at up to 20 members. */
export const DEFAULT_SWIM_OPTIONS: SwimOptions = {
  probeIntervalMs: 300,
  ackTimeoutMs: 150,
  indirectProbes: 3,
  suspicionMultiplier: 3.5,
  suspicionMaxMultiplier: 2,
  suspicionConfirmations: 3,
  awarenessCeiling: 7,
  gossipIntervalMs: 100,
  gossipFanout: 3,
  retransmitMultiplier: 4,
  pushPullIntervalMs: 15_000,
  reconnectMinMs: 1000,
  reconnectMaxMs: 15_000,
  removeDeadAfterMs: 0,
};

/** Stops on constants with which the protocol can't work; a user's configuration is validated before. */
export function checkSwimOptions(options: SwimOptions): void {
  assert(options.ackTimeoutMs > 0, 'ackTimeoutMs must be positive');
  assert(
    options.ackTimeoutMs * 2 <= options.probeIntervalMs,
    'ackTimeoutMs: at most half of probeIntervalMs',
  );
  assert(options.suspicionMaxMultiplier >= 1, 'suspicionMaxMultiplier must be at least 1');
  assert(options.gossipIntervalMs > 0 && options.gossipFanout > 0, 'gossip must happen');
  assert(options.reconnectMinMs > 0, 'reconnectMinMs must be positive');
}

/** How long a suspicion lasts: `maxMs` at first, `minMs` after so many confirmations. */
export interface SuspicionBounds {
  readonly minMs: number;
  readonly maxMs: number;
  readonly confirmations: number;
}

/** For `memberCount` living members, accuser and accused included. */
export function suspicionBounds(options: SwimOptions, memberCount: number): SuspicionBounds {
  const scale = Math.max(1, Math.log10(memberCount));
  const minMs = options.suspicionMultiplier * scale * options.probeIntervalMs;
  return {
    minMs,
    maxMs: minMs * options.suspicionMaxMultiplier,
    // Neither the accused nor the first accuser can confirm.
    confirmations: Math.max(0, Math.min(options.suspicionConfirmations, memberCount - 2)),
  };
}

/** How often one node sends one piece of news. */
export function transmitLimit(options: SwimOptions, memberCount: number): number {
  return options.retransmitMultiplier * Math.ceil(Math.log10(memberCount + 1));
}
