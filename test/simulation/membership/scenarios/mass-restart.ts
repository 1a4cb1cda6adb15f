import { shuffled } from '../../../../src/base/random.ts';
import { AccusationCounter } from '../accusations.ts';
import { addressIn } from '../core.ts';
import { CoreCluster } from '../core-cluster.ts';
import { Findings, type Outcome } from '../outcome.ts';
import { Seeds } from '../seeds.ts';
import type { SimulatedMember } from '../simulated-member.ts';
import { TrafficWindow } from '../traffic-window.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface MassRestartOptions extends ScenarioOptions {
  /** Whether all but the seeds come back with other addresses. */
  readonly moves: boolean;
}

const SEEDS = 3;
/** All are back within this time, in any order. */
const SPREAD_MS = 10_000;
const LONGEST_MS = 600_000;
const BOUND_MS = 120_000;
const DOWN_MS = 60_000;

/** All members are killed at once, and start again in any order with what they had saved. */
export function massRestart(options: MassRestartOptions): Outcome {
  const cluster = CoreCluster.settled(options.members, options);
  const name = options.moves ? 'mass restart, other addresses' : 'mass restart';
  const findings = new Findings(name, cluster, options.seed);
  // A member whose new address isn't known yet is cut off, and whoever can't reach it is right to declare it dead.
  const early = options.moves ? undefined : new AccusationCounter(cluster);
  for (const member of cluster.members) cluster.kill(member);
  cluster.run(DOWN_MS);
  const seedMembers = cluster.members.slice(0, SEEDS);
  const seeds = new Seeds(cluster, seedMembers);
  for (const member of shuffled(cluster.random, cluster.members)) {
    if (options.moves && !seedMembers.includes(member)) cluster.move(member, 1);
    cluster.after(cluster.random.between(0, SPREAD_MS), () => {
      cluster.start(member);
      seeds.begin(member);
    });
  }
  cluster.run(SPREAD_MS + 1);
  const traffic = new TrafficWindow(cluster);
  const wholeMs = cluster.runUntil(() => cluster.isConverged() && allFind(cluster.members), LONGEST_MS);
  findings.took('whole after the last start', wholeMs, BOUND_MS);
  traffic.report(findings, 'until whole');
  const accusations = early ?? new AccusationCounter(cluster);
  const draining = new TrafficWindow(cluster);
  const whole = cluster.nowMs;
  const isQuiet = cluster.untilQuiet(LONGEST_MS);
  findings.took('no news any more after that', isQuiet ? cluster.nowMs - whole : undefined, BOUND_MS);
  draining.report(findings, 'until no news any more');
  findings.accusations(accusations);
  return findings.outcome();
}

/** Whether everybody knows where everybody is. */
function allFind(members: readonly SimulatedMember[]): boolean {
  return members.every(({ swim }) =>
    members.every(({ peer, address }) => {
      const intent = swim!.intent(peer);
      return intent !== undefined && addressIn(intent) === address;
    }),
  );
}
