import { type Random, shuffled } from '../base/random.ts';
import { type Intent, isGone } from './intent.ts';
import type { IntentTable } from './intents.ts';
import type { Member } from './member.ts';
import type { MemberTable } from './member-table.ts';

/** Tries to hit a member that can be talked to, for each that is wanted, before all are looked at. */
const DRAWS = 8;

/** The members that can be talked to: neither dead nor gone. */
export class Roster {
  readonly #members: MemberTable;
  readonly #intents: IntentTable;
  readonly #random: Random;

  constructor(members: MemberTable, intents: IntentTable, random: Random) {
    this.#members = members;
    this.#intents = intents;
    this.#random = random;
  }

  /** The entry of a member that can be talked to; undefined for any other peer and for this node itself. */
  get(peer: string): Member | undefined {
    const member = this.#members.get(peer);
    if (member === undefined || member.liveness === 'dead' || peer === this.#members.self) return undefined;
    return this.#hasGone(this.#intents.get(peer)) ? undefined : member;
  }

  /** Up to `count` different ones at random, without `except`. */
  pick(count: number, except?: string): string[] {
    const { peers } = this.#members;
    const picked = new Set<string>();
    // Drawing is cheap where most can be talked to, whatever their number; else the rest is found by looking.
    for (let draws = DRAWS * count; draws > 0 && picked.size < count; draws--) {
      const peer = peers[this.#random.integer(peers.length)]!;
      if (peer !== except && this.get(peer) !== undefined) picked.add(peer);
    }
    if (picked.size < count) {
      const others = peers.filter((peer) => peer !== except && this.get(peer) !== undefined);
      for (const peer of shuffled(this.#random, others)) if (picked.size < count) picked.add(peer);
    }
    return [...picked];
  }

  #hasGone(intent: Intent | undefined): boolean {
    return intent === undefined || isGone(intent);
  }
}
