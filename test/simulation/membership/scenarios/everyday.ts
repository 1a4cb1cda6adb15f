import { AccusationCounter } from '../accusations.ts';
import { deathBoundMs, disseminationBoundMs } from '../bounds.ts';
import { CoreCluster } from '../core-cluster.ts';
import { DeathWatch } from '../death-watch.ts';
import { Findings, type Outcome } from '../outcome.ts';
import type { SimulatedMember } from '../simulated-member.ts';
import { TrafficWindow } from '../traffic-window.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface EverydayOptions extends ScenarioOptions {
  readonly idleMs: number;
}

const LONGEST_MS = 120_000;
const PAUSE_MS = 3000;

/** Messages that a member without news sends: a probe and an answer an interval, and now and then an exchange. */
const IDLE_MESSAGES_PER_INTERVAL = 2.2;

/** A quiet cluster: what it costs, and how soon all know of a death, an arrival and a departure. */
export function everyday(options: EverydayOptions): Outcome {
  const cluster = CoreCluster.settled(options.members, options);
  const findings = new Findings('everyday', cluster, options.seed);
  const accusations = new AccusationCounter(cluster);
  idle(cluster, findings, options.idleMs);
  death(cluster, findings, { breaksConnections: false });
  cluster.run(PAUSE_MS);
  death(cluster, findings, { breaksConnections: true });
  cluster.run(PAUSE_MS);
  arrival(cluster, findings);
  cluster.run(PAUSE_MS);
  departure(cluster, findings);
  findings.accusations(accusations);
  return findings.outcome();
}

function idle(cluster: CoreCluster, findings: Findings, forMs: number): void {
  const traffic = new TrafficWindow(cluster);
  cluster.run(forMs);
  const { messages, bytes } = traffic.perMember();
  const bound = (IDLE_MESSAGES_PER_INTERVAL * 1000) / cluster.swimOptions.probeIntervalMs;
  findings.atMost('messages per member, idle', messages, '/s', bound);
  findings.add('bytes per member, idle', bytes, 'B/s');
}

/** One member dies: with its machine, so that nobody is told; or its process alone, whose connections break at once. */
function death(
  cluster: CoreCluster,
  findings: Findings,
  { breaksConnections }: { readonly breaksConnections: boolean },
): void {
  const traffic = new TrafficWindow(cluster);
  const victim = anyOf(cluster);
  const watch = new DeathWatch(cluster, [victim]);
  cluster.kill(victim);
  if (breaksConnections) {
    for (const member of cluster.running())
      cluster.tell(member, { kind: 'peerUnreachable', peer: victim.peer });
  }
  const tookMs = cluster.runUntil(() => cluster.isConverged(), LONGEST_MS);
  const what = breaksConnections ? 'process killed' : 'machine lost';
  findings.add(`${what}: first suspected`, watch.firstSuspectedMs, 'ms');
  findings.add(`${what}: first declared dead`, watch.firstDeclaredMs, 'ms');
  findings.took(`${what}: known to all`, tookMs, deathBoundMs(cluster.swimOptions, cluster.members.length));
  traffic.report(findings, `from then until all know (${what})`);
}

/** A member that knows nobody but one seed. */
function arrival(cluster: CoreCluster, findings: Findings): void {
  const traffic = new TrafficWindow(cluster);
  const seed = anyOf(cluster);
  const startMs = cluster.nowMs;
  const newcomer = cluster.add();
  cluster.start(newcomer);
  cluster.join(newcomer, seed);
  const knownMs = cluster.runUntil(() => cluster.views.isTrueOf(newcomer), LONGEST_MS);
  const bound = disseminationBoundMs(cluster.swimOptions, cluster.members.length);
  findings.took('arrival: known to all', knownMs, bound);
  traffic.report(findings, 'from then until all know (arrival)');
  const restMs = cluster.runUntil(() => cluster.isConverged(), LONGEST_MS);
  const allMs = restMs === undefined ? undefined : cluster.nowMs - startMs;
  findings.took(
    'arrival: knows all, and who is dead',
    allMs,
    deathBoundMs(cluster.swimOptions, cluster.members.length),
  );
}

function departure(cluster: CoreCluster, findings: Findings): void {
  const traffic = new TrafficWindow(cluster);
  const leaver = anyOf(cluster);
  cluster.leave(leaver);
  const tookMs = cluster.runUntil(() => cluster.isConverged(), LONGEST_MS);
  const bound = disseminationBoundMs(cluster.swimOptions, cluster.members.length);
  findings.took('departure: known to all', tookMs, bound);
  traffic.report(findings, 'from then until all know (departure)');
}

function anyOf(cluster: CoreCluster): SimulatedMember {
  const running = cluster.running();
  return running[cluster.random.integer(running.length)]!;
}
