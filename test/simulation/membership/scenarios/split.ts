import { AccusationCounter } from '../accusations.ts';
import { CoreCluster } from '../core-cluster.ts';
import { Findings, type Outcome } from '../outcome.ts';
import { TrafficWindow } from '../traffic-window.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface SplitOptions extends ScenarioOptions {
  readonly splitMs: number;
}

const LONGEST_MS = 600_000;

/** Two halves that can't reach each other for long, and then can. */
export function split(options: SplitOptions): Outcome {
  const cluster = CoreCluster.settled(options.members, options);
  const findings = new Findings('split in halves', cluster, options.seed);
  const accusations = new AccusationCounter(cluster);
  cluster.split();
  const apartMs = cluster.runUntil(() => cluster.isConverged(), options.splitMs);
  findings.took('each half has given up the other', apartMs, options.splitMs);
  const apart = new TrafficWindow(cluster);
  cluster.run(options.splitMs - (apartMs ?? options.splitMs));
  apart.report(findings, 'from then until the healing');
  cluster.heal();
  const together = new TrafficWindow(cluster);
  const { reconnectMaxMs } = cluster.swimOptions;
  const healedMs = cluster.runUntil(() => cluster.isConverged(), LONGEST_MS);
  findings.took('whole again after the healing', healedMs, 4 * reconnectMaxMs);
  together.report(findings, 'from the healing until whole');
  findings.accusations(accusations);
  return findings.outcome();
}
