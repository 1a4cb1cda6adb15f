/** What this node believes of a member just now. Steers requests; never moves data. */
export type Liveness = 'alive' | 'suspect' | 'dead';

/** One piece of news about one member, as it travels between peers. */
export interface LivenessUpdate {
  readonly peer: string;
  readonly liveness: Liveness;
  /** Raised by the member itself alone, to refute; 0..{@link MAX_COUNTER}. */
  readonly incarnation: number;
  /** Who says so. The member itself: it is certain (an alive one refutes, a dead one has left). */
  readonly from: string;
}

/** A member's entry: the newest news about it, and since when it holds. */
export interface Member extends LivenessUpdate {
  /** When `liveness` last changed, on the monotonic clock. */
  readonly sinceMs: number;
  /** The highest incarnation that it told us itself; 0 where it has told us none. */
  readonly vouched: number;
}

/** The highest incarnation and the highest counter of an intent that are believed from a wire. */
export const MAX_COUNTER = 2 ** 31 - 1;

/**
 * How far hearsay may be ahead of the incarnation that a member last told us itself. Honest members raise theirs by
 * one at a time, so that more is damage or malice: believed, it would be above what the member takes for its own, and
 * it couldn't refute any more. Where it was honest after all, the member says so itself when it is asked.
 */
export const MAX_INCARNATION_JUMP = 64;

const RANK: Readonly<Record<Liveness, number>> = { alive: 0, suspect: 1, dead: 2 };

/**
 * Whether one piece of news replaces another about the same member (SWIM 4.2): a higher incarnation
 * always, within one incarnation dead over suspect over alive. This is a total order, so whoever
 * has heard the same news, in whatever order, believes the same.
 */
export function supersedes(news: LivenessUpdate, known: LivenessUpdate): boolean {
  if (news.incarnation !== known.incarnation) return news.incarnation > known.incarnation;
  return RANK[news.liveness] > RANK[known.liveness];
}
