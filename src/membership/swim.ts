/**
 * Who is a member, and who of them answers: SWIM (Das, Gupta, Motivala 2002) with Lifeguard's
 * additions (Dadgar, Phillips, Currey 2018), and beside it the members' intents.
 *
 *     event, now --> Swim --> effects
 *                     |-- FailureDetector   probes: who doesn't answer?
 *                     |-- LivenessRules     alive, suspect, dead; refutation; retries of the dead
 *                     |-- IntentRules       what members want to be
 *                     '-- News              what is being spread, on every message there is
 *
 * Pure: no I/O, no clock, no timers of its own. The caller carries out the effects in order and hands
 * timers back; it may drop, delay or repeat messages, as networks do.
 *
 * What differs from the papers: news is merged by a total order, so that the order of its arrival doesn't
 * matter; an ack ends no suspicion, a refutation does; the suspect is asked once more before the verdict; a node refutes no more
 * often than there are rounds of gossip; the dead are retried for ever; a timer that comes late proves that this node was
 * asleep, and what it would have concluded is not concluded. test/papers/README.md has the whole list, and a test for each claim.
 */
import { unreachable } from '../base/assert.ts';
import type { SwimCounts } from './counts.ts';
import type { Instant, SwimEffect, SwimEvent, SwimTimer } from './event.ts';
import { type Intent, isGone } from './intent.ts';
import type { Member } from './member.ts';
import type { Entries, Message } from './message.ts';
import { type SwimInit, type SwimParts, assembleSwim } from './swim-parts.ts';

/** How many members known from before a starting node asks for the present state. */
const CATCH_UP_PARTNERS = 3;

/** Lag of the event loop beyond this many ack timeouts doesn't worsen the local health further at once. */
const MAX_LAG_PENALTY = 3;

export class Swim {
  readonly #parts: SwimParts;
  #hasLeft = false;
  /** Since when this node runs again, having been late; on the monotonic clock. */
  #awakeSinceMs = -Infinity;

  constructor(init: SwimInit, now: Instant) {
    this.#parts = assembleSwim(init, now);
  }

  /** Every member whose liveness is followed, this node included. */
  members(): IterableIterator<Member> {
    return this.#parts.members.values();
  }

  member(peer: string): Member | undefined {
    return this.#parts.members.get(peer);
  }

  /** Who says that the member is suspect or dead, the first one first; empty where it is alive. */
  accusersOf(peer: string): readonly string[] {
    return this.#parts.liveness.accusersOf(peer);
  }

  /** Milliseconds that a probe of this member takes, smoothed; undefined where none has succeeded. */
  roundTripMs(peer: string): number | undefined {
    return this.#parts.detector.roundTripMs(peer);
  }

  /** Every intent known, its own and those of members that left included. */
  intents(): IterableIterator<Intent> {
    return this.#parts.intents.values();
  }

  intent(peer: string): Intent | undefined {
    return this.#parts.intents.get(peer);
  }

  get ownIntent(): Intent {
    return this.#parts.intentRules.own;
  }

  /** Local health: what this node multiplies its timeouts by, 1 when all is well. */
  get healthMultiplier(): number {
    return this.#parts.awareness.multiplier;
  }

  /** Pieces of news that this node is still spreading. */
  get newsCount(): number {
    return this.#parts.news.size;
  }

  /** What has been done since the start. */
  get counts(): Readonly<SwimCounts> {
    return this.#parts.counts;
  }

  /** Takes one event and gives what is to be done about it, in order. After `leave` nothing happens any more. */
  handle(event: SwimEvent, now: Instant): SwimEffect[] {
    if (this.#hasLeft) return [];
    const { outbox, rounds, counts } = this.#parts;
    outbox.open(now);
    this.#dispatch(event);
    rounds.keepUp();
    const effects = outbox.take();
    for (const { kind } of effects) if (kind === 'refused') counts.refusals++;
    return effects;
  }

  #dispatch(event: SwimEvent): void {
    switch (event.kind) {
      case 'start': {
        this.#handleStart();
        return;
      }
      case 'timer': {
        this.#handleTimer(event.timer);
        return;
      }
      case 'message': {
        this.#handleMessage(event.from, event.message);
        return;
      }
      case 'intents': {
        this.#parts.intentRules.handleIntents(event.intents, undefined);
        return;
      }
      case 'ownIntent': {
        this.#parts.intentRules.change(event.change);
        return;
      }
      case 'beginRemoval': {
        this.#parts.intentRules.beginRemoval(event.peer);
        return;
      }
      case 'endRemoval': {
        this.#parts.intentRules.endRemoval(event.peer);
        return;
      }
      case 'join': {
        this.#parts.exchange.ask(event.peer);
        return;
      }
      case 'peerUnreachable': {
        this.#parts.detector.probe(event.peer);
        return;
      }
      case 'connecting': {
        this.#parts.detector.handleConnecting(event.peer);
        return;
      }
      case 'connectFailed': {
        this.#parts.detector.handleConnectFailed(event.peer);
        return;
      }
      case 'eventLoopLag': {
        this.#handleLag(event.lagMs);
        return;
      }
      case 'leave': {
        this.#parts.rounds.sayFarewell(this.ownIntent);
        this.#hasLeft = true;
        return;
      }
      default:
        return unreachable(event);
    }
  }

