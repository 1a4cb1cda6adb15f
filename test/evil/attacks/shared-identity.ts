import type { Attack } from '../attack.ts';
import { SOON_MS } from '../holds.ts';

/**
 * Both know everything and have the same key, so that nobody can tell which is the true one: one of them stops, or both, and
 * says why. What the others hold and who owns it stays as it was.
 * @param withinMs how long both may go on
 */
export const sharedIdentity = (withinMs: number): Attack => ({
  name: 'a copy of a member’s data directory that is started beside it',
  mayChange: /members|intents|ringId|files (state|log)\//,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { target, nodes, last } = cluster;
    await target.ask('copy', nodes.length - 1);
    const isTold = await cluster.tells(last.peer, /another process takes part in the cluster as/, withinMs);
    await target.ask('endOthers');
    const complaints = isTold ? [] : ['neither of them stops'];
    if (!(await cluster.restartLast())) complaints.push('the member is not back');
    return complaints;
  },
});
