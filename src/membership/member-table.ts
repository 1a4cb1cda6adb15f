import { type LivenessUpdate, MAX_INCARNATION_JUMP, type Member, supersedes } from './member.ts';

/** What came of a piece of news. */
export type Reception =
  | { readonly kind: 'believed'; readonly member: Member; readonly previous: Member }
  /** The same suspicion as the one known, perhaps from somebody else. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'stale' }
  /** About somebody who isn't a member here: whoever has no intent is none. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'jump' };

/** The members whose liveness this node follows, itself among them: those whose intents it knows, and so as many. */
export class MemberTable {
  readonly self: string;
  /** Called with the member whose entry has changed. */
  onChanged: (peer: string) => void = () => {};
  readonly #members = new Map<string, Member>();
  /** For choosing one at random. Members are never forgotten. */
  readonly #peers: string[] = [];
  #livingCount = 1;

  constructor(self: string, incarnation: number, nowMs: number) {
    this.self = self;
    this.#members.set(self, {
      peer: self,
      liveness: 'alive',
      incarnation,
      from: self,
      sinceMs: nowMs,
      vouched: incarnation,
    });
    this.#peers.push(self);
  }

  /** Members that aren't dead, this node included: the `n` in every logarithm of the protocol. */
  get livingCount(): number {
    return this.#livingCount;
  }

  /** This node's own entry. */
  get own(): Member {
    return this.#members.get(this.self)!;
  }

  /** All of them, in the order in which they became known. */
  get peers(): readonly string[] {
    return this.#peers;
  }

  get(peer: string): Member | undefined {
    return this.#members.get(peer);
  }

  values(): IterableIterator<Member> {
    return this.#members.values();
  }

  /** Replaces this node's own entry: only it may raise its incarnation, and nobody else declares it dead. */
  announce(liveness: 'alive' | 'dead', incarnation: number): Member {
    const own: Member = { ...this.own, liveness, incarnation, vouched: incarnation };
    this.#set(own);
    return own;
  }

  /** Takes a new member as alive, in an incarnation that is below any real one. Undefined: it is known already. */
  introduce(peer: string, nowMs: number): Member | undefined {
    if (this.#members.has(peer)) return undefined;
    const member: Member = {
      peer,
      liveness: 'alive',
      incarnation: 0,
      from: this.self,
      sinceMs: nowMs,
      vouched: 0,
    };
    this.#set(member);
    this.#peers.push(peer);
    this.#livingCount++;
    return member;
  }

  /**
   * Believes a piece of news about another member where it supersedes what is known.
   * @param isFirstHand the member itself says so
   */
  apply(news: LivenessUpdate, isFirstHand: boolean, nowMs: number): Reception {
    const previous = this.#members.get(news.peer);
    if (previous === undefined) return { kind: 'unknown' };
    if (!supersedes(news, previous)) {
      const isRepeated = news.liveness === 'suspect' && !supersedes(previous, news);
      return { kind: isRepeated ? 'repeated' : 'stale' };
    }
    // Against what the member said, not against other hearsay, which could climb step by step.
    const isJump = news.incarnation > previous.vouched + MAX_INCARNATION_JUMP;
    if (isJump && !isFirstHand) return { kind: 'jump' };
    const sinceMs = previous.liveness === news.liveness ? previous.sinceMs : nowMs;
    const { peer, liveness, incarnation, from } = news;
    const vouched = isFirstHand ? Math.max(previous.vouched, incarnation) : previous.vouched;
    const member: Member = { peer, liveness, incarnation, from, sinceMs, vouched };
    this.#set(member);
    this.#livingCount += countLiving(member) - countLiving(previous);
    return { kind: 'believed', member, previous };
  }

  #set(member: Member): void {
    this.#members.set(member.peer, member);
    this.onChanged(member.peer);
  }
}

function countLiving(member: Member): number {
  return member.liveness === 'dead' ? 0 : 1;
}
