/**
 * What becomes of a piece of news about a member's liveness (SWIM 4.2, Lifeguard IV-B):
 *
 *              unresponsive, or somebody says so         timeout
 *     alive ------------------------------------> suspect ------> dead
 *       ^                                            |              |
 *       '--------- refuted by the member itself -----'--------------'
 *
 * Only a member raises its own incarnation, so only it can refute. A dead member is tried again for
 * ever, which is how two halves of a healed split meet; what it then hears is that it is dead, and refutes.
 */
import type { SwimCounts } from './counts.ts';
import { type Intent, isGone } from './intent.ts';
import type { LivenessUpdate, Member } from './member.ts';
import type { MemberTable } from './member-table.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';
import type { Reconnects } from './reconnects.ts';
import type { Refutation } from './refutation.ts';
import { Suspicion } from './suspicion.ts';
import { type SwimOptions, suspicionBounds } from './swim-options.ts';

export interface LivenessRulesOptions {
  readonly swim: SwimOptions;
  readonly outbox: Outbox;
  readonly table: MemberTable;
  readonly news: News;
  readonly reconnects: Reconnects;
  readonly refutation: Refutation;
  readonly counts: SwimCounts;
  /** The present intent's run of a member, and whether it has gone for good. */
  readonly intentOf: (peer: string) => Intent | undefined;
  /** One ping, with all that should be told to its receiver. */
  readonly knock: (peer: string) => void;
  /** A member that was not known before. */
  readonly onNewMember: (peer: string) => void;
  /** A member that was declared dead told us itself that it is alive. */
  readonly onRevived: (peer: string) => void;
  /** This peer knows something that we have missed. */
  readonly onMissed: (peer: string) => void;
}

/** A timer's due time and the deadline it stands for are the same but for rounding. */
const TIMER_SLACK_MS = 1;

/**
 * How many ack timeouts before a verdict the suspect is asked once more, and again because messages get lost. Of a hundred members a
 * refutation misses some one in ten times; where a tenth of all messages is lost, a ping and its ack are lost one time in
 * five, and nine of them in three million. Nearly everybody has heard the refutation long before, and asks nothing.
 */
const LAST_CALLS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

export class LivenessRules {
  readonly #options: LivenessRulesOptions;
  readonly #suspicions = new Map<string, Suspicion>();
  /** In which run each dead member was declared so. */
  readonly #runAtDeath = new Map<string, number | undefined>();

  constructor(options: LivenessRulesOptions) {
    this.#options = options;
  }

  /** Who says that the member is suspect or dead; empty where it is alive. */
  accusersOf(peer: string): readonly string[] {
    const member = this.#options.table.get(peer);
    if (member === undefined || member.liveness === 'alive') return [];
    return this.#suspicions.get(peer)?.accusers ?? [member.from];
  }

  /** News that rode on a message from `sender`. */
  handleUpdate(update: LivenessUpdate, sender: string, isFromExchange = false): void {
    const { intentOf, onMissed, refutation, table } = this.#options;
    const intent = intentOf(update.peer);
    if (update.peer === table.self) refutation.handle(update, sender);
    // Whoever knows a member of whom we haven't heard knows more than we do.
    else if (intent === undefined) onMissed(sender);
    // What is said of one that has gone would only keep it from resting.
    else if (isGone(intent)) return;
    else if (update.liveness === 'dead' && update.from !== update.peer)
      this.#hearVerdict(update, sender, isFromExchange);
    else this.#believe(update, sender, isFromExchange);
  }

