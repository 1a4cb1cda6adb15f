/**
 * How even the ring is and how much a join moves, beside a plain consistent-hash ring with virtual nodes.
 *
 * Usage: node --import=tsx scripts/bench-ring.ts
 *
 * busiest: the most that a member owns, divided by its fair share; the worst of all rings looked at.
 * moved: owners that a join brings to partitions, divided by those it must bring (the newcomer's fair
 * share); the average of four joins one after another. cpu: of one placement.
 */
import { keyOf } from '../src/version/key.ts';
import { type Ownership, movedBetween } from '../src/ring/movement.ts';
import { computePlacement } from '../src/ring/placement.ts';
import { DEFAULT_WEIGHT } from '../src/ring/ring-member.ts';

const REPLICAS = 3;
const JOINS = 4;
/** Points at which a plain ring, which has no partitions, is looked at. */
const SAMPLES = 16_384;

interface Method {
  readonly name: string;
  /** Partitions, or points that stand for them. */
  readonly partitions: number;
  readonly ownership: (peers: readonly string[]) => Ownership;
}

function starling(partitions: number): Method {
  return {
    name: `starling, ${partitions} partitions`,
    partitions,
    ownership: (peers) => {
      const members = peers.map((peer) => ({ peer, zone: '', weight: DEFAULT_WEIGHT }));
      return computePlacement(members, { partitions, replicas: REPLICAS });
    },
  };
}

/** Each peer at `nodes` places on a circle; a point's owners are the next different peers clockwise. */
function plainRing(nodes: number): Method {
  return {
    name: `plain ring, ${nodes} virtual nodes`,
    partitions: SAMPLES,
    ownership: (peers) => {
      const places = peers
        .flatMap((peer) =>
          Array.from({ length: nodes }, (_, i) => ({ at: keyOf(`${peer}#${i}`).tokenHigh, peer })),
        )
        .sort((a, b) => a.at - b.at);
      const width = Math.min(REPLICAS, peers.length);
      let next = 0;
      const ownersOf = Array.from({ length: SAMPLES }, (_, sample) => {
        const point = (sample / SAMPLES) * 2 ** 32;
        while (next < places.length && places[next]!.at < point) next++;
        const owners = new Set<string>();
        for (let i = next; owners.size < width; i++) owners.add(places[i % places.length]!.peer);
        return [...owners];
      });
      return { ownersOf: (sample) => ownersOf[sample]! };
    },
  };
}

/** Owners of all partitions: as many as there are to be shared out. */
function shared(method: Method, memberCount: number): number {
  return method.partitions * Math.min(REPLICAS, memberCount);
}

function busiest(ownership: Ownership, method: Method, memberCount: number): number {
  const loads = new Map<string, number>();
  for (let partition = 0; partition < method.partitions; partition++) {
    for (const peer of ownership.ownersOf(partition)) loads.set(peer, (loads.get(peer) ?? 0) + 1);
  }
  return Math.max(...loads.values()) / (shared(method, memberCount) / memberCount);
}

function measure(method: Method, memberCount: number): string[] {
  const peers = Array.from({ length: memberCount + JOINS }, (_, i) => `peer-${memberCount}-${i}`);
  const start = process.cpuUsage();
  let before = method.ownership(peers.slice(0, memberCount));
  const { user } = process.cpuUsage(start);
  let worst = busiest(before, method, memberCount);
  let moved = 0;
  let least = 0;
  for (let count = memberCount + 1; count <= memberCount + JOINS; count++) {
    const after = method.ownership(peers.slice(0, count));
    moved += movedBetween(before, after, method.partitions);
    least += shared(method, count) / count;
    worst = Math.max(worst, busiest(after, method, count));
    before = after;
  }
  return [worst.toFixed(2), (moved / least).toFixed(2), `${(user / 1000).toFixed(1)} ms`];
}

const methods = [starling(1024), starling(16_384), plainRing(128), plainRing(256)];
console.log('| peers | method | busiest / fair share | moved / least | cpu |\n|---|---|---|---|---|');
for (const memberCount of [3, 5, 10, 30, 100, 300, 1000]) {
  for (const method of methods) {
    console.log(`| ${[memberCount, method.name, ...measure(method, memberCount)].join(' | ')} |`);
  }
}
