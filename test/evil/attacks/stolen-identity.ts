import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { Forger } from '../forger.ts';
import { refusalByNode } from './credulous.ts';
import { SOON_MS } from '../holds.ts';
import { GOSSIPSUB, TopicStream } from '../topic-stream.ts';
import { starling } from '../../../src/wire/gen/messages.js';

/**
 * The thief has a member's key, and so its name on every connection and its good signature, but not the cluster's secret.
 * The member restarts meanwhile, so its incarnation and its counter rise.
 */
export const STOLEN_IDENTITY: Attack = {
  name: "a copy of a member's key in the hands of a stranger, who is connected to all others while that member restarts",
  mayChange: /members|intents|files (state|log)\//,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { last } = cluster;
    const thief = new Forger(await readFile(join(last.dataDirectory, 'identity.key')));
    const peer = await cluster.peer({ identity: thief.identity, pretends: [GOSSIPSUB] });
    const complaints: string[] = [];
    const content = starling.v1.IntentList.encode({
      intents: [thief.sign({ counter: 99, status: 'left' })],
    }).finish();
    for (const node of cluster.nodes.slice(0, -1)) {
      const stream = await peer.open(node, PROTOCOLS.membership);
      const refusal = await refusalByNode(stream, peer.id, { secret: 'guessed' });
      if (refusal === undefined) complaints.push('the thief was let in');
      const topic = await TopicStream.open(peer, node);
      await topic.publish(
        starling.v1.SealedIntents.encode({ seals: [new Uint8Array(32)], content }).finish(),
      );
    }
    if (!(await cluster.restartLast())) complaints.push('the thief keeps the member from its place');
    return complaints;
  },
};
