import type { Access } from '../../src/access/access.ts';
import type { Clock } from '../../src/base/clock.ts';
import type { Timers } from '../../src/base/timers.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import type { StarlingError } from '../../src/base/errors.ts';
import { ClientPort, type ClientPortOptions } from '../../src/server/client-port.ts';
import type { ClientPortEvents } from '../../src/server/events.ts';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import type { DepartureOrder, MemberRemoval } from '../../src/wire/operator-operation.ts';
import type { Location, Status, Topology } from '../../src/wire/cluster-view.ts';
import type { Explanation } from '../../src/wire/explanation.ts';
import {
  NOTHING_EXCHANGED,
  type RepairOrder,
  type RepairProgress,
  type PauseOrder,
} from '../../src/wire/repair-codec.ts';
import { steadyClock } from '../steady-clock.ts';
import { MemoryRequests } from './memory-requests.ts';

export const PARTITION_BITS = 4;

/** What a client port told telemetry. */
export class CountedEvents implements ClientPortEvents {
  opened = 0;
  closed = 0;
  refused = 0;
  overloads = 0;
  unread = 0;
  readonly forbiddenErrors: StarlingError[] = [];
  readonly malformedErrors: StarlingError[] = [];

  connectionOpened(): void {
    this.opened++;
  }

  connectionClosed(): void {
    this.closed++;
  }

  malformed(_remoteAddress: string, error: StarlingError): void {
    this.malformedErrors.push(error);
  }

  forbidden(_remoteAddress: string, error: StarlingError): void {
    this.forbiddenErrors.push(error);
  }

  connectionRefused(): void {
    this.refused++;
  }

  acceptFailed(): void {
    this.refused++;
  }

  overloaded(): void {
    this.overloads++;
  }

  unreadTooLong(): void {
    this.unread++;
  }
}

export interface StubPeer {
  readonly port: ClientPort;
  readonly requests: MemoryRequests;
  readonly events: CountedEvents;
  readonly address: string;
  /** What it answers when asked for the topology; a cluster of itself until a test says otherwise. */
  topology: Topology;
  /** Bytes of records that it says it holds. */
  liveBytes: number;
  /** Whom it was ordered to remove. */
  readonly removals: MemberRemoval[];
  /** When it was ordered to leave. */
  readonly departures: DepartureOrder[];
  onLeave: (order: DepartureOrder) => void;
  /** Who it says owns every key. */
  custodians: readonly string[];
  /** What it says of a key. */
  onExplain: (key: string) => Explanation;
  /** With whom it was ordered to compare. */
  readonly repairs: RepairOrder[];
  onRepair: (order: RepairOrder) => RepairProgress | Promise<RepairProgress>;
  /** When it was ordered to pause. */
  readonly pauses: PauseOrder[];
  onPause: () => void;
  stop(): Promise<void>;
}

/** A client port on a free port of this machine, with a map behind it instead of a cluster. */
export async function startPeer(
  { access, ...options }: Partial<ClientPortOptions> & { readonly access?: Access | undefined } = {},
  requests = new MemoryRequests({ partitionBits: PARTITION_BITS }),
  timers: Timers = systemTimers,
  clock: Pick<Clock, 'monotonicMs'> = steadyClock,
): Promise<StubPeer> {
  const events = new CountedEvents();
  const views = {
    topology: () => peer.topology,
    status: () => statusOf(peer),
    locate: (key: string) => ({ ...locate(key), custodians: peer.custodians }),
    explain: (key: string) => peer.onExplain(key),
    repair: async (order: RepairOrder) => {
      peer.repairs.push(order);
      return peer.onRepair(order);
    },
    pauseRepair: (order: PauseOrder) => {
      peer.onPause();
      peer.pauses.push(order);
    },
    removeMember: (order: MemberRemoval) => void peer.removals.push(order),
    leave: (order: DepartureOrder) => {
      peer.departures.push(order);
      peer.onLeave(order);
    },
  };
  const port: ClientPort = new ClientPort(
    { port: 0, ...options },
    {
      requests,
      access,
      clock,
      timers,
      busyMs: () => 0,
      events,
      views,
    },
  );
  await port.start();
  const address = port.address();
  const peer: StubPeer = {
    port,
    requests,
    events,
    address,
    topology: topologyOf([address]),
    liveBytes: 0,
    removals: [],
    departures: [],
    onLeave: () => undefined,
    custodians: ['peer-a'],
    onExplain: (key) => explanationOf(key, `peer-at-${address}`),
    repairs: [],
    pauses: [],
    onPause: () => undefined,
    onRepair: () => ({ done: true, failure: undefined, report: { ...NOTHING_EXCHANGED, partitions: 8 } }),
    stop: () => port.stop(),
  };
  return peer;
}

/** A ring in which partition p belongs to the addresses in turn, from number p on. */
export function topologyOf(
  addresses: readonly string[],
  ringId = 'ring-1',
  width = addresses.length,
): Topology {
  const partitions = 2 ** PARTITION_BITS;
  const owners: number[] = [];
  for (let partition = 0; partition < partitions; partition++) {
    for (let slot = 0; slot < width; slot++) owners.push((partition + slot) % addresses.length);
  }
  const members = addresses.map((clientAddress) => ({
    peer: `peer-at-${clientAddress}`,
    clientAddress,
    liveness: 'alive',
    intent: 'active',
    zone: '',
    weight: 1,
    seat: '',
    addresses: [],
    incarnation: 1,
    ownedPartitions: partitions,
    completePartitions: partitions,
    livenessSinceMs: 0,
    accusers: [],
    roundTripMs: 0.5,
  }));
  return { cluster: 'test', ringId, partitions, replicas: 3, width, members, owners };
}

function statusOf(peer: StubPeer): Status {
  return {
    peer: `peer-at-${peer.address}`,
    cluster: 'test',
    clusterId: 'c1',
    version: '0.1.0',
    uptimeMs: 12.5,
    writeQuorum: 2,
    readQuorum: 2,
    storage: {
      records: peer.requests.records.size,
      tombstones: 0,
      diskBytes: 0,
      liveBytes: peer.liveBytes,
      indexBytes: 0,
      segments: 1,
      pendingBytes: 0,
      poisoned: false,
    },
    counters: new Map([['puts', 3]]),
    warnings: ['1 of 1 members alive'],
    dataDirectory: '',
    healthMultiplier: 1,
    membershipNews: 0,
    membershipCounts: new Map([['probes', 7]]),
    custody: {
      owned: 5,
      complete: 3,
      copiedRecords: 40,
      copiedBytes: 4000,
      changing: ['a'],
      waiting: ['b waits for a'],
    },
  };
}

/** Of a peer that has all of the partition and nothing of the key. */
function explanationOf(text: string, peer: string): Explanation {
  return {
    peer,
    ...locate(text),
    holding: 'complete',
    record: undefined,
    hints: [],
    unreadHints: [],
    floorMs: 0,
    clusterTimeMs: 2_000_000_000_000,
  };
}

function locate(text: string): Location {
  const key = keyOf(text);
  const hex = (half: number): string => half.toString(16).padStart(8, '0');
  return {
    partition: partitionOfToken(key.tokenHigh, PARTITION_BITS),
    token: hex(key.tokenHigh) + hex(key.tokenLow),
    custodians: ['peer-a'],
    pending: [],
  };
}
