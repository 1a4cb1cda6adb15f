import { type CustodyMember, CustodyView } from '../ring/custody-view.ts';
import { hasPartition } from '../ring/partition-bits.ts';
import type { Key } from '../version/key.ts';
import { partitionOfToken } from '../version/key.ts';

export interface CustodyOptions {
  readonly self: string;
  readonly partitions: number;
  readonly replicas: number;
  /** What this node held completely when it stopped, one bit a partition; empty: nothing. */
  readonly complete: Uint8Array;
  /** What was cleared then; what is complete is that, too. */
  readonly cleared?: Uint8Array;
}

/**
 * Who holds which partition, and of which of them this node holds everything.
 *
 * An owner that has yet to copy its partition takes writes but answers no reads: it couldn't tell a key
 * that doesn't exist from one that it hasn't copied. Once it is *complete* it stays so, restarts included, for
 * as long as it owns the partition. A peer with an empty disk is complete in nothing, whoever it was before.
 *
 *     foreign --owned--> to be cleared --nothing old is left--> cleared --copied--> complete
 *
 * What the disk has of a partition from before this node became its owner may be older than what others have forgotten since, so
 * it goes before anything is taken (`cleared`).
 *
 * This is the seam for real custody: coordinators ask who the custodians *are*, never whom the ring names.
 */
export class Custody {
  readonly #options: CustodyOptions;
  readonly #partitionBits: number;
  readonly #complete: Uint8Array;
  readonly #cleared: Uint8Array;
  readonly #listeners: (() => void)[] = [];
  #view: CustodyView;
  #isDerived = false;
  /** Whether this node has let somebody make the change that is prepared, and that may have been made by now. */
  isHandingOver: () => boolean = () => false;

  constructor(options: CustodyOptions) {
    this.#options = options;
    this.#partitionBits = Math.log2(options.partitions);
    this.#complete = new Uint8Array(Math.ceil(options.partitions / 8));
    this.#cleared = new Uint8Array(this.#complete.length);
    if (options.complete.length === this.#complete.length) this.#complete.set(options.complete);
    const { cleared = options.complete } = options;
    if (cleared.length === this.#cleared.length) this.#cleared.set(cleared);
    this.#view = new CustodyView([], options);
  }

  get view(): CustodyView {
    return this.#view;
  }

  get partitions(): number {
    return this.#options.partitions;
  }

  /** One bit a partition, least significant first. */
  get complete(): Uint8Array {
    return this.#complete.slice();
  }

  /** As `complete`: where nothing is left from before this node became an owner. */
  get cleared(): Uint8Array {
    return this.#cleared.slice();
  }

  partitionOf(key: Key): number {
    return partitionOfToken(key.tokenHigh, this.#partitionBits);
  }

  /** Calls back after every change of the view or of what is complete. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Derives the view anew, and forgets what was known of that which this node no longer owns. */
  update(members: readonly CustodyMember[]): void {
    const before = this.#isDerived ? this.#view : undefined;
    this.#isDerived = true;
    this.#view = new CustodyView(members, this.#options);
    for (let partition = 0; partition < this.#options.partitions; partition++) {
      if (this.owns(partition) && !this.#hasToCopyAnew(partition, before)) continue;
      setBit(this.#complete, partition, false);
      setBit(this.#cleared, partition, false);
    }
    this.#changed();
  }

  /**
   * Whether this node is becoming an owner by another change than the one that it has prepared for until now, if any. What was written meanwhile
   * was for the owners of that other change: also where this node was an owner itself a moment ago, or hears of that other change only now that it
   * was given up.
   */
  #hasToCopyAnew(partition: number, before: CustodyView | undefined): boolean {
    const { self } = this.#options;
    if (before === undefined || !this.#view.pending(partition).includes(self)) return false;
    return !before.pending(partition).includes(self) || before.changeId !== this.#view.changeId;
  }

  /** Whether this node is a custodian of the partition or is becoming one. */
  owns(partition: number): boolean {
    const { self } = this.#options;
    return this.#view.custodians(partition).includes(self) || this.#view.pending(partition).includes(self);
  }

  /** Whether others may own the partition in place of this node by now, without its having heard of it. */
  isHandedOver(partition: number): boolean {
    return this.#view.loses(this.#options.self, partition) && this.isHandingOver();
  }

  isComplete(partition: number): boolean {
    return hasPartition(this.#complete, partition);
  }

  /** Whether nothing is left of the partition from before this node became its owner. */
  isCleared(partition: number): boolean {
    return hasPartition(this.#cleared, partition);
  }

  /** What this node owns and has yet to clear. */
  uncleared(): number[] {
    return this.#owned().filter((partition) => !this.isCleared(partition));
  }

  /** What is taken from now on stays: so this must be known after a crash, before anything is taken. */
  markCleared(partitions: readonly number[]): void {
    for (const partition of partitions) if (this.owns(partition)) setBit(this.#cleared, partition, true);
    this.#changed();
  }

  /** What this node owns and has yet to copy. */
  incomplete(): number[] {
    return this.#owned().filter((partition) => !this.isComplete(partition));
  }

  /** What this node has cleared and has yet to copy. */
  toCopy(): number[] {
    return this.incomplete().filter((partition) => this.isCleared(partition));
  }

  markComplete(partition: number): void {
    // Otherwise it ceased to be this node's meanwhile, and what was copied will be cleared with the rest.
    if (!this.isCleared(partition)) return;
    setBit(this.#complete, partition, true);
    this.#changed();
  }

  /** At the founding of a cluster: there is nothing yet, so its founder has all of it. */
  markAllComplete(): void {
    this.#complete.fill(0xff);
    this.#cleared.fill(0xff);
    this.#changed();
  }

  #owned(): number[] {
    const { self } = this.#options;
    return [...this.#view.partitionsOf(self), ...this.#view.pendingPartitionsOf(self)].sort((a, b) => a - b);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function setBit(bits: Uint8Array, partition: number, value: boolean): void {
  const bit = 1 << (partition & 7);
  const byte = bits[partition >>> 3] ?? 0;
  bits[partition >>> 3] = value ? byte | bit : byte & ~bit;
}
