/**
 * How even the ring is and how much a join moves, beside a plain consistent-hash ring with virtual nodes.
 *
 * Usage: node --import=tsx scripts/bench-ring.ts
 *
 * busiest: the most that a member owns, divided by its fair share; the worst of all rings looked at.
 * moved: what a join brings to new owners, divided by what it must bring (the newcomer's fair share); the
 * average of four joins one after another. It is below 1 where newcomers get less than their fair share. cpu: of one placement.
 */
import { keyOf } from '../src/version/key.ts';
import type { Ownership } from '../src/ring/movement.ts';
import { computePlacement } from '../src/ring/placement.ts';
import { DEFAULT_WEIGHT } from '../src/ring/ring-member.ts';

const REPLICAS = 3;
const JOINS = 4;

/** The keys in pieces that are owned as a whole, whichever of the peers are members. */
interface Pieces {
  /** Part of all keys that each piece is; together 1. */
  readonly sizes: readonly number[];
  readonly ownedBy: (members: readonly string[]) => Ownership;
}

interface Method {
  readonly name: string;
  readonly piecesFor: (peers: readonly string[]) => Pieces;
}

function starling(partitions: number): Method {
  return {
    name: `starling, ${partitions} partitions`,
    piecesFor: () => ({
      sizes: Array.from({ length: partitions }, () => 1 / partitions),
      ownedBy: (peers) => {
        const members = peers.map((peer) => ({ peer, zone: '', weight: DEFAULT_WEIGHT }));
        return computePlacement(members, { partitions, replicas: REPLICAS });
      },
    }),
  };
}

/**
 * Each peer at `nodes` places on a circle; a point's owners are the next different members clockwise. The pieces are the arcs between
 * the places of all peers that are ever looked at, so that the figures are exact: samples would be too few for a thousand peers.
 */
function plainRing(nodes: number): Method {
  return {
    name: `plain ring, ${nodes} virtual nodes`,
    piecesFor: (peers) => {
      const places = peers
        .flatMap((peer) =>
          Array.from({ length: nodes }, (_, i) => ({ at: keyOf(`${peer}#${i}`).tokenHigh / 2 ** 32, peer })),
        )
        .sort((a, b) => a.at - b.at);
      return {
        sizes: places.map(({ at }, i) => (i === 0 ? 1 + at - places.at(-1)!.at : at - places[i - 1]!.at)),
        ownedBy: (peersThatAreMembers) => {
          const members = new Set(peersThatAreMembers);
          const width = Math.min(REPLICAS, members.size);
          const owners = places.map((_, arc) => {
            const found: string[] = [];
            for (let i = arc; found.length < width; i++) {
              const { peer } = places[i % places.length]!;
              if (members.has(peer) && !found.includes(peer)) found.push(peer);
            }
            return found;
          });
          return { ownersOf: (arc) => owners[arc]! };
        },
      };
    },
  };
}

/** As a multiple of the fair share of `memberCount` members. */
function busiest({ sizes }: Pieces, ownership: Ownership, memberCount: number): number {
  const loads = new Map<string, number>();
  sizes.forEach((size, piece) => {
    for (const peer of ownership.ownersOf(piece)) loads.set(peer, (loads.get(peer) ?? 0) + size);
  });
  return Math.max(...loads.values()) / fairShare(memberCount);
}

/** Part of all keys that come to owners who didn't have them. */
function moved({ sizes }: Pieces, before: Ownership, after: Ownership): number {
  return sizes.reduce((total, size, piece) => {
    const owners = before.ownersOf(piece);
    return total + size * after.ownersOf(piece).filter((peer) => !owners.includes(peer)).length;
  }, 0);
}

function fairShare(memberCount: number): number {
  return Math.min(REPLICAS, memberCount) / memberCount;
}

function measure(method: Method, memberCount: number): string[] {
  const peers = Array.from({ length: memberCount + JOINS }, (_, i) => `peer-${memberCount}-${i}`);
  const start = process.cpuUsage();
  const pieces = method.piecesFor(peers);
  let before = pieces.ownedBy(peers.slice(0, memberCount));
  const { user } = process.cpuUsage(start);
  let worst = busiest(pieces, before, memberCount);
  let total = 0;
  let least = 0;
  for (let count = memberCount + 1; count <= memberCount + JOINS; count++) {
    const after = pieces.ownedBy(peers.slice(0, count));
    total += moved(pieces, before, after);
    least += fairShare(count);
    worst = Math.max(worst, busiest(pieces, after, count));
    before = after;
  }
  return [worst.toFixed(2), (total / least).toFixed(2), `${(user / 1000).toFixed(1)} ms`];
}

const methods = [starling(1024), starling(16_384), plainRing(128), plainRing(256)];
console.log('| peers | method | busiest / fair share | moved / least | cpu |\n|---|---|---|---|---|');
for (const memberCount of [3, 5, 10, 30, 100, 300, 1000]) {
  for (const method of methods) {
    console.log(`| ${[memberCount, method.name, ...measure(method, memberCount)].join(' | ')} |`);
  }
}
