/**
 * Push-pull: two members tell each other what they know. It makes a newcomer a member, joins the halves of a
 * healed split, and repairs what gossip missed.
 *
 *     asker                                    asked
 *       |--- digest: a sum for each part ------->|   which parts differ?
 *       |<-- entries of those, in pages ---------|
 *       |  merges, and for each page:            |
 *       |--- what it knows otherwise ----------->|
 *
 * So two that agree exchange two short messages, and two that don't pay for what differs.
 */
import { LIMITS } from '../base/limits.ts';
import { DigestSums, type Entry, differingParts, partCountFor, partOf } from './digest.ts';
import { compareIntents, isGone } from './intent.ts';
import type { IntentTable } from './intents.ts';
import type { LivenessUpdate } from './member.ts';
import type { MemberTable } from './member-table.ts';
import type { Digest, Entries } from './message.ts';
import type { Outbox } from './outbox.ts';
import { pagesOf } from './pages.ts';
import type { Roster } from './roster.ts';

/** At most one exchange in this time with those of whom we may have missed something. */
const SELDOM_MS = 300;

/** At most one answer to each peer in this time; honest ones ask seldom. */
const ANSWER_PAUSE_MS = 100;

/** Pages that come later than this after the question are none of it. */
const ASK_LIFETIME_MS = 10_000;

export interface ExchangeOptions {
  readonly members: MemberTable;
  readonly intents: IntentTable;
  readonly outbox: Outbox;
  readonly roster: Roster;
}

export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #sums: DigestSums;
  /** Whom this node has asked, and when. */
  readonly #asked = new Map<string, number>();
  /** Whom it has answered, and when. */
  readonly #answered = new Map<string, number>();
  #askedSeldomAtMs = -Infinity;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#sums = new DigestSums((peer) => this.#entryOf(peer));
  }

  /** What is known of this member has changed. */
  touch(peer: string): void {
    this.#sums.touch(peer);
  }

  /** Begins an exchange with the peer. */
  ask(peer: string): void {
    const { intents, members, outbox } = this.#options;
    const { monotonicMs, wallMs } = outbox.now;
    remember(this.#asked, peer, monotonicMs);
    const sums = this.#sums.inParts(partCountFor(intents.size));
    // With who is asking: a newcomer is news at once, and not when it has replied to the answer.
    const own = intents.get(members.self);
    const body: Digest = { kind: 'digest', sums, wallMs };
    outbox.emit({ kind: 'send', to: peer, message: { body, updates: [], intents: own ? [own] : [] } });
  }

  /** The same, with somebody of whom we seem to have missed something; such suspicions are cheap to raise. */
  askSeldom(peer: string): void {
    const nowMs = this.#options.outbox.now.monotonicMs;
    if (nowMs - this.#askedSeldomAtMs < SELDOM_MS) return;
    this.#askedSeldomAtMs = nowMs;
    this.ask(peer);
  }

  /** Answers, unless it has answered this peer just now: an answer may be thousands of times as long as its question. */
  handleDigest(from: string, { sums }: Digest): void {
    const nowMs = this.#options.outbox.now.monotonicMs;
    if (nowMs - (this.#answered.get(from) ?? -Infinity) < ANSWER_PAUSE_MS) return;
    remember(this.#answered, from, nowMs);
    const partCount = sums.length;
    const parts = differingParts(this.#sums.inParts(partCount), sums);
    for (const page of pagesOf(this.#entriesIn(parts, partCount), parts, partCount)) {
      this.#send(from, { ...page, partCount, replyWanted: parts.length > 0 });
    }
  }

  /** Ends the receipt of a page, whose content has been merged already. Who wasn't asked gets no reply. */
  handleEntries(from: string, page: Entries): void {
    const { outbox, roster } = this.#options;
    const askedAtMs = this.#asked.get(from);
    outbox.emit({ kind: 'synchronised', peer: from });
    if (askedAtMs === undefined || outbox.now.monotonicMs - askedAtMs > ASK_LIFETIME_MS) return;
    // Only members have a say in what the time is.
    if (roster.get(from) !== undefined) this.#sampleClock(from, askedAtMs, page.wallMs);
    if (page.replyWanted) this.#reply(from, page);
  }

  /** Tells what differs from the page even now that it is merged. */
  #reply(to: string, { partCount, parts, members, intents }: Entries): void {
    const theirs = {
      liveness: new Map(members.map((update) => [update.peer, update])),
      intents: new Map(intents.map((intent) => [intent.peer, intent])),
    };
    const differing = this.#entriesIn(parts, partCount).filter((entry) => {
      const { peer } = entry.intent;
      const isSameLiveness = entry.liveness === undefined || agree(entry.liveness, theirs.liveness.get(peer));
      return !isSameLiveness || !isSame(entry, theirs.intents.get(peer));
    });
    if (differing.length === 0) return;
    for (const page of pagesOf(differing, parts, partCount)) {
      if (page.intents.length > 0) this.#send(to, { ...page, partCount, replyWanted: false });
    }
  }

  #send(to: string, page: Omit<Entries, 'kind' | 'wallMs'>): void {
    const { outbox } = this.#options;
    outbox.sendBare(to, { kind: 'entries', wallMs: outbox.now.wallMs, ...page });
  }

  #sampleClock(peer: string, askedAtMs: number, wallMs: number): void {
    const { outbox } = this.#options;
    const roundTripMs = outbox.now.monotonicMs - askedAtMs;
    outbox.emit({ kind: 'clockSample', peer, wallMs: wallMs + roundTripMs / 2, roundTripMs });
  }

  #entriesIn(parts: readonly number[], partCount: number): Entry[] {
    if (parts.length === 0) return [];
    const wanted = new Set(parts);
    const entries: Entry[] = [];
    for (const { peer } of this.#options.intents.values()) {
      const entry = wanted.has(partOf(peer, partCount)) ? this.#entryOf(peer) : undefined;
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  #entryOf(peer: string): Entry | undefined {
    const intent = this.#options.intents.get(peer);
    if (intent === undefined) return undefined;
    const member = isGone(intent) ? undefined : this.#options.members.get(peer);
    return { intent, liveness: member && newsOf(member) };
  }
}

/** A member's entry as it travels: when it changed is this node's own affair. */
function newsOf({ peer, liveness, incarnation, from }: LivenessUpdate): LivenessUpdate {
  return { peer, liveness, incarnation, from };
}

function isSame({ intent }: Entry, theirs: Entry['intent'] | undefined): boolean {
  return theirs !== undefined && compareIntents(intent, theirs) === 0;
}

function agree(ours: LivenessUpdate, theirs: LivenessUpdate | undefined): boolean {
  return ours.liveness === theirs?.liveness && ours.incarnation === theirs.incarnation;
}

/** Notes a time for a peer; of too many the oldest is forgotten. */
function remember(times: Map<string, number>, peer: string, nowMs: number): void {
  times.delete(peer);
  times.set(peer, nowMs);
  if (times.size > LIMITS.exchangePartners) times.delete(times.keys().next().value!);
}
