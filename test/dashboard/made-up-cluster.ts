import type {
  HistoryReport,
  RingCopy,
  RingReport,
  Snapshot,
  SnapshotMember,
} from '../../src/admin/snapshot.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { LoadSample } from '../../src/telemetry/load-history.ts';

/** What somebody who may name zones would write to get something into the page. */
export const MARKUP = '<img src=x onerror="document.title=\'broken into\'"><script>document.title=1</script>';
const LONG_ZONE = 'a-zone-whose-name-somebody-thought-about-for-long-'.repeat(9).slice(0, LIMITS.nameBytes);

const PARTITIONS = 1024;
const NOON_MS = Date.UTC(2026, 10, 26, 12);
const STATES: readonly (readonly [liveness: string, intent: string])[] = [
  ['alive', 'active'],
  ['alive', 'active'],
  ['suspect', 'active'],
  ['dead', 'active'],
  ['alive', 'joining'],
  ['alive', 'leaving'],
  ['dead', 'removing'],
];

/** How a cluster of some size may look, with all that can be wrong with one where it has more than three members. */
export class MadeUpCluster {
  readonly #members: readonly SnapshotMember[];
  #copied = 95;

  constructor(size: number) {
    this.#members = Array.from({ length: size }, (_, index) => memberOf(index, size));
  }

  snapshot(): Snapshot {
    const members = this.#members;
    const isWell = members.length <= 3;
    const width = Math.min(3, members.length);
    return {
      time: new Date(NOON_MS).toISOString(),
      peer: members[0]!.peer,
      cluster: isWell ? 'flock' : `flock ${MARKUP}`,
      clusterId: '0123456789abcdef',
      version: '0.1.0',
      uptimeMs: 90_061_000,
      unreadiness: isWell ? null : 'this peer is joining the cluster and has yet to copy 12 partitions',
      ring: {
        id: `ring-of-${members.length}`,
        partitions: PARTITIONS,
        replicas: 3,
        width,
        writeQuorum: 2,
        readQuorum: 2,
        toCopy: this.#copies().reduce((sum, { missing }) => sum + missing.length, 0),
      },
      members,
      warnings: isWell ? [] : [`member ${members[3]!.peer} is dead: ${MARKUP}`, LONG_ZONE],
      custody: {
        owned: 620,
        complete: isWell ? 620 : 311,
        copiedRecords: 123_456,
        copiedBytes: 98_765_432,
        changing: [],
        waiting: isWell
          ? []
          : [`${members[1]!.peer} waits for its turn, after ${members[2]!.peer} (suspect)`],
      },
      hints: isWell
        ? { bytes: 0, records: 0, peers: 0, oldestMs: 0 }
        : { bytes: 5_000_000, records: 4321, peers: 2, oldestMs: 754_000 },
      floors: { lagMs: 125_000, unset: 0 },
      antiEntropy: { passAgeMs: 15_000, pauseLeftMs: isWell ? 0 : 3_600_000 },
      storage: {
        records: 138_398,
        tombstones: 42,
        diskBytes: 98_000_000,
        liveBytes: 61_000_000,
        indexBytes: 4_000_000,
        segments: 3,
        pendingBytes: 0,
        refusal: null,
      },
      process: { residentBytes: 214_000_000, heapBytes: 61_000_000 },
      traffic: { requestsInFlight: 17, clientConnections: 12, peerStreams: 30, queuedBytes: 4096 },
      load: this.history().samples.at(-1) ?? null,
    };
  }

  ring(): RingReport {
    const peers = this.#members.map(({ peer }) => peer);
    const width = Math.min(3, peers.length);
    const owners = Array.from({ length: PARTITIONS * width }, (_, place) => {
      const partition = Math.floor(place / width);
      return (partition * 7 + (partition >> 3) + (place % width)) % peers.length;
    });
    return {
      id: `ring-of-${peers.length}`,
      partitions: PARTITIONS,
      width,
      peers,
      owners,
      copying: this.#copies(),
    };
  }

