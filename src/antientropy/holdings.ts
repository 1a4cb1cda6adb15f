import type { CustodyView } from '../ring/custody-view.ts';
import type { LeafReader } from '../storage/engine.ts';
import type { FloorOwners } from './purge-floors.ts';

/** Who holds what, and of what this node holds all. */
export interface HeldPartitions {
  readonly view: CustodyView;
  isComplete(partition: number): boolean;
}

/** What this node may speak for: partitions of which it is a custodian, with all there is, and whose hash tree it knows. */
export class Holdings {
  readonly #self: string;
  readonly #held: HeldPartitions;
  readonly #leaves: LeafReader;

  constructor(self: string, held: HeldPartitions, leaves: LeafReader) {
    this.#self = self;
    this.#held = held;
    this.#leaves = leaves;
  }

  /** As of now, for messages about the partition. */
  ownersHash(partition: number): number {
    return this.#held.view.ownersHash(partition);
  }

  /** Who must agree on the purge floor of a partition. */
  ownersOf(partition: number): FloorOwners {
    const { view } = this.#held;
    const owners = [...view.custodians(partition), ...view.pending(partition)];
    return { ownersHash: view.ownersHash(partition), owners };
  }

  /** The partitions of which this node is a custodian with all there is. */
  complete(): number[] {
    return this.#held.view.partitionsOf(this.#self).filter((partition) => this.#held.isComplete(partition));
  }

  /** Whether it can compare the partition with somebody who knows these owners. */
  canCompare(partition: number, ownersHash: number): boolean {
    const { view } = this.#held;
    return (
      view.ownersHash(partition) === ownersHash &&
      view.custodians(partition).includes(this.#self) &&
      this.#held.isComplete(partition) &&
      this.#leaves.isKnown(partition)
    );
  }

  /** The partitions of which this node and another peer are custodians, whatever either has of them. */
  ownedWith(peer: string): number[] {
    const { view } = this.#held;
    return view.partitionsOf(this.#self).filter((partition) => view.custodians(partition).includes(peer));
  }

  /** Those of them that this node can compare. */
  sharedWith(peer: string): number[] {
    const { view } = this.#held;
    return this.ownedWith(peer).filter((partition) => this.canCompare(partition, view.ownersHash(partition)));
  }

  /** The other custodians of what this node holds, in the order of their ids. */
  partners(): string[] {
    const { view } = this.#held;
    const peers = view.partitionsOf(this.#self).flatMap((partition) => view.custodians(partition));
    return [...new Set(peers)].filter((peer) => peer !== this.#self).sort();
  }
}
