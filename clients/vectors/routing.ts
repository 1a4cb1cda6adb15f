import { Router } from '../../src/client/router.ts';
import { computePlacement } from '../../src/ring/placement.ts';
import {
  type Topology,
  type TopologyMember,
  topologyFromWire,
  topologyToWire,
} from '../../src/wire/cluster-view.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { answerHex } from './messages.ts';

const SEEDS = ['10.9.9.9:7400'];
/** Whom the ring consists of, and how the answering peer sees each; two more are members without being in it. */
const RING = [
  { peer: 'wren', host: 1, liveness: 'alive', intent: 'active', zone: 'hedge', weight: 100 },
  { peer: 'robin', host: 2, liveness: 'alive', intent: 'active', zone: 'hedge', weight: 200 },
  { peer: 'siskin', host: 3, liveness: 'suspect', intent: 'active', zone: 'wood', weight: 100 },
  { peer: 'linnet', host: 4, liveness: 'dead', intent: 'active', zone: 'wood', weight: 100 },
  { peer: 'dunnock', host: 0, liveness: 'alive', intent: 'active', zone: 'field', weight: 100 },
] as const;
const BESIDE = [
  { peer: 'twite', host: 6, liveness: 'dead', intent: 'left', zone: '', weight: 100 },
  { peer: 'knot', host: 7, liveness: 'alive', intent: 'joining', zone: '', weight: 100 },
] as const;
const RING_OPTIONS = { partitions: 16, replicas: 3 };
const KEYS = ['greeting', 'user:4711', 'straße/🐦', 'a', 'hello', 'k'.repeat(1024)];
/** So many picks see every member as the first of those that share the load. */
const TURNS = 4 * (RING.length + BESIDE.length);

/** One owner's state after another, as a client meets them. */
const SITUATIONS: readonly { readonly tried: number; readonly unwell: number }[] = [
  { tried: 0, unwell: 0 },
  { tried: 1, unwell: 0 },
  { tried: 0, unwell: 1 },
  { tried: 1, unwell: 1 },
  { tried: 2, unwell: 0 },
  { tried: 3, unwell: 0 },
];

/** A topology, and whom a client asks for which key. */
export function routingVectors(): object {
  const topology = exampleTopology();
  return {
    about:
      'topology: a ClientResponse in hexadecimal, from a cluster in which peers are dead, suspect, gone or without an address. owners: of a key, ' +
      'the client addresses of its owners that can be asked, in order of preference. picks: whom to ask for a key when these addresses have failed ' +
      'this very request (tried) and those are unwell: one of anyOf, all of which must come up in turn. seeds: the addresses that the program gave. ' +
      'refused: topologies that contradict themselves (PROTOCOL; the one before stays).',
    topology: answerHex(1, { kind: 'topology', topology }),
    seeds: SEEDS,
    partitions: topology.partitions,
    width: topology.width,
    members: topology.members.map(({ peer, clientAddress, liveness, intent }) => ({
      peer,
      clientAddress,
      liveness,
      intent,
    })),
    owners: topology.owners,
    keys: KEYS.map((key) => {
      const partition = routerOf(topology, []).partitionOf(key);
      return { key, partition, owners: reachableOwners(topology, partition) };
    }),
    picks: KEYS.flatMap((key) => SITUATIONS.map((situation) => pickVector(topology, key, situation))),
    refused: refusedTopologies(topology),
  };
}

function exampleTopology(): Topology {
  const placement = computePlacement(RING, RING_OPTIONS);
  const ring = placement.members.map((peer) => RING.find((member) => member.peer === peer)!);
  return {
    cluster: 'aviary',
    ringId: '0123456789abcdef',
    ...RING_OPTIONS,
    width: placement.width,
    members: [...ring, ...BESIDE].map(memberOf),
    owners: [...placement.owners],
  };
}

type Bird = (typeof RING)[number] | (typeof BESIDE)[number];

function memberOf({ peer, host, liveness, intent, zone, weight }: Bird): TopologyMember {
  return {
    peer,
    clientAddress: host === 0 ? '' : `10.0.0.${host}:7400`,
    liveness,
    intent,
    zone,
    weight,
    seat: '',
    addresses: [`/ip4/10.0.0.${host}/tcp/7500`],
    incarnation: 1,
    ownedPartitions: 0,
    completePartitions: 0,
    livenessSinceMs: 0,
    accusers: [],
    roundTripMs: undefined,
  };
}

function routerOf(topology: Topology, unwell: readonly string[]): Router {
  const router = new Router(SEEDS, { isWell: (address) => !unwell.includes(address), loadOf: () => 0 });
  router.install(topology);
  return router;
}

function reachableOwners({ members, owners, width }: Topology, partition: number): string[] {
  const indices = owners.slice(partition * width, (partition + 1) * width);
  return indices.map((index) => members[index]!.clientAddress).filter((address) => address !== '');
}

/** @param situation how many of the owners, from the first, were tried, and how many from the last are unwell */
function pickVector(topology: Topology, key: string, situation: (typeof SITUATIONS)[number]): object {
  const partition = routerOf(topology, []).partitionOf(key);
  const owners = reachableOwners(topology, partition);
  const tried = owners.slice(0, situation.tried);
  const unwell = situation.unwell === 0 ? [] : owners.slice(-situation.unwell);
  const router = routerOf(topology, unwell);
  const seen = new Set(Array.from({ length: TURNS }, () => router.pick(partition, tried)));
  return { key, tried, unwell, anyOf: [...seen].sort() };
}

function refusedTopologies(topology: Topology): object[] {
  const wrong: readonly [name: string, change: Partial<Topology>][] = [
    [
      'a number of partitions that is no power of two',
      { partitions: 12, owners: topology.owners.slice(0, 36) },
    ],
    ['no partitions', { partitions: 0, owners: [] }],
    ['an owner too few', { owners: topology.owners.slice(1) }],
    ['an owner that is no member', { owners: topology.owners.with(5, topology.members.length) }],
  ];
  return wrong.map(([name, change]) => {
    const wire = topologyToWire({ ...topology, ...change });
    if (isAccepted(wire)) throw new Error(`a topology with ${name} should be refused`);
    const hex = Buffer.from(starling.v1.ClientResponse.encode({ id: 1, topology: wire }).finish()).toString(
      'hex',
    );
    return { name, hex };
  });
}

function isAccepted(wire: starling.v1.Topology.$Properties): boolean {
  try {
    topologyFromWire(wire);
    return true;
  } catch {
    return false;
  }
}
