import type { ChaosPeer } from '../chaos-peer.ts';
import type { Host, Impairment, Lab, NetworkTrouble, Path } from '../lab/lab.ts';
import { type Fault, type FaultWorld, type Harm, shuffled } from './fault.ts';
import { kill } from './process-faults.ts';

const LOST = { least: 0.05, most: 0.3 } as const;
const DELAY_MS = { least: 20, most: 150 } as const;
const SLOW_BITS_PER_SECOND = { least: 100_000, most: 500_000 } as const;

const DROPPED = 'packets dropped by the switch';

export const NETWORK_FAULTS: readonly Fault[] = [
  troubleOf('isolation', 'cut', DROPPED, ({ lab }, [first, ...rest]) =>
    cut(lab, [first!], bothWays([first!], rest)),
  ),
  troubleOf('split in halves', 'cut', DROPPED, ({ lab }, peers) => {
    const half = Math.floor(peers.length / 2);
    const minority = peers.slice(0, half);
    return cut(lab, minority, bothWays(minority, peers.slice(half)));
  }),
  troubleOf('bridge', 'cut', DROPPED, async ({ lab }, peers) => {
    // Two sides that hear each other's news only through the first.
    const [first, ...rest] = peers;
    const half = Math.ceil(rest.length / 2);
    const harm = await cut(lab, [first!], bothWays(rest.slice(0, half), rest.slice(half)));
    return { ...harm, excused: peers };
  }),
  troubleOf('one-way split', 'cut', DROPPED, ({ lab }, [first, ...rest]) =>
    cut(lab, [first!], oneWay([first!], rest)),
  ),
  troubleOf('kill in a split', 'cut', DROPPED, async ({ lab }, [first, ...rest]) => {
    const split = await cut(lab, [first!], bothWays([first!], rest));
    const death = await kill([rest[0]!]);
    return {
      peers: [...split.peers, ...death.peers],
      seen: async () => ((await death.seen()) > 0 ? split.seen() : 0),
      undo: async () => {
        await split.undo();
        await death.undo();
      },
    };
  }),
  troubleOf('packet loss', 'loss', DROPPED, async ({ lab, random }, [first]) =>
    harmOf([first!], await lab.lose(first!.host, random.between(LOST.least, LOST.most))),
  ),
  troubleOf('delay', 'delay', 'connections that took as long as they had to', async (world, [first]) => {
    const ms = Math.round(world.random.between(DELAY_MS.least, DELAY_MS.most));
    return harmOf([first!], await world.lab.delay(first!.host, ms));
  }),
  troubleOf('slow link', 'slow link', 'packets that had to wait', async ({ lab, random }, [first]) => {
    const { least, most } = SLOW_BITS_PER_SECOND;
    return harmOf([first!], await lab.slow(first!.host, Math.round(random.between(least, most))));
  }),
];

function troubleOf(
  name: string,
  trouble: NetworkTrouble,
  seenAs: string,
  begin: (world: FaultWorld, inDisorder: readonly ChaosPeer[]) => Promise<Harm>,
): Fault {
  return {
    name,
    seenAs,
    obstacle: ({ lab }) => lab.obstacles.get(trouble),
    begin: (world) => begin(world, shuffled(world.peers, world.random)),
  };
}

async function cut(lab: Lab, victims: readonly ChaosPeer[], paths: readonly Path[]): Promise<Harm> {
  return harmOf(victims, await lab.cut(paths));
}

function harmOf(peers: readonly ChaosPeer[], impairment: Impairment): Harm {
  return { peers, seen: () => impairment.hits(), undo: () => impairment.end() };
}

function oneWay(from: readonly ChaosPeer[], to: readonly ChaosPeer[]): Path[] {
  const hostOf = ({ host }: ChaosPeer): Host => host;
  return from.flatMap((a) => to.map((b) => ({ from: hostOf(a), to: hostOf(b) })));
}

function bothWays(some: readonly ChaosPeer[], others: readonly ChaosPeer[]): Path[] {
  return [...oneWay(some, others), ...oneWay(others, some)];
}
