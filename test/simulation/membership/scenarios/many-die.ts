import { shuffled } from '../../../../src/base/random.ts';
import { AccusationCounter } from '../accusations.ts';
import { deathBoundMs } from '../bounds.ts';
import { CoreCluster } from '../core-cluster.ts';
import { DeathWatch } from '../death-watch.ts';
import { Findings, type Outcome } from '../outcome.ts';
import { TrafficWindow } from '../traffic-window.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface ManyDieOptions extends ScenarioOptions {
  /** How long the traffic is watched when all is known; 0: not at all. */
  readonly afterwardsMs: number;
}

const DYING_PART = 0.3;

/** What finding so many dead may take beyond finding one: probes that meet the dead are slow ones. */
const TIMES_ONE_DEATH = 3;
const LONGEST_MS = 600_000;

/** Three members in ten die at once, as when a rack loses its power. */
export function manyDie(options: ManyDieOptions): Outcome {
  const cluster = CoreCluster.settled(options.members, options);
  const findings = new Findings('30 % die at once', cluster, options.seed);
  const accusations = new AccusationCounter(cluster);
  const traffic = new TrafficWindow(cluster);
  const dying = shuffled(cluster.random, cluster.members).slice(0, Math.round(DYING_PART * options.members));
  const watch = new DeathWatch(cluster, dying);
  for (const member of dying) cluster.kill(member);
  const half = dying.length / 2;
  const halfMs = cluster.runUntil(
    () => dying.filter((member) => cluster.views.isTrueOf(member)).length >= half,
    LONGEST_MS,
  );
  const restMs = cluster.runUntil(() => cluster.isConverged(), LONGEST_MS);
  findings.add('first suspected', watch.firstSuspectedMs, 'ms');
  findings.add('first declared dead', watch.firstDeclaredMs, 'ms');
  findings.add('half of the deaths known to all', halfMs, 'ms');
  const tookMs = halfMs === undefined || restMs === undefined ? undefined : halfMs + restMs;
  const bound = TIMES_ONE_DEATH * deathBoundMs(cluster.swimOptions, options.members);
  findings.took('all deaths known to all', tookMs, bound);
  traffic.report(findings, 'until then');
  if (options.afterwardsMs > 0) {
    cluster.untilQuiet(LONGEST_MS);
    const afterwards = new TrafficWindow(cluster);
    cluster.run(options.afterwardsMs);
    afterwards.report(findings, 'with so many dead');
  }
  findings.accusations(accusations);
  return findings.outcome();
}
