import { mix } from '../base/mix.ts';
import { peerHashOf } from './bid.ts';
import { type Placement, computePlacement } from './placement.ts';
import { idOf, ringIdOf } from './ring-id.ts';
import {
  type RingMember,
  type RingOptions,
  type RingProfile,
  type RingStatus,
  seatOf,
  seatToTake,
} from './ring-member.ts';

/** A member with where it is between coming and going. */
export interface CustodyMember extends RingMember {
  readonly status: RingStatus;
  /** What an active member wants to be, where that is something else: it will be when others have copied what it gives them. */
  readonly next?: RingProfile | undefined;
  /** Higher than at any earlier time at which it was something else. */
  readonly sinceCounter?: number | undefined;
}

const NOBODY: readonly string[] = [];
const NO_PARTITIONS: readonly number[] = [];

/** Tell custodians, pending owners, and custodians that lose the partition apart in the hash of all. */
const PENDING_SALT = 0x2545f491;
const LOSING_SALT = 0x6c8e9cf5;

/**
 * Who holds what *now*, and who is about to, derived from one state of the intents. Immutable: another
 * state of the intents is another view.
 *
 *     custodians = owners in the placement of   active + leaving + removing
 *     pending    = owners in that placement after one change,  who aren't custodians
 *
 *     successors = owners in that placement
 *
 * Pending owners are copying: nobody reads from them, but writes go to them too, and each must be on a quorum of the successors as well as on one
 * of the custodians (joint consensus, Raft 6). So a member that joins, leaves, is removed, or gets another weight or zone finishes (becomes
 * `active`, `left`, `removed`, or what it wants to be) when its successors have everything. One member at a time does, in the order of their
 * ids: what two did at once would be neither's preparation, and could leave a partition with owners who all have yet to copy it.
 *
 * This is a seam: coordinators only ask who the custodians *are*; how that comes to be may change.
 */
export class CustodyView {
  /** Of the members, statuses included, that count; 16 hexadecimal digits. */
  readonly ringId: string;
  /** Of the members that own anything now, which the owners follow from; 16 hexadecimal digits. */
  readonly basis: string;
  /**
   * Of the change that is prepared, and of everything that may have gone before it, up to when the owners became those that they are: whoever
   * has missed another change that was prepared and given up has another id. 16 hexadecimal digits.
   */
  readonly changeId: string;
  /** Who has a say in who comes or goes next: those that own something, but for those that are being removed. */
  readonly electorate: readonly string[];
  /** Custodians of each partition: N, or as many as there are active and leaving members where those are fewer. */
  readonly width: number;
  /** The members whose turn it is to come or to go; empty where nobody wants to. */
  readonly changing: readonly string[];
  readonly #losses = new Map<string, Set<number>>();
  readonly #current: Placement;
  readonly #successors: readonly (readonly string[])[];
  readonly #pending: readonly (readonly string[])[];
  readonly #hashes: Uint32Array;
  readonly #partitionsOf: ReadonlyMap<string, readonly number[]>;
  readonly #pendingPartitionsOf: ReadonlyMap<string, readonly number[]>;

