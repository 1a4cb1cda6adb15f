import { LIMITS } from '../base/limits.ts';
import { type LivenessUpdate, MAX_COUNTER_JUMP, type Member, supersedes } from './member.ts';

/** What came of a piece of news. */
export type Reception =
  | { readonly kind: 'believed'; readonly member: Member; readonly previous: Member | undefined }
  /** The same suspicion as the one known, perhaps from somebody else. */
  | { readonly kind: 'repeated'; readonly member: Member }
  | { readonly kind: 'stale'; readonly member: Member }
  | { readonly kind: 'refused'; readonly reason: 'tableFull' | 'counterJump' };

/** The members that this node knows of, itself among them; bounded by `LIMITS.members`. */
export class MemberTable {
  readonly self: string;
  readonly #members = new Map<string, Member>();
  #livingCount = 1;

  constructor(self: string, incarnation: number, nowMs: number) {
    this.self = self;
    this.#members.set(self, { peer: self, liveness: 'alive', incarnation, from: self, sinceMs: nowMs });
  }

  /** Members that aren't dead, this node included: the `n` in every logarithm of the protocol. */
  get livingCount(): number {
    return this.#livingCount;
  }

  get(peer: string): Member | undefined {
    return this.#members.get(peer);
  }

  values(): IterableIterator<Member> {
    return this.#members.values();
  }

  /** This node's own entry. */
  get own(): Member {
    return this.#members.get(this.self)!;
  }

  /** Replaces this node's own entry: only it may raise its incarnation, and nobody else declares it dead. */
  announce(liveness: 'alive' | 'dead', incarnation: number): Member {
    const own: Member = { ...this.own, liveness, incarnation };
    this.#members.set(this.self, own);
    return own;
  }

  /** Believes a piece of news about another member where it supersedes what is known. */
  apply(news: LivenessUpdate, nowMs: number): Reception {
    const known = this.#members.get(news.peer);
    if (known === undefined) {
      if (this.#members.size >= LIMITS.members) return { kind: 'refused', reason: 'tableFull' };
    } else if (!supersedes(news, known)) {
      const isRepeated = news.liveness === 'suspect' && !supersedes(known, news);
      return { kind: isRepeated ? 'repeated' : 'stale', member: known };
    } else if (news.incarnation - known.incarnation > MAX_COUNTER_JUMP) {
      return { kind: 'refused', reason: 'counterJump' };
    }
    const sinceMs = known?.liveness === news.liveness ? known.sinceMs : nowMs;
    const member: Member = { ...news, sinceMs };
    this.#members.set(news.peer, member);
    this.#livingCount += countLiving(member) - countLiving(known);
    return { kind: 'believed', member, previous: known };
  }
}

function countLiving(member: Member | undefined): number {
  return member === undefined || member.liveness === 'dead' ? 0 : 1;
}
