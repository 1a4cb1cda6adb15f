import { AccusationCounter } from '../accusations.ts';
import { CoreCluster } from '../core-cluster.ts';
import { Findings, type Outcome } from '../outcome.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface MutenessOptions extends ScenarioOptions {
  /** How often somebody is mute. */
  readonly times: number;
}

/** Long enough for a verdict on all others. */
const MUTE_MS = { least: 2000, most: 20_000 } as const;
const CONVERGED_WITHIN_MS = 60_000;

/**
 * One member after the other hears all others and is heard by nobody, as where packets get lost in one direction: nobody answers its probes, it takes all others for
 * dead, and what it said of them arrives in the end, all at once.
 */
export function muteness(options: MutenessOptions): Outcome {
  const cluster = CoreCluster.settled(options.members, options);
  const findings = new Findings('one after the other is mute', cluster, options.seed);
  const accusations = new AccusationCounter(cluster);
  const random = cluster.random.fork('muteness');
  let longestMs: number | undefined = 0;
  for (let time = 0; time < options.times; time++) {
    cluster.mute(cluster.members[random.integer(cluster.members.length)]!);
    cluster.run(Math.round(random.between(MUTE_MS.least, MUTE_MS.most)));
    cluster.unmute();
    const tookMs = cluster.runUntil(() => cluster.isConverged(), CONVERGED_WITHIN_MS);
    longestMs = tookMs === undefined || longestMs === undefined ? undefined : Math.max(longestMs, tookMs);
  }
  findings.took('all see all alive after it, at the latest', longestMs, CONVERGED_WITHIN_MS);
  findings.accusations(accusations);
  return findings.outcome();
}
