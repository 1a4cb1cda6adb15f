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
import { computePlacement } from '../src/ring/placement.ts';

const REPLICAS = 3;
const JOINS = 4;
/** Points at which a plain ring, which has no partitions, is looked at. */
const SAMPLES = 16_384;

/** The owners of each partition (or sample point), as peer ids. */
type Owners = readonly (readonly string[])[];

interface Method {
  readonly name: string;
  readonly owners: (peers: readonly string[]) => Owners;
}

function starling(partitions: number): Method {
  return {
    name: `starling, ${partitions} partitions`,
    owners: (peers) => {
      const members = peers.map((peer) => ({ peer, zone: '', weight: 100 }));
      const placement = computePlacement(members, { partitions, replicas: REPLICAS });
      return Array.from({ length: partitions }, (_, partition) => placement.ownersOf(partition));
    },
  };
}

/** Each peer at `nodes` places on a circle; a point's owners are the next different peers clockwise. */
function plainRing(nodes: number): Method {
  return {
    name: `plain ring, ${nodes} virtual nodes`,
    owners: (peers) => {
      const places = peers
        .flatMap((peer) =>
          Array.from({ length: nodes }, (_, i) => ({ at: keyOf(`${peer}#${i}`).tokenHigh, peer })),
        )
        .sort((a, b) => a.at - b.at);
      const width = Math.min(REPLICAS, peers.length);
      let next = 0;
      return Array.from({ length: SAMPLES }, (_, sample) => {
        const point = (sample / SAMPLES) * 2 ** 32;
        while (next < places.length && places[next]!.at < point) next++;
        const owners = new Set<string>();
        for (let i = next; owners.size < width; i++) owners.add(places[i % places.length]!.peer);
        return [...owners];
      });
    },
  };
}

function busiest(owners: Owners, memberCount: number): number {
  const loads = new Map<string, number>();
  for (const peer of owners.flat()) loads.set(peer, (loads.get(peer) ?? 0) + 1);
  return Math.max(...loads.values()) / (owners.flat().length / memberCount);
}

function measure(method: Method, memberCount: number): string[] {
  const peers = Array.from({ length: memberCount + JOINS }, (_, i) => `peer-${memberCount}-${i}`);
  const start = process.cpuUsage();
  let before = method.owners(peers.slice(0, memberCount));
  const { user } = process.cpuUsage(start);
  let worst = busiest(before, memberCount);
  let moved = 0;
  let least = 0;
  for (let count = memberCount + 1; count <= memberCount + JOINS; count++) {
    const after = method.owners(peers.slice(0, count));
    moved += after.flatMap((owners, i) => owners.filter((peer) => !before[i]!.includes(peer))).length;
    least += after.flat().length / count;
    worst = Math.max(worst, busiest(after, count));
    before = after;
  }
  return [worst.toFixed(2), (moved / least).toFixed(2), `${(user / 1000).toFixed(1)} ms`];
}

const methods = [starling(1024), starling(16_384), plainRing(128), plainRing(256)];
console.log('| peers | method | busiest / fair share | moved / least | cpu |\n|---|---|---|---|---|');
for (const memberCount of [3, 5, 10, 32, 50, 100, 300, 1000]) {
  for (const method of methods) {
    console.log(`| ${[memberCount, method.name, ...measure(method, memberCount)].join(' | ')} |`);
  }
}
