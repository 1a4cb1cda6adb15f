import { type SwimOptions, suspicionBounds, transmitLimit } from '../../../src/membership/swim-options.ts';

/** Probe intervals after which somebody has probed a given member, but for a chance of e^-10 = 1 in 22,000. */
const PROBE_INTERVALS = 10;

/**
 * How long news may take to reach everybody: all rounds of gossip that its first tellers take part in, and as many again for
 * those who hear late.
 */
export function disseminationBoundMs(options: SwimOptions, members: number): number {
  return 2 * (transmitLimit(options, members) / options.gossipFanout + 1) * options.gossipIntervalMs;
}

/** How long it may take until everybody knows of a death: a probe comes by, fails, the suspicion runs out, and all are told. */
export function deathBoundMs(options: SwimOptions, members: number): number {
  const probedMs = PROBE_INTERVALS * options.probeIntervalMs;
  return probedMs + suspicionBounds(options, members).maxMs + disseminationBoundMs(options, members);
}
