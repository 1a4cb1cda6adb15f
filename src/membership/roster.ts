import { type Random, shuffled } from '../base/random.ts';
import type { IntentTable } from './intents.ts';
import type { Member } from './member.ts';
import type { MemberTable } from './member-table.ts';

/** The members that can be talked to: not dead, and with an intent, which tells their addresses. */
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
    return this.#intents.get(peer) === undefined ? undefined : member;
  }

  /** Up to `count` different ones at random, without `except`. */
  pick(count: number, except?: string): string[] {
    const peers: string[] = [];
    for (const { peer } of this.#members.values()) {
      if (peer !== except && this.get(peer) !== undefined) peers.push(peer);
    }
    return shuffled(this.#random, peers).slice(0, count);
  }
}