  /** The member itself has sent something: should it be suspect here, then wrongly. */
  handleSignOfLife(peer: string): void {
    const suspicion = this.#suspicions.get(peer);
    if (suspicion?.sustain(this.#options.outbox.now.monotonicMs) === true)
      this.#scheduleVerdict(peer, suspicion);
  }

  /**
   * An entry of somebody's whole table. Its deaths may be old, and those of the other half of a healed
   * split are wrong: they only raise a suspicion of a member that lives here, which it can refute, unless
   * the member announced its death itself.
   */
  handleEntry(entry: LivenessUpdate, sender: string): void {
    const known = this.#options.table.get(entry.peer);
    const isHearsay = entry.liveness === 'dead' && entry.from !== entry.peer;
    const livesHere = known !== undefined && known.liveness !== 'dead';
    this.handleUpdate(isHearsay && livesHere ? { ...entry, liveness: 'suspect' } : entry, sender, true);
  }

  /**
   * Takes a member as alive of whom nothing is known but its intent. Real incarnations begin at 1, so any
   * real news supersedes this, and it is nothing to tell others.
   */
  introduce(peer: string): void {
    const { outbox, table, onNewMember } = this.#options;
    const member = table.introduce(peer, outbox.now.monotonicMs);
    if (member === undefined) return;
    this.#emitChange(member, undefined);
    onNewMember(peer);
  }

  /** The member has gone for good: it counts as dead, and isn't tried again. */
  retire(peer: string): void {
    const { outbox, reconnects, table } = this.#options;
    this.#suspicions.delete(peer);
    reconnects.end(peer);
    const known = table.get(peer);
    if (known === undefined) return;
    const reception = table.apply({ ...known, liveness: 'dead' }, false, outbox.now.monotonicMs);
    if (reception.kind === 'believed') this.#emitChange(reception.member, reception.previous);
  }

  /** Our own probe of the member failed. */
  suspect(peer: string, incarnation: number): void {
    const { table } = this.#options;
    // A later incarnation is a sign of life that came while the probe was under way.
    if (table.get(peer)?.incarnation !== incarnation) return;
    this.#believe({ peer, liveness: 'suspect', incarnation, from: table.self }, table.self);
  }

  /**
   * A suspicion's timer is due: the member is dead, unless the deadline has moved.
   * @param dueMs when the timer was to fire
   * @param wasAsleep this node was late itself, and a refutation may lie unread: grants more time, a few times
   */
  handleSuspicionTimer(peer: string, dueMs: number, wasAsleep: boolean): void {
    const { table } = this.#options;
    const suspicion = this.#suspicions.get(peer);
    if (suspicion === undefined || dueMs + TIMER_SLACK_MS < suspicion.deadlineMs) return;
    if (wasAsleep && suspicion.extend(this.#options.outbox.now.monotonicMs)) {
      this.#scheduleVerdict(peer, suspicion);
      return;
    }
    const { incarnation } = suspicion;
    this.#believe({ peer, liveness: 'dead', incarnation, from: table.self }, table.self);
  }

  /**
   * Before the verdict the suspect is asked itself. Each of n members misses a refutation with a small probability, which is
   * that of declaring a living member dead, and the ping tells the suspect, whose ack brings its refutation along.
   * @param dueMs when the timer was to fire
   */
  handleLastCallTimer(peer: string, dueMs: number): void {
    const suspicion = this.#suspicions.get(peer);
    // A timer of a deadline that has moved, or of an earlier suspicion, is none of ours.
    if (suspicion === undefined || suspicion.lastCallMs !== dueMs) return;
    this.#options.knock(peer);
    this.#scheduleLastCall(peer, suspicion);
  }

  /**
   * Somebody has declared the member dead. Whoever was heard by nobody for a while says so of all others, and when it is heard again its suspicions and its verdicts
   * come at once: so a verdict is a suspicion first, and believed when the member has had time to refute that.
   */
  #hearVerdict(update: LivenessUpdate, sender: string, isFromExchange: boolean): void {
    const { outbox, table } = this.#options;
    if (table.get(update.peer)?.liveness !== 'dead') {
      this.#believe({ ...update, liveness: 'suspect' }, sender, isFromExchange);
      const suspicion = this.#suspicions.get(update.peer);
      // It has been refuted, or is none that can be believed.
      if (suspicion?.incarnation !== update.incarnation) return;
      if (!suspicion.condemn(outbox.now.monotonicMs)) {
        this.#scheduleVerdict(update.peer, suspicion);
        return;
      }
    }
    this.#believe(update, sender, isFromExchange);
  }

  #believe(update: LivenessUpdate, sender: string, isFromExchange = false): void {
    const { outbox, news, onMissed, table } = this.#options;
    const reception = table.apply(update, sender === update.peer, outbox.now.monotonicMs);
    switch (reception.kind) {
      case 'believed':
        news.spread(update, isFromExchange);
        this.#handleChange(reception.member, reception.previous, sender);
        return;
      case 'repeated':
        this.#handleConfirmation(update);
        return;
      case 'jump':
        outbox.emit({ kind: 'refused', peer: update.peer, reason: 'counterJump', sender });
        onMissed(update.peer);
        return;
      case 'stale':
      case 'unknown':
        return;
    }
  }

  #handleChange(member: Member, previous: Member, sender: string): void {
    const { counts, intentOf, onRevived, reconnects } = this.#options;
    const { peer, liveness, incarnation } = member;
    this.#suspicions.delete(peer);
    if (previous.liveness === 'suspect' && liveness === 'alive') counts.suspicionsRefuted++;
    if (previous.liveness === 'dead' && liveness !== 'dead') this.#revive(peer);
    if (liveness === 'suspect') this.#startSuspicion(member);
    if (liveness === 'dead') {
      counts.deaths++;
      const intent = intentOf(peer);
      this.#runAtDeath.set(peer, intent?.run);
      if (intent !== undefined && !isGone(intent)) reconnects.begin(peer, incarnation);
    }
    this.#emitChange(member, previous);
    if (previous.liveness === 'dead' && liveness === 'alive' && sender === peer) onRevived(peer);
  }

