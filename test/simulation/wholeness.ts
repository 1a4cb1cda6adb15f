import type { SimulatedCluster } from './cluster.ts';

/** What is missing to a cluster in which nobody comes or goes, and everybody holds just what they own; empty: nothing. */
export function shortcomings({ up, nodes }: SimulatedCluster): string[] {
  const members = nodes.filter(({ role }) => role === 'member');
  const peers = new Set(members.map(({ peer }) => peer));
  const width = Math.min(members.length, 3);
  const found = members
    .filter((node) => !node.isUp || node.node?.isActive !== true)
    .map(({ peer, node }) => {
      const own = node?.gossip.intents().find((intent) => intent.peer === peer);
      return `${peer} is ${own?.status ?? 'down'}`;
    });
  for (const { peer, node } of up) {
    const { view, partitions } = node!.custody;
    const incomplete = node!.custody.incomplete().length;
    if (incomplete > 0) found.push(`${peer} has yet to copy ${incomplete} partitions`);
    if (view.changing.length > 0) found.push(`${peer} sees ${view.changing.join()} come or go`);
    for (let partition = 0; partition < partitions; partition++) {
      const owners = view.custodians(partition);
      if (owners.length !== width || !owners.every((owner) => peers.has(owner)))
        found.push(`${peer} sees ${owners.join()} own partition ${partition}`);
      const held = node!.storage.count(partition);
      if (held > 0 && !owners.includes(peer))
        found.push(`${peer} holds ${held} records of partition ${partition}, which it does not own`);
    }
  }
  return found;
}

/** Whether every partition has N living owners that hold everything, whatever else is going on. */
export function isWhole({ up }: SimulatedCluster): boolean {
  const byPeer = new Map(up.map((node) => [node.peer, node]));
  return up.every(({ node }) => {
    const { view, partitions } = node!.custody;
    return Array.from({ length: partitions }, (_, partition) => partition).every((partition) => {
      const owners = view.custodians(partition);
      return (
        owners.length === 3 &&
        owners.every((owner) => byPeer.get(owner)?.node?.custody.isComplete(partition) === true)
      );
    });
  });
}