  /** @throws StarlingError INVALID_ARGUMENT as `computePlacement` does. */
  constructor(known: readonly CustodyMember[], options: RingOptions) {
    const members = known.map((member) =>
      member.status === 'joining' ? { ...member, seat: seatToTake(member, known) } : member,
    );
    const current = holdersOfSeats(members);
    this.ringId = ringIdOf(members.filter(({ status }) => status !== 'left' && status !== 'removed'));
    this.basis = idOfHolders(current);
    this.electorate = current.filter(({ status }) => status !== 'removing').map(({ peer }) => peer);
    this.#current = computePlacement(current, options);
    this.width = this.#current.width;

    const changing = changingAmong(members, current);
    this.changing = changing.map(({ peer }) => peer).sort();
    this.changeId = idOf([this.basis, ...precedents(members, changing).map(positionOf)]);
    const next = changing.length === 0 ? this.#current : computePlacement(after(changing, current), options);
    const partitions = Array.from({ length: options.partitions }, (_, partition) => partition);
    this.#successors = partitions.map((partition) => {
      const custodians = this.custodians(partition);
      const successors = next.ownersOf(partition);
      const isSame =
        successors.length === custodians.length && successors.every((peer) => custodians.includes(peer));
      return isSame ? custodians : successors;
    });
    this.#pending = partitions.map((partition) => {
      const custodians = this.#current.ownersOf(partition);
      const pending = this.successors(partition).filter((peer) => !custodians.includes(peer));
      return pending.length === 0 ? NOBODY : pending;
    });

    for (const partition of changing.length === 0 ? [] : partitions) {
      for (const peer of this.custodians(partition))
        if (!this.successors(partition).includes(peer)) this.#lose(peer, partition);
    }

    const peerHashes = new Map(members.map(({ peer }) => [peer, peerHashOf(peer).low]));
    this.#hashes = Uint32Array.from(partitions, (partition) => {
      let hash = 0;
      for (const peer of this.custodians(partition)) {
        hash += mix(peerHashes.get(peer)!);
        if (this.loses(peer, partition)) hash += mix(peerHashes.get(peer)! ^ LOSING_SALT);
      }
      for (const peer of this.pending(partition)) hash += mix(peerHashes.get(peer)! ^ PENDING_SALT);
      return mix(hash | 0);
    });
    this.#partitionsOf = byPeer(partitions, (partition) => this.custodians(partition));
    this.#pendingPartitionsOf = byPeer(partitions, (partition) => this.pending(partition));
  }

  /** Who holds the partition, in order of preference. The same array at every call; empty where nobody is active. */
  custodians(partition: number): readonly string[] {
    return this.#current.ownersOf(partition);
  }

  /** Who is copying the partition and will hold it. The same array at every call. */
  pending(partition: number): readonly string[] {
    return this.#pending[partition]!;
  }

  /** Who will hold the partition after the change that is prepared. The very array of the custodians where that doesn't concern it. */
  successors(partition: number): readonly string[] {
    return this.#successors[partition]!;
  }

  /**
   * 32 bits over the sets of custodians, of pending owners, and of custodians that lose the partition: two peers that agree on these for this
   * partition have the same hash, whatever else of the membership they see differently.
   */
  ownersHash(partition: number): number {
    return this.#hashes[partition]!;
  }

  /** The partitions that a peer is a custodian of, ascending. */
  partitionsOf(peer: string): readonly number[] {
    return this.#partitionsOf.get(peer) ?? NO_PARTITIONS;
  }

  /** Whether the peer is a custodian of the partition that won't be one any more after the change that is prepared. */
  loses(peer: string, partition: number): boolean {
    return this.#losses.get(peer)?.has(partition) === true;
  }

  /** Those of the electorate that will have less after the change that is prepared. */
  get losers(): readonly string[] {
    return this.electorate.filter((peer) => this.#losses.has(peer));
  }

  /** Whether the peer is one of those among whom the partitions are divided now. */
  hasShare(peer: string): boolean {
    return this.#current.members.includes(peer);
  }

  /** The partitions that a peer is copying, ascending. */
  pendingPartitionsOf(peer: string): readonly number[] {
    return this.#pendingPartitionsOf.get(peer) ?? NO_PARTITIONS;
  }

  #lose(peer: string, partition: number): void {
    const lost = this.#losses.get(peer);
    if (lost === undefined) this.#losses.set(peer, new Set([partition]));
    else lost.add(partition);
  }
}

/** The basis of the view of these members. */
export function basisOf(members: readonly CustodyMember[]): string {
  return idOfHolders(holdersOfSeats(members));
}

function idOfHolders(holders: readonly CustodyMember[]): string {
  return ringIdOf(holders.map(({ peer, zone, weight, seat }) => ({ peer, zone, weight, seat })));
}

/** A member that is being removed is custodian of what it held until others hold it, dead as it may be. */
function isCustodian(status: RingStatus): boolean {
  return status === 'active' || status === 'leaving' || status === 'removing';
}

