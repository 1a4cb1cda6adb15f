/**
 * Who is to agree on the floor of a partition: its custodians, and who is copying it, since a deletion must not be forgotten between
 * the copy from one custodian and that from the next.
 */
export interface FloorOwners {
  /** Names them. */
  readonly ownersHash: number;
  readonly owners: readonly string[];
}

interface Agreement {
  readonly ownersHash: number;
  /** Up to where this node has taken over what each other custodian had. */
  readonly pulledMs: Map<string, number>;
  /** What the others say of themselves. */
  readonly syncedMs: Map<string, number>;
}

export interface PurgeFloorsOptions {
  readonly self: string;
  readonly partitions: number;
  /** As they were saved; see there. */
  readonly fenceMs: number;
  readonly floorsMs: readonly number[];
}

/**
 * Up to which version tombstones and expired records may be forgotten, partition by partition: the *purge floor*. A deletion that
 * some custodian had missed would otherwise come undone when the others have forgotten it; and it must not matter for how long one is
 * away. Three steps, each of which is known to be true everywhere before the next is taken:
 *
 *     fence     this node takes no new write with an older version any more
 *     synced    since every custodian said that its fence is at F, this node has taken over what each of them held:
 *               it holds everything below F that there is, since nothing is added to that any more
 *     floor     every custodian, the absent ones included, has said that it is synced to F
 *
 * So a floor stands still while a custodian is away, and goes on when it is back. All of it only rises, and what was said is void when
 * the custodians change. A floor stays: it says something of the partition, not of who holds it. Below the floor a record that isn't here was deleted or has expired: it is accepted from no hint
 * and no read repair, and of two custodians the one with the lower floor has nothing to tell the other.
 *
 * Pure: time and messages are handed in.
 */
export class PurgeFloors {
  readonly #self: string;
  readonly #floorsMs: Float64Array;
  readonly #fencesMs = new Map<string, number>();
  readonly #agreements = new Map<number, Agreement>();
  #fenceMs: number;

  constructor({ self, partitions, fenceMs, floorsMs }: PurgeFloorsOptions) {
    this.#self = self;
    this.#fenceMs = fenceMs;
    this.#floorsMs = new Float64Array(partitions);
    this.#floorsMs.set(floorsMs.slice(0, partitions));
  }

  /** New writes below this are refused here. */
  get fenceMs(): number {
    return this.#fenceMs;
  }

  floorMs(partition: number): number {
    return this.#floorsMs[partition] ?? 0;
  }

  /** By partition, to be saved. */
  get floorsMs(): number[] {
    return [...this.#floorsMs];
  }

  /** Save it before anybody hears of it. */
  raiseFence(fenceMs: number): void {
    this.#fenceMs = Math.max(this.#fenceMs, fenceMs);
  }

  /** A peer says that it refuses new writes below this. */
  learnFence(peer: string, fenceMs: number): void {
    this.#fencesMs.set(peer, Math.max(this.#fencesMs.get(peer) ?? 0, fenceMs));
  }

  /** Below this nothing is added any more at any custodian, as far as this node has been told. */
  fencedMs({ owners }: FloorOwners): number {
    return Math.min(
      ...owners.map((peer) => (peer === this.#self ? this.#fenceMs : (this.#fencesMs.get(peer) ?? 0))),
    );
  }

  /**
   * This node has everything that the peer had.
   * @param fencedMs what `fencedMs` gave before the comparison began
   */
  notePulled(partition: number, owners: FloorOwners, peer: string, fencedMs: number): void {
    const { pulledMs } = this.#agreementOn(partition, owners);
    pulledMs.set(peer, Math.max(pulledMs.get(peer) ?? 0, fencedMs));
  }

  /** A custodian says that it is synced up to there. */
  learn(partition: number, owners: FloorOwners, peer: string, peerSyncedMs: number): void {
    const { syncedMs } = this.#agreementOn(partition, owners);
    syncedMs.set(peer, Math.max(syncedMs.get(peer) ?? 0, peerSyncedMs));
  }

  /** Below this, it says of itself, this node holds everything that any custodian holds. */
  syncedMs(partition: number, owners: FloorOwners): number {
    const { pulledMs } = this.#agreementOn(partition, owners);
    const others = owners.owners.filter((peer) => peer !== this.#self);
    return Math.min(this.fencedMs(owners), ...others.map((peer) => pulledMs.get(peer) ?? 0));
  }

  /** How far all custodians are known to be synced: the floor may rise to that. */
  agreedMs(partition: number, owners: FloorOwners): number {
    const { syncedMs } = this.#agreementOn(partition, owners);
    const others = owners.owners.filter((peer) => peer !== this.#self);
    return Math.min(this.syncedMs(partition, owners), ...others.map((peer) => syncedMs.get(peer) ?? 0));
  }

  /** Save it before anything is forgotten by it. */
  raiseFloor(partition: number, floorMs: number): void {
    this.#floorsMs[partition] = Math.max(this.floorMs(partition), floorMs);
  }

  #agreementOn(partition: number, { ownersHash }: FloorOwners): Agreement {
    let agreement = this.#agreements.get(partition);
    if (agreement?.ownersHash !== ownersHash) {
      agreement = { ownersHash, pulledMs: new Map(), syncedMs: new Map() };
      this.#agreements.set(partition, agreement);
    }
    return agreement;
  }
}
