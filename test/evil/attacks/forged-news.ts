import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import { InsiderLink } from '../insider-link.ts';
import { starling } from '../../../src/wire/gen/messages.js';

const { LIVENESS_ALIVE: ALIVE, LIVENESS_SUSPECT: SUSPECT, LIVENESS_DEAD: DEAD } = starling.v1.Liveness;

/** The highest incarnation that a message may name. */
const HIGHEST = 2 ** 31 - 1;

/** How far one piece of hearsay may raise an incarnation. */
const JUMP = 1024;

/** A member that is accused refutes in a higher incarnation, and saves that. */
const REFUTED = /members \.\.\w+: alive \d+ -> alive \d+$|files state\/membership.json/;

/** The incarnation in which a member holds itself. */
async function incarnationOf(cluster: AttackedCluster, peer: string): Promise<number> {
  const snapshot = await cluster.target.ask('snapshot');
  const own = snapshot.find((node) => node.peer === peer)!.members[peer]!;
  return Number(own.split(' ')[1]);
}

async function linkToFirst(cluster: AttackedCluster): Promise<InsiderLink> {
  return InsiderLink.open(await cluster.peer(), cluster.first);
}

/** Whether all hold this member for alive, in a higher incarnation. */
function isRefuted(
  cluster: AttackedCluster,
  peer: string,
  incarnation: number,
  withinMs = SOON_MS,
): Promise<boolean> {
  return holdsWithin(withinMs, async () => {
    const snapshot = await cluster.target.ask('snapshot');
    return snapshot.every(({ members }) => {
      const [liveness, held] = members[peer]!.split(' ');
      return liveness === 'alive' && Number(held) > incarnation;
    });
  });
}

/** @param withinMs how long a refutation may take */
export const accusations = (withinMs: number): Attack => ({
  name: 'false accusations of a living member, in the name of others: it refutes each',
  mayChange: REFUTED,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { first, last, nodes } = cluster;
    const link = await linkToFirst(cluster);
    for (const liveness of [SUSPECT, DEAD]) {
      const incarnation = await incarnationOf(cluster, last.peer);
      const accusers = [...nodes, { peer: 'nobody' }, last];
      await link.tell(
        ...accusers.map(({ peer: from }) => ({ peer: last.peer, liveness, incarnation, from })),
      );
      await link.tell({
        peer: first.peer,
        liveness,
        incarnation: await incarnationOf(cluster, first.peer),
        from: last.peer,
      });
      if (!(await isRefuted(cluster, last.peer, incarnation, withinMs))) {
        return [`${liveness} was not refuted`];
      }
    }
    return [];
  },
});

export const INCARNATION_JUMPS: Attack = {
  name: 'news of incarnations far above any that there can be, about the receiver and about others',
  mayChange: REFUTED,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { first, last } = cluster;
    const link = await linkToFirst(cluster);
    for (const { peer } of [first, last]) {
      const incarnation = await incarnationOf(cluster, peer);
      for (const jump of [HIGHEST, HIGHEST - 1, 2 ** 30, incarnation + 2 * JUMP]) {
        for (const liveness of [ALIVE, SUSPECT, DEAD]) {
          for (const from of [peer, first.peer]) await link.tell({ peer, liveness, incarnation: jump, from });
        }
      }
    }
    return (await link.echo()) ? [] : ['the node hung up'];
  },
};

/** Each step is no higher than hearsay may go; the last one is where the member itself no longer believes it. */
export const INCARNATION_LADDER: Attack = {
  name: 'an incarnation raised step by step, and the member declared dead at the top of it',
  mayChange: REFUTED,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { last, nodes } = cluster;
    const link = await linkToFirst(cluster);
    const first = await incarnationOf(cluster, last.peer);
    await link.tell({ peer: last.peer, liveness: SUSPECT, incarnation: first, from: nodes[1]!.peer });
    if (!(await isRefuted(cluster, last.peer, first))) return ['it does not even refute'];
    const steps = Array.from({ length: 10 }, (_, i) => ({
      peer: last.peer,
      liveness: ALIVE,
      incarnation: first + (i + 1) * (JUMP - 2),
      from: last.peer,
    }));
    await link.tell(...steps, { ...steps.at(-1)!, liveness: DEAD });
    return (await link.echo()) ? [] : ['the node hung up'];
  },
};

/** How many pieces of news are told to climb, and how far that may get. Used up, a member could never refute again. */
const CLIMB_NEWS = 20_000;
const MOST_CLIMBED = 2 ** 22;

export const CLIMB: Attack = {
  name: 'a member told thousands of times that it has a higher incarnation than it knows, to use them up',
  mayChange: REFUTED,
  healsWithinMs: SOON_MS,
  async run(cluster) {
    const { peer } = cluster.first;
    const link = await linkToFirst(cluster);
    let incarnation = HIGHEST / 2 - 1;
    for (let told = 0; told < CLIMB_NEWS; told += 50) {
      const updates = Array.from({ length: 50 }, () => {
        incarnation = Math.floor(incarnation) + JUMP;
        return { peer, liveness: ALIVE, incarnation: Math.min(incarnation, HIGHEST), from: peer };
      });
      if (!(await link.tell(...updates))) break;
    }
    const start = await incarnationOf(cluster, peer);
    for (let told = 0, own = start; told < CLIMB_NEWS; told += 50, own += 50 * JUMP) {
      const updates = Array.from({ length: 50 }, (_, i) => ({
        peer,
        liveness: ALIVE,
        incarnation: own + i * JUMP,
        from: peer,
      }));
      if (!(await link.tell(...updates))) break;
    }
    await link.echo();
    const climbed = await incarnationOf(cluster, peer);
    return climbed <= MOST_CLIMBED ? [] : [`the incarnation climbed to ${climbed}`];
  },
};

const PHANTOMS_PER_MESSAGE = 50;

export const phantomNews = (phantoms: number): Attack => ({
  name: `news about the liveness of ${phantoms} peers that there are not`,
  async run(cluster) {
    const link = await linkToFirst(cluster);
    for (let told = 0; told < phantoms; told += PHANTOMS_PER_MESSAGE) {
      const updates = Array.from({ length: PHANTOMS_PER_MESSAGE }, (_, i) => {
        const peer = `p${told + i}`;
        return { peer, liveness: ALIVE, incarnation: 1, from: peer };
      });
      await link.tell(...updates);
    }
    return (await link.echo()) ? [] : ['the node hung up'];
  },
});
