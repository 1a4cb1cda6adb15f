import type { CoreClusterOptions } from '../core-cluster.ts';

/** What every scenario is told: how large the cluster is, and its options, with which bugs are planted. */
export interface ScenarioOptions extends CoreClusterOptions {
  readonly members: number;
}