  /** A quarter of the partitions for each that is joining; of the first `copied` of them there is a copy. */
  #copies(): RingCopy[] {
    const joining = this.#members.flatMap(({ intent }, index) => (intent === 'joining' ? [index] : []));
    return joining.map((peer, rank) => {
      const all = Array.from({ length: PARTITIONS }, (_, partition) => partition);
      const partitions = all.filter((partition) => (partition * 11 + (partition >> 4)) % 4 === rank % 4);
      return { peer, partitions, missing: partitions.slice(this.#copied) };
    });
  }

  /** Those that are joining have copied so many of their partitions now. */
  copyUpTo(copied: number): void {
    this.#copied = copied;
  }

  /** A quarter of an hour. */
  history(): HistoryReport {
    return { samples: Array.from({ length: 180 }, (_, index) => sampleAt(index)) };
  }

  /** As of a key that two owners have and a third has an older version of. */
  explanation(key: string): object {
    const owners = this.#members.slice(0, 3);
    const [keeper, behind] = [owners.at(0)!.peer, owners.at(-1)!.peer];
    const versionOf = (peer: string) =>
      peer === behind ? '01a21a54286300028a9edaab711f' : '01a21a5ff86300028a9edaab711f';
    const writtenAtMs = NOON_MS - 5000;
    return {
      key,
      partition: 513,
      token: '807f1a2b3c4d5e6f',
      custodians: owners.map(({ peer }) => peer),
      pending: [],
      members: owners.map(({ peer }) => ({
        peer,
        role: 'owner',
        clientAddress: '',
        liveness: 'alive',
        holding: 'complete',
        record: { version: versionOf(peer), writtenAtMs, deleted: false, valueBytes: 5, expiresAtMs: 0 },
        unreadHints: [],
        floorMs: NOON_MS - 600_000,
        clusterTimeMs: NOON_MS,
      })),
      hints: [{ keeper, peer: behind, version: versionOf(keeper), writtenAtMs }],
      notAsked: 0,
      verdict: `${behind.slice(-8)} has an older version, and a hint at ${keeper.slice(-8)} waits for it. ${MARKUP}`,
    };
  }
}

function memberOf(index: number, size: number): SnapshotMember {
  const [liveness, intent] = size <= 3 ? STATES[0]! : STATES[index % STATES.length]!;
  const peer = `12D3KooW${String(index).padStart(4, '0').repeat(11)}`;
  const owned = intent === 'joining' ? 0 : Math.round((PARTITIONS * Math.min(3, size)) / size);
  const isSilent = liveness !== 'alive';
  return {
    peer,
    liveness,
    livenessSinceMs: 1000 * (index + 1) ** 3,
    accusers: isSilent ? ['12D3KooWaaaaaaaa', '12D3KooWbbbbbbbb'] : [],
    intent,
    zone:
      size <= 3
        ? `rack-${index + 1}`
        : index % 5 === 1
          ? MARKUP
          : index % 5 === 2
            ? LONG_ZONE
            : `rack-${index % 4}`,
    weight: 100,
    incarnation: index === 2 ? 2 ** 31 - 1 : 1 + index,
    roundTripMs: index === 0 || isSilent ? null : 0.4 + index / 7,
    clientAddress: `10.0.0.${index + 1}:7400`,
    ownedPartitions: owned,
    completePartitions: owned,
    itself: isSilent
      ? null
      : {
          version: '0.1.0',
          uptimeMs: 90_061_000,
          healthMultiplier: index === 1 && size > 3 ? 3 : 1,
          owned: Math.max(owned, 100),
          complete: intent === 'joining' ? 37 : Math.max(owned, 100),
          copiedBytes: 123_456_789,
          records: 138_356,
          diskBytes: 98_000_000,
        },
  };
}

function sampleAt(index: number): LoadSample {
  const wave = 1 + Math.sin(index / 9);
  const isQuiet = index > 70 && index < 90;
  const operation = (perSecond: number, p50Ms: number) =>
    isQuiet
      ? { perSecond: 0, failedPerSecond: 0, p50Ms: null, p99Ms: null }
      : {
          perSecond,
          failedPerSecond: index === 120 ? 40 : 0,
          p50Ms,
          p99Ms: p50Ms * (4 + 3 * Math.cos(index / 5)),
        };
  return {
    timeMs: NOON_MS - (180 - index) * 5000,
    operations: {
      put: operation(900 + 700 * wave, 1.4 + wave / 3),
      get: operation(2600 + 1200 * wave, 0.6 + wave / 5),
      delete: operation(60, 1.5),
      scan: operation(0.4, 9),
    },
    busy: isQuiet ? 0.01 : 0.3 + 0.25 * wave,
    cpu: isQuiet ? 0.02 : 0.35 + 0.3 * wave,
    lagMs: index === 120 ? 180 : 0,
    residentBytes: 180_000_000 + index * 190_000,
  };
}