/** The custodians. Who has replaced another holds its seat, though not everybody has heard by then that the other is removed. */
function holdersOfSeats(members: readonly CustodyMember[]): readonly CustodyMember[] {
  const bySeat = new Map<string, CustodyMember>();
  for (const member of members) {
    if (!isCustodian(member.status)) continue;
    const holder = bySeat.get(seatOf(member));
    if (holder === undefined || takesSeatFrom(member, holder)) bySeat.set(seatOf(member), member);
  }
  return [...bySeat.values()];
}

function takesSeatFrom(member: CustodyMember, holder: CustodyMember): boolean {
  const isGoing = Number(member.status === 'removing') - Number(holder.status === 'removing');
  if (isGoing !== 0) return isGoing < 0;
  if (member.peer === seatOf(member) || holder.peer === seatOf(holder)) return holder.peer === seatOf(holder);
  return member.peer < holder.peer;
}

/**
 * Those whose turn it is. Members that are being removed go first, for nobody should wait for the dead: those that are replaced with those
 * that take their seats, each pair being no concern of another; else together, since none of them can take over from another. Otherwise
 * it is one at a time.
 */
function changingAmong(
  members: readonly CustodyMember[],
  current: readonly CustodyMember[],
): readonly CustodyMember[] {
  const removing = members.filter(({ status }) => status === 'removing');
  const replacing = replacements(members, current);
  if (replacing.length > 0) {
    const seats = new Set(replacing.map(seatOf));
    return [...current.filter((member) => seats.has(seatOf(member))), ...replacing];
  }
  if (removing.length > 0) return removing;
  const taken = new Set(current.map(seatOf));
  const first = firstById(
    members.filter(
      (member) =>
        member.status === 'leaving' ||
        (member.status === 'joining' && !taken.has(seatOf(member))) ||
        (member.status === 'active' && member.next !== undefined && current.includes(member)),
    ),
  );
  return first === undefined ? [] : [first];
}

/** Who changes, and who may have done so before: who is gone by now, and who comes before in the order of the ids. */
function precedents(
  members: readonly CustodyMember[],
  changing: readonly CustodyMember[],
): readonly CustodyMember[] {
  const first = firstById(changing)?.peer ?? '';
  return members.filter(
    ({ peer, status }) => peer <= first || status === 'left' || status === 'removed' || status === 'removing',
  );
}

function positionOf({ peer, status, sinceCounter = 0 }: CustodyMember): string {
  return JSON.stringify([peer, status, sinceCounter]);
}

/** Newcomers that are to take the seat of a member that is being removed, one for each. */
function replacements(
  members: readonly CustodyMember[],
  current: readonly CustodyMember[],
): readonly CustodyMember[] {
  return current
    .filter(({ status }) => status === 'removing')
    .flatMap((removed) => {
      const seat = seatOf(removed);
      const newcomer = firstById(
        members.filter((member) => member.status === 'joining' && seatOf(member) === seat),
      );
      return newcomer === undefined ? [] : [newcomer];
    });
}

function firstById(members: readonly CustodyMember[]): CustodyMember | undefined {
  let first: CustodyMember | undefined;
  for (const member of members) if (first === undefined || member.peer < first.peer) first = member;
  return first;
}

/** The members that hold data once these have come, gone, or become what they want to be. */
function after(changing: readonly CustodyMember[], current: readonly CustodyMember[]): readonly RingMember[] {
  const coming = changing
    .filter(({ status }) => status === 'joining' || status === 'active')
    .map((member) => ({ ...member, ...member.next }));
  return [...current.filter((member) => !changing.includes(member)), ...coming];
}

function byPeer(
  partitions: readonly number[],
  peersOf: (partition: number) => readonly string[],
): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const partition of partitions) {
    for (const peer of peersOf(partition)) {
      const list = result.get(peer);
      if (list === undefined) result.set(peer, [partition]);
      else list.push(partition);
    }
  }
  return result;
}
