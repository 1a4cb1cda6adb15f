import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIdentity, peerIdOf } from '../../../src/transport/libp2p/identity.ts';
import { Signatures } from '../../../src/transport/libp2p/signatures.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { altered, contentOf, Forger, unsigned } from '../forger.ts';
import { InsiderLink, type WireIntent } from '../insider-link.ts';

const { Liveness, MembershipMessage } = starling.v1;

/** Intents in one page, which is as long as a message may be. */
const PAGE_INTENTS = 3850;
const PAGES = 26;
/** How many of the attacker's own it checks, to see how long one takes. */
const CHECKED = 1000;

/** Of the time in which this machine checks all their signatures: most of it for reading them. */
const MOST_SHARE = 0.4;

/** The present intent of the last node, as the first one has it. */
async function genuineIntent(cluster: AttackedCluster): Promise<WireIntent> {
  const link = await InsiderLink.open(await cluster.peer(), cluster.first);
  const intents = await link.intents();
  return intents.find((intent) => contentOf(intent).peer === cluster.last.peer)!;
}

async function keyOfLast({ last }: AttackedCluster): Promise<Uint8Array> {
  return readFile(join(last.dataDirectory, 'identity.key'));
}

async function forgeries(cluster: AttackedCluster, insider: Forger): Promise<Record<string, WireIntent>> {
  const { first, last } = cluster;
  const genuine = await genuineIntent(cluster);
  const content = contentOf(genuine);
  const newer = { ...content, counter: content.counter + 1 };
  const signature = Uint8Array.from(genuine.signature!);
  signature[5]! ^= 4;
  return {
    'another counter under the same signature': altered(genuine, { counter: newer.counter }),
    'another status under the same signature': altered(genuine, { status: 'removed' }),
    'a newer intent under a signature with one bit changed': {
      ...altered(genuine, { counter: newer.counter }),
      signature,
    },
    'an intent signed with a key that is not its author’s': insider.sign({ ...newer, status: 'left' }),
    'an intent that says openly that another wrote it': insider.sign({
      ...newer,
      status: 'leaving',
      author: insider.id,
    }),
    'an intent of the same peer in another cluster': new Forger(await keyOfLast(cluster)).sign(newer, 'good'),
    'an intent of the receiver itself': unsigned(first.peer, { counter: 1000, status: 'left' }),
    'a removal of the receiver that nobody signed': unsigned(first.peer, {
      counter: 1000,
      status: 'removed',
    }),
    'a removal that nobody signed': unsigned(last.peer, { status: 'removed', author: first.peer }),
    'an intent of a peer that there isn’t': unsigned(peerIdOf(createIdentity())),
    'an intent of what is no peer': unsigned('nobody'),
  };
}

export const FORGED_INTENTS: Attack = {
  name: 'intents that are forged in any part, each of which costs the forger his streams',
  async run(cluster) {
    for (const [what, intent] of Object.entries(await forgeries(cluster, new Forger()))) {
      for (const asEntries of [false, true]) {
        // Another one each time: a forger isn't let in again so soon.
        const link = await InsiderLink.open(await cluster.peer(), cluster.first);
        if (asEntries) await link.say({ entries: { partCount: 1, parts: [0], intents: [intent] } });
        else await link.tellIntents(intent);
        if (await link.echo()) return [`the stream survived ${what}`];
      }
    }
    return [];
  },
};

export const PHANTOM_INTENTS: Attack = {
  name: 'a hundred thousand intents of peers that there are not',
  async run(cluster) {
    const before = await cluster.target.ask('usage');
    const ids = Array.from({ length: 50 }, () => peerIdOf(createIdentity()));
    const intents = Array.from({ length: PAGE_INTENTS }, (_, i) =>
      unsigned(ids[i % ids.length]!, { counter: 1 + i, addresses: [] }),
    );
    const page = MembershipMessage.encode({ entries: { partCount: 1, parts: [0], intents } }).finish();
    for (let sent = 0; sent < PAGES; sent++) {
      const link = await InsiderLink.open(await cluster.peer(), cluster.first);
      await link.stream.sendFrame(page);
      await link.echo();
    }
    const cpuMs = (await cluster.target.ask('usage')).cpuMs - before.cpuMs;
    return cpuMs <= MOST_SHARE * PAGES * PAGE_INTENTS * msToCheck()
      ? []
      : [`dealing with them took ${cpuMs.toFixed(0)} ms of processor time`];
  },
};

/** Of processor time, for one signature. */
function msToCheck(): number {
  const identity = createIdentity();
  const [self, signatures] = [peerIdOf(identity), new Signatures(identity)];
  const message = new Uint8Array(100);
  const signature = signatures.sign(message);
  const before = process.cpuUsage();
  for (let i = 0; i < CHECKED; i++) signatures.isSignedBy(self, message, signature);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CHECKED;
}

/** It is signed well, and nothing is wrong with it but that nobody knows its author. */
export const STRANGERS_REMOVAL: Attack = {
  name: 'a removal signed by somebody who has never been a member',
  async run(cluster) {
    const insider = new Forger();
    const link = await InsiderLink.open(await cluster.peer({ identity: insider.identity }), cluster.first);
    const complaints: string[] = [];
    for (const intent of await link.intents()) {
      const content = contentOf(intent);
      const removal = insider.sign({
        ...content,
        status: 'removed',
        counter: content.counter + 1,
        author: insider.id,
      });
      await link.tellIntents(removal);
      await link.say({ entries: { partCount: 1, parts: [0], intents: [removal] } });
    }
    if (!(await link.echo()))
      complaints.push('the node hung up: it may have been somebody whom it will hear of');
    return complaints;
  },
};

export const REPLAYED_INTENTS: Attack = {
  name: 'genuine intents and news of earlier times, played again',
  async run(cluster) {
    const content = contentOf(await genuineIntent(cluster));
    const author = new Forger(await keyOfLast(cluster));
    const old = (['joining', 'active', 'leaving', 'left'] as const).map((status) =>
      author.sign({ ...content, status, counter: content.counter - 1 }),
    );
    const link = await InsiderLink.open(await cluster.peer(), cluster.first);
    const [genuine] = await link.intents();
    for (let i = 0; i < 20; i++) {
      await link.tellIntents(...old, genuine!);
      await link.say({ entries: { partCount: 1, parts: [0], intents: old } });
      await link.tell({
        peer: content.peer,
        liveness: Liveness.LIVENESS_DEAD,
        incarnation: 0,
        from: content.peer,
      });
      await link.tell({
        peer: cluster.first.peer,
        liveness: Liveness.LIVENESS_ALIVE,
        incarnation: 1,
        from: cluster.first.peer,
      });
    }
    return (await link.echo()) ? [] : ['the node hung up over what is true'];
  },
};
