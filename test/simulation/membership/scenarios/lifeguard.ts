import { shuffled } from '../../../../src/base/random.ts';
import { AccusationCounter } from '../accusations.ts';
import { CoreCluster } from '../core-cluster.ts';
import { DeathWatch } from '../death-watch.ts';
import { Findings, type Outcome } from '../outcome.ts';
import { starve } from '../weather.ts';
import type { ScenarioOptions } from './scenario.ts';

/** What keeps slow members from accusing the well: Lifeguard, and that a member notices its own lateness. */
export type Protection = 'both' | 'Lifeguard' | 'lateness' | 'none';

export interface LifeguardOptions extends ScenarioOptions {
  readonly starved: number;
  readonly lastingMs: number;
  readonly protection: Protection;
}

/** Local health, and suspicions that shrink as others confirm, by the constants that switch them off (Lifeguard IV-A and IV-B). */
const WITHOUT_LIFEGUARD = {
  awarenessCeiling: 0,
  suspicionMaxMultiplier: 1,
  suspicionConfirmations: 0,
} as const;

const LONGEST_MS = 120_000;

/**
 * The experiment of Lifeguard's introduction: a few members of many get too little of the processor, and who is accused
 * of what? Then one that is well dies. Without any protection it is the plain SWIM.
 */
export function lifeguard(options: LifeguardOptions): Outcome {
  const { protection, seed, starved } = options;
  const cluster = CoreCluster.settled(options.members, {
    ...options,
    swim: { ...options.swim, ...((protection === 'lateness' || protection === 'none') && WITHOUT_LIFEGUARD) },
    knowsLateness: protection === 'lateness' || protection === 'both',
  });
  const findings = new Findings(`${starved} starved, protection: ${protection}`, cluster, seed);
  const accusations = new AccusationCounter(cluster);
  const [victim, ...rest] = shuffled(cluster.random, cluster.members);
  const starving = rest.slice(0, starved);
  for (const member of starving) starve(cluster, member);
  cluster.run(options.lastingMs);
  findings.accusations(accusations);
  const watch = new DeathWatch(cluster, [victim!]);
  cluster.kill(victim!);
  const knownMs = cluster.runUntil(
    () => cluster.views.count(victim!, 'alive') + cluster.views.count(victim!, 'suspect') <= starved,
    LONGEST_MS,
  );
  findings.add('a death meanwhile: first suspected', watch.firstSuspectedMs, 'ms');
  findings.add('a death meanwhile: first declared dead', watch.firstDeclaredMs, 'ms');
  findings.add('a death meanwhile: known to all but the starved', knownMs, 'ms');
  return findings.outcome();
}
