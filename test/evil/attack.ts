import type { AttackedCluster } from './attacked-cluster.ts';

/** Something that an attacker tries. */
export interface Attack {
  /** Completes "a cluster is not moved by". */
  readonly name: string;
  /** Tries it. Gives what went wrong that a look at the cluster afterwards wouldn't show. */
  readonly run: (cluster: AttackedCluster) => Promise<readonly string[]>;
  /** Which differences are no harm: what an insider can do and README.md admits. Default: none. */
  readonly mayChange?: RegExp;
  /** By how much the attacked process may grow while it lasts. Default: 12 MiB. */
  readonly mayGrowBytes?: number;
  /** What heals of itself, and how long that may take. Default 0: it must never have happened. */
  readonly healsWithinMs?: number;
}
