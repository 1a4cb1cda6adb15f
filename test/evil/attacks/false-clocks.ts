import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import { InsiderLink } from '../insider-link.ts';

const HOUR_MS = 3_600_000;

/** More than there are members. */
const LIARS = 5;

/** How far the nodes may come to be from the true time. */
const MOST_WRONG_MS = 60_000;

export const FALSE_CLOCKS: Attack = {
  name: 'peers without an intent, more of them than there are members, whose clocks are an hour ahead',
  async run(cluster) {
    for (let i = 0; i < LIARS; i++) {
      if (!(await isHeard(cluster))) return ['the node does not ask strangers what they know'];
    }
    const wrongMs = await cluster.target.ask('clockErrorMs');
    return wrongMs <= MOST_WRONG_MS ? [] : [`a node's clock is ${wrongMs} ms wrong`];
  },
};

/** Somebody of whom the node knows nothing, so that it asks for an exchange, and is told a time with the answer. */
async function isHeard(cluster: AttackedCluster): Promise<boolean> {
  const link = await InsiderLink.open(await cluster.peer(), cluster.first);
  const isAsked = await holdsWithin(SOON_MS, async () => {
    let hasAsked = false;
    await link.tell();
    await link.echo(({ digest }) => (hasAsked ||= Boolean(digest)));
    return hasAsked;
  });
  await link.say({ entries: { partCount: 1, wallMs: Date.now() + HOUR_MS } });
  return isAsked && link.echo();
}
