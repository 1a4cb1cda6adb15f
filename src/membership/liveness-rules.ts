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
import type { Random } from '../base/random.ts';
import type { Awareness } from './awareness.ts';
import { type LivenessUpdate, MAX_COUNTER, type Member } from './member.ts';
import type { MemberTable } from './member-table.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';
import { Suspicion } from './suspicion.ts';
import { type SwimOptions, suspicionBounds } from './swim-options.ts';

export interface LivenessRulesOptions {
  readonly swim: SwimOptions;
  readonly random: Random;
  readonly outbox: Outbox;
  readonly awareness: Awareness;
  readonly table: MemberTable;
  readonly news: News;
  /** A member that was not known before. */
  readonly onNewMember: (peer: string) => void;
  /** A member that was declared dead told us itself that it is alive. */
  readonly onRevived: (peer: string) => void;
}

/** A timer's due time and the deadline it stands for are the same but for rounding. */
const TIMER_SLACK_MS = 1;

/** Waits of retries vary by this much both ways, lest all members knock at once. */
const JITTER = 0.25;

export class LivenessRules {
  readonly #options: LivenessRulesOptions;
  readonly #suspicions = new Map<string, Suspicion>();

  constructor(options: LivenessRulesOptions) {
    this.#options = options;
  }

  /** News that rode on a message from `sender`. */
  handleUpdate(update: LivenessUpdate, sender: string): void {
    if (update.peer === this.#options.table.self) this.#handleUpdateOnSelf(update);
    else this.#believe(update, sender);
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
    this.handleUpdate(isHearsay && livesHere ? { ...entry, liveness: 'suspect' } : entry, sender);
  }

  /**
   * Takes a member as alive of whom nothing is known but its intent. Real incarnations begin at 1, so any
   * real news supersedes this, and it is nothing to tell others.
   */
  introduce(peer: string): void {
    const { outbox, table } = this.#options;
    if (table.get(peer) !== undefined) return;
    const assumed: LivenessUpdate = { peer, liveness: 'alive', incarnation: 0, from: table.self };
    const reception = table.apply(assumed, outbox.now.monotonicMs);
    if (reception.kind === 'believed') this.#handleChange(reception.member, undefined, table.self);
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
   * @param wasAsleep this node was late itself, and a refutation may lie unread: grants more time, once
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

  /** Schedules the next try to reach a dead member. */
  scheduleReconnect(peer: string, incarnation: number, attempt: number): void {
    const { outbox, random, swim } = this.#options;
    const waitMs = Math.min(swim.reconnectMaxMs, swim.reconnectMinMs * 2 ** attempt);
    const jitter = 1 + JITTER * (2 * random.fraction() - 1);
    outbox.schedule({ kind: 'reconnect', peer, incarnation, attempt }, waitMs * jitter);
  }

  #handleUpdateOnSelf(update: LivenessUpdate): void {
    const { outbox, awareness, table, news } = this.#options;
    const { incarnation } = table.own;
    const isAccusation = update.liveness !== 'alive';
    if (update.incarnation < incarnation) {
      // Somebody has missed the refutation.
      if (isAccusation) news.spread(table.own);
      return;
    }
    if (!isAccusation && update.incarnation === incarnation) return;
    if (update.incarnation >= MAX_COUNTER) {
      outbox.emit({ kind: 'refused', peer: table.self, reason: 'counterJump' });
      return;
    }
    if (isAccusation) awareness.worsen(1);
    const own = table.announce('alive', update.incarnation + 1);
    news.spread(own);
    outbox.emit({ kind: 'incarnationRaised', incarnation: own.incarnation });
  }

  #believe(update: LivenessUpdate, sender: string): void {
    const { outbox, news, table } = this.#options;
    const reception = table.apply(update, outbox.now.monotonicMs);
    switch (reception.kind) {
      case 'believed':
        news.spread(update);
        this.#handleChange(reception.member, reception.previous, sender);
        return;
      case 'repeated':
        this.#handleConfirmation(update);
        return;
      case 'refused':
        outbox.emit({ kind: 'refused', peer: update.peer, reason: reception.reason });
        return;
      case 'stale':
        return;
    }
  }

  #handleChange(member: Member, previous: Member | undefined, sender: string): void {
    const { outbox, onNewMember, onRevived } = this.#options;
    const { peer, liveness, incarnation } = member;
    this.#suspicions.delete(peer);
    if (liveness === 'suspect') this.#startSuspicion(member);
    if (liveness === 'dead') this.scheduleReconnect(peer, incarnation, 0);
    if (previous?.liveness !== liveness) {
      outbox.emit({ kind: 'livenessChanged', peer, liveness, previous: previous?.liveness, incarnation });
    }
    if (previous === undefined) onNewMember(peer);
    else if (previous.liveness === 'dead' && liveness === 'alive' && sender === peer) onRevived(peer);
  }

  #startSuspicion({ peer, incarnation, from }: Member): void {
    const { outbox, swim, table } = this.#options;
    const bounds = suspicionBounds(swim, table.livingCount);
    const suspicion = new Suspicion(incarnation, from, bounds, outbox.now.monotonicMs);
    this.#suspicions.set(peer, suspicion);
    this.#scheduleVerdict(peer, suspicion);
  }

  #handleConfirmation(update: LivenessUpdate): void {
    const suspicion = this.#suspicions.get(update.peer);
    if (suspicion?.confirm(update.from) !== true) return;
    this.#options.news.spread(update);
    this.#scheduleVerdict(update.peer, suspicion);
  }

  #scheduleVerdict(peer: string, suspicion: Suspicion): void {
    const { outbox } = this.#options;
    outbox.schedule({ kind: 'suspicion', peer }, Math.max(0, suspicion.deadlineMs - outbox.now.monotonicMs));
  }
}