  #handleStart(): void {
    const { options, intents, liveness, news, members, intentRules, roster, exchange, outbox } = this.#parts;
    for (const intent of intents.values()) if (!isGone(intent)) liveness.introduce(intent.peer);
    news.spread(members.own);
    intentRules.publish();
    for (const peer of roster.pick(CATCH_UP_PARTNERS)) exchange.ask(peer);
    // A random phase, lest nodes that start together probe together.
    outbox.schedule({ kind: 'probe' }, options.probeIntervalMs * this.#parts.random.fraction());
    this.#schedulePushPull();
  }

  #handleTimer(timer: SwimTimer): void {
    const { awareness, detector, exchange, liveness, options, outbox, refutation, roster, rounds } =
      this.#parts;
    const lateMs = outbox.now.monotonicMs - timer.dueMs;
    const wasAsleep = lateMs > options.ackTimeoutMs * awareness.multiplier;
    if (lateMs > options.ackTimeoutMs) this.#awakeSinceMs = outbox.now.monotonicMs;
    switch (timer.kind) {
      case 'probe': {
        detector.handleProbeTimer();
        return;
      }
      case 'ackTimeout': {
        detector.handleAckTimeout(timer.sequence);
        return;
      }
      case 'probeEnd': {
        detector.handleProbeEnd(timer.sequence, wasAsleep);
        return;
      }
      case 'relay': {
        detector.handleRelayTimer(timer.sequence);
        return;
      }
      case 'suspicion': {
        // However unwell this node knows itself to be, a refutation may be the next thing that it reads.
        const awakeMs = outbox.now.monotonicMs - this.#awakeSinceMs;
        liveness.handleSuspicionTimer(timer.peer, timer.dueMs, awakeMs < options.ackTimeoutMs);
        return;
      }
      case 'lastCall': {
        liveness.handleLastCallTimer(timer.peer, timer.dueMs);
        return;
      }
      case 'refute': {
        refutation.handleTimer();
        return;
      }
      case 'reconnect': {
        this.#handleReconnectTimer(timer);
        return;
      }
      case 'gossip': {
        rounds.handleTimer();
        return;
      }
      case 'pushPull': {
        this.#parts.autoRemoval.check();
        for (const peer of roster.pick(1)) exchange.ask(peer);
        this.#schedulePushPull();
        return;
      }
      default:
        return unreachable(timer);
    }
  }

  #handleMessage(from: string, { body, updates, intents }: Message): void {
    const { detector, exchange, intentRules, liveness } = this.#parts;
    // Intents first: without one there is no member for the rest to be about. Who forges one is not listened to further.
    if (!intentRules.handleIntents(intents, from)) return;
    for (const update of updates) liveness.handleUpdate(update, from);
    liveness.handleSignOfLife(from);
    switch (body.kind) {
      case 'ping':
        detector.handlePing(from, body.sequence);
        break;
      case 'ack':
        detector.handleAck(from, body.sequence, body.wallMs);
        break;
      case 'pingRequest':
        detector.handlePingRequest(from, body.sequence, body.target);
        break;
      case 'nack':
        detector.handleNack(from, body.sequence);
        break;
      case 'digest': {
        exchange.handleDigest(from, body);
        return;
      }
      case 'entries': {
        this.#handleEntries(from, body);
        return;
      }
      case 'gossip':
        break;
      default:
        return unreachable(body);
    }
    if (this.intent(from) === undefined) exchange.askSeldom(from);
  }

  #handleEntries(from: string, body: Entries): void {
    const { exchange, intentRules, liveness } = this.#parts;
    if (!intentRules.handleIntents(body.intents, from, true)) return;
    for (const entry of body.members) liveness.handleEntry(entry, from);
    exchange.handleEntries(from, body);
  }

  #handleReconnectTimer({ peer, incarnation, attempt }: SwimTimer & { kind: 'reconnect' }): void {
    const { detector, reconnects } = this.#parts;
    if (!reconnects.isDue(peer, incarnation)) return;
    detector.knock(peer);
    reconnects.again(peer, incarnation, attempt + 1);
  }

  #handleLag(lagMs: number): void {
    const { awareness, options, outbox } = this.#parts;
    if (lagMs > options.ackTimeoutMs) this.#awakeSinceMs = outbox.now.monotonicMs;
    const penalty = Math.floor(lagMs / options.ackTimeoutMs);
    awareness.worsen(Math.min(penalty, MAX_LAG_PENALTY));
  }

  #schedulePushPull(): void {
    const { options, outbox, random } = this.#parts;
    outbox.schedule({ kind: 'pushPull' }, options.pushPullIntervalMs * (0.5 + random.fraction()));
  }
}
