import { AccusationCounter } from '../accusations.ts';
import { CoreCluster } from '../core-cluster.ts';
import { Findings, type Outcome } from '../outcome.ts';
import { TrafficWindow } from '../traffic-window.ts';
import { type Weather, beginWeather } from '../weather.ts';
import type { ScenarioOptions } from './scenario.ts';

export interface RoughWeatherOptions extends ScenarioOptions {
  readonly weathers: readonly Weather[];
  readonly lastingMs: number;
}

/** The longest that anybody still suffers when the weather is over, and how soon all is well after that. */
const CLEARING_MS = 310_000;
const CONVERGED_WITHIN_MS = 60_000;

/** Hours in which members and links are slow, and nobody dies. */
export function roughWeather(options: RoughWeatherOptions): Outcome {
  const { weathers } = options;
  const cluster = CoreCluster.settled(options.members, options);
  const findings = new Findings(`rough weather: ${weathers.join(' and ')}`, cluster, options.seed);
  const accusations = new AccusationCounter(cluster);
  const traffic = new TrafficWindow(cluster);
  const ends = weathers.map((weather) => beginWeather(cluster, weather));
  cluster.run(options.lastingMs);
  traffic.report(findings, 'meanwhile');
  for (const end of ends) end();
  cluster.runUntil(() => !cluster.members.some(isSuffering), CLEARING_MS);
  const clearedMs = cluster.runUntil(() => cluster.isConverged(), 2 * CONVERGED_WITHIN_MS);
  findings.took('all see all alive when it is over', clearedMs, CONVERGED_WITHIN_MS);
  findings.accusations(accusations);
  return findings.outcome();
}

function isSuffering({ isStarved, stall }: CoreCluster['members'][number]): boolean {
  return isStarved || stall !== undefined;
}
