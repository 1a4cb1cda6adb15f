import type { Topology } from '../../../src/client/index.ts';
import type { Violation } from '../../simulation/history.ts';

/** P8: every partition has N owners, each of which holds everything that it is to hold. */
export function checkShares({ partitions, replicas, width, owners, members }: Topology): Violation[] {
  const violations: Violation[] = [];
  const violation = (message: string) => violations.push({ promise: 'P8', message });
  if (width !== replicas) violation(`partitions have ${width} owners, and not ${replicas}`);
  for (let partition = 0; partition < partitions; partition++) {
    const row = owners.slice(partition * width, (partition + 1) * width);
    if (new Set(row).size < width) violation(`partition ${partition} has the owners ${row.join()}`);
  }
  for (const { peer, intent, ownedPartitions, completePartitions } of members)
    if (intent === 'active' && completePartitions < ownedPartitions)
      violation(`${peer} holds ${completePartitions} of the ${ownedPartitions} partitions that it owns`);
  return violations;
}