  #revive(peer: string): void {
    const { counts, intentOf, reconnects } = this.#options;
    if (this.#runAtDeath.get(peer) === intentOf(peer)?.run) counts.falseDeaths++;
    this.#runAtDeath.delete(peer);
    reconnects.end(peer);
  }

  #emitChange({ peer, liveness, incarnation }: Member, previous: Member | undefined): void {
    if (previous?.liveness === liveness) return;
    const { outbox } = this.#options;
    outbox.emit({ kind: 'livenessChanged', peer, liveness, previous: previous?.liveness, incarnation });
  }

  #startSuspicion({ peer, incarnation, from }: Member): void {
    const { counts, outbox, swim, table } = this.#options;
    counts.suspicions++;
    const bounds = suspicionBounds(swim, table.livingCount);
    const suspicion = new Suspicion(incarnation, from, bounds, outbox.now.monotonicMs);
    this.#suspicions.set(peer, suspicion);
    this.#scheduleVerdict(peer, suspicion);
  }

  #handleConfirmation(update: LivenessUpdate): void {
    const { news, table } = this.#options;
    // Independent means: another member. Anybody can make up names.
    if (table.get(update.from) === undefined) return;
    const suspicion = this.#suspicions.get(update.peer);
    if (suspicion?.confirm(update.from) !== true) return;
    news.spread(update);
    this.#scheduleVerdict(update.peer, suspicion);
  }

  #scheduleVerdict(peer: string, suspicion: Suspicion): void {
    const { outbox } = this.#options;
    this.#scheduleLastCall(peer, suspicion);
    outbox.schedule({ kind: 'suspicion', peer }, Math.max(0, suspicion.deadlineMs - outbox.now.monotonicMs));
  }

  /** The next one of them only: of most suspicions, which are refuted soon, there will be none. */
  #scheduleLastCall(peer: string, suspicion: Suspicion): void {
    const { outbox, swim } = this.#options;
    const leftMs = suspicion.deadlineMs - outbox.now.monotonicMs;
    const waitMs = LAST_CALLS.map((calls) => leftMs - calls * swim.ackTimeoutMs).find(
      (candidateMs) => candidateMs > TIMER_SLACK_MS,
    );
    suspicion.lastCallMs = waitMs === undefined ? undefined : outbox.now.monotonicMs + waitMs;
    if (waitMs !== undefined) outbox.schedule({ kind: 'lastCall', peer }, waitMs);
  }
}
