import { checkReads } from './checkers/reads.ts';
import { checkWriteOrder } from './checkers/write-order.ts';
import type { SimulatedCluster } from './cluster.ts';
import { type Violation, isWrite, isWritten } from './history.ts';
import type { Workload } from './workload.ts';

/** What a workload came to, whatever befell the cluster. */
export interface Tally {
  readonly acknowledgedWrites: number;
  readonly unknownWrites: number;
  readonly reads: number;
}

export function tallyOf({ operations }: Workload): Tally {
  const writes = operations.filter(isWrite);
  const acknowledgedWrites = writes.filter(isWritten).length;
  return {
    acknowledgedWrites,
    unknownWrites: writes.length - acknowledgedWrites,
    reads: operations.filter(({ outcome }) => outcome.kind === 'read').length,
  };
}

/** How often each kind of fault was there in all of these runs. */
export function faultsIn(reports: readonly { readonly faults: ReadonlyMap<string, number> }[]): string {
  const counts = new Map<string, number>();
  for (const { faults } of reports)
    for (const [fault, count] of faults) counts.set(fault, (counts.get(fault) ?? 0) + count);
  return [...counts].map(([fault, count]) => `${count} x ${fault}`).join(', ');
}

/** Which promises were broken, with the seeds that show it. */
export function violationsIn(
  reports: readonly { readonly seed: number; readonly violations: readonly Violation[] }[],
): string[] {
  return reports.flatMap(({ seed, violations }) =>
    violations.map(({ promise, message }) => `seed ${seed}: ${promise}: ${message}`),
  );
}

/** What the history of answers and the nodes' own restarts show. */
export function historyViolations({ nodes }: SimulatedCluster, { operations }: Workload): Violation[] {
  return [
    ...checkWriteOrder(operations),
    ...checkReads(operations),
    ...nodes.flatMap((node) => node.violations),
  ];
}

/** A run that could not be ended, as a violation of the promise that everybody comes to agree. */
export function unfinished(error: unknown): Violation {
  return { promise: 'P7', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
