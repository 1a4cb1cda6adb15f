import { LOAD_BOUND } from '../../ring/load.ts';
import { type MemberMovement, type Movement, movementBetween } from '../../ring/movement.ts';
import type { RingMember } from '../../ring/ring-member.ts';
import { zonesOf } from '../../ring/zone.ts';
import { type ClusterReport, isStatus, shortName } from '../../client/reports/cluster-report.ts';
import { percent } from '../../base/quantity.ts';
import type { PlannedMembers } from './planned-members.ts';

/** What a change of the members will do, as far as it can be told beforehand. */
export interface Forecast {
  readonly members: readonly MemberForecast[];
  readonly movement: Movement;
  /** Undefined where no member told how much it holds. */
  readonly copyBytes: number | undefined;
  /** What the member that copies the most needs for that at full rate; undefined as `copyBytes`. */
  readonly atLeastMs: number | undefined;
  readonly warnings: readonly string[];
}

export interface MemberForecast extends MemberMovement {
  /** After the change; before it where the member goes. */
  readonly zone: string;
  readonly weight: number;
  /** Of all copies there are, 0..1. */
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** What it has to copy, estimated; undefined where no member told how much it holds. */
  readonly copyBytes: number | undefined;
  readonly changes: readonly string[];
}

/**
 * @param bytesPerSecond What one member copies at most
 * @throws StarlingError INVALID_ARGUMENT as `computePlacement` does
 */
export function forecast(planned: PlannedMembers, report: ClusterReport, bytesPerSecond: number): Forecast {
  const { partitions, replicas } = report.topology;
  const movement = movementBetween(planned.before, planned.after, { partitions, replicas });
  const partitionBytes = bytesOfPartition(report);
  const details = new Map([...planned.before, ...planned.after].map((member) => [member.peer, member]));
  const members = movement.members.map((moved): MemberForecast => {
    const { zone, weight } = details.get(moved.peer)!;
    return {
      ...moved,
      zone,
      weight,
      shareBefore: shareOf(moved.before, movement.widthBefore * partitions),
      shareAfter: shareOf(moved.after, movement.widthAfter * partitions),
      copyBytes: partitionBytes === undefined ? undefined : moved.takes * partitionBytes,
      changes: planned.changes.get(moved.peer) ?? [],
    };
  });
  const most = Math.max(0, ...members.map(({ takes }) => takes));
  return {
    members,
    movement,
    copyBytes: partitionBytes === undefined ? undefined : movement.moved * partitionBytes,
    atLeastMs: partitionBytes === undefined ? undefined : ((most * partitionBytes) / bytesPerSecond) * 1000,
    warnings: [
      ...underWayWarnings(planned),
      ...refusalWarnings(planned, report),
      ...memberWarnings(planned.after, replicas),
      ...zoneWarnings(planned.after, replicas),
      ...balanceWarnings(movement),
    ],
  };
}

function shareOf(owned: number, slots: number): number {
  return slots === 0 ? 0 : owned / slots;
}

/** Keys are spread by their hashes, so that partitions are about equal: the mean of what the members hold tells the size of any. */
function bytesOfPartition({ members }: ClusterReport): number | undefined {
  let bytes = 0;
  let owned = 0;
  for (const { member, status } of members) {
    // One that owns nothing yet may have copied something.
    if (!isStatus(status) || member.ownedPartitions === 0) continue;
    bytes += status.storage.liveBytes;
    owned += member.ownedPartitions;
  }
  return owned === 0 ? undefined : bytes / owned;
}

function underWayWarnings({ underWay }: PlannedMembers): string[] {
  if (underWay.length === 0) return [];
  return [
    `under way already, and counted here: ${underWay.length} ${underWay.length === 1 ? 'member comes or goes' : 'members come or go'}, ${underWay.map(shortName).join(', ')}`,
  ];
}

/** What the commands themselves would refuse. */
function refusalWarnings({ leaving, removed }: PlannedMembers, { members }: ClusterReport): string[] {
  return members.flatMap(({ member: { peer, liveness } }) => {
    if (leaving.has(peer) && liveness === 'dead') {
      return [`${shortName(peer)} is dead and can't be told to leave: it would have to be removed`];
    }
    if (removed.has(peer) && liveness !== 'dead') {
      return [`${shortName(peer)} is ${liveness}: it is removed only by force, and should rather leave`];
    }
    return [];
  });
}

function memberWarnings(after: readonly RingMember[], replicas: number): string[] {
  if (after.length >= replicas) return [];
  return [
    `${after.length} ${after.length === 1 ? 'member is' : 'members are'} fewer than the ${replicas} owners that a partition should have`,
  ];
}

/** A member without a zone counts as one of its own, as it does in the ring. */
function zoneWarnings(after: readonly RingMember[], replicas: number): string[] {
  const zones = zonesOf(after, Math.min(replicas, after.length)).length;
  if (after.every(({ zone }) => zone === '') || zones >= replicas) return [];
  return [
    `${zones} ${zones === 1 ? 'zone is' : 'zones are'} fewer than the ${replicas} owners of a partition: some are to fail together`,
  ];
}

/** Shares of few partitions can't be divided evenly, and a zone with few members can't give less. */
function balanceWarnings({ members }: Movement): string[] {
  const loadOf = ({ after, fairAfter }: MemberMovement): number => (fairAfter === 0 ? 0 : after / fairAfter);
  const busiest = members.reduce((a, b) => (loadOf(b) > loadOf(a) ? b : a));
  // The bound is rounded up to whole partitions: what it allows shouldn't be warned of for a hair.
  if (Number(loadOf(busiest).toFixed(2)) <= LOAD_BOUND) return [];
  return [
    `${shortName(busiest.peer)} would own ${busiest.after} partitions, ${percent(loadOf(busiest) - 1)} more than its fair share of ${busiest.fairAfter.toFixed(1)}`,
  ];
}
