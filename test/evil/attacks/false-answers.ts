import { createIdentity } from '../../../src/transport/libp2p/identity.ts';
import type { Attack } from '../attack.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import { InsiderLink } from '../insider-link.ts';

/** How far ahead of the sequence number that it was shown the insider answers. */
const AHEAD = 64;

/**
 * One counter numbers a node's probes and those that it makes for others: asked to probe the insider itself, it would show where
 * that counter is. It probes members alone for others; and if it did, an ack would still count only from the member that was
 * probed, or one that was asked (test/papers has the planted bugs for both).
 * @param withinMs how long the death may go unnoticed
 */
export const falseAcks = (withinMs: number): Attack => ({
  name: 'an insider that answers in the place of a dead member, with the right sequence numbers',
  // The member was killed and has come back.
  mayChange: /members|intents|files (state|log)\//,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { target, nodes, last } = cluster;
    const peer = await cluster.peer({ identity: createIdentity() });
    const links = await Promise.all(nodes.slice(0, -1).map((node) => InsiderLink.open(peer, node)));
    const state = { isOver: false };
    const answering = links.map((link) => answerEverything(link, peer.id, state));
    await target.ask('kill', nodes.length - 1);
    const isKnown = await holdsWithin(withinMs, async () => {
      const snapshot = await target.ask('snapshot');
      return snapshot.every(({ members }) => members[last.peer]!.startsWith('dead'));
    });
    state.isOver = true;
    await Promise.all(answering);
    if (!isKnown) return ['the death is hidden'];
    return (await cluster.restartLast()) ? [] : ['the member is not back'];
  },
});

async function answerEverything(link: InsiderLink, self: string, state: { isOver: boolean }): Promise<void> {
  while (!state.isOver && !link.stream.isClosed) {
    let shown: number | undefined;
    await link.say({ pingRequest: { sequence: 1, target: self } });
    await link.echo(({ ping }) => (shown = ping?.sequence ?? shown));
    for (let i = 0; shown !== undefined && i < AHEAD; i++) {
      const sequence = (shown + i) >>> 0;
      await link.say({ ack: { sequence, wallMs: Date.now() } });
      await link.say({ nack: { sequence } });
    }
  }
}
