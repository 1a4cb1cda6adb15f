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
 * matter; the dead are retried for ever; a timer that comes late proves that this node was asleep, and
 * what it would have concluded is not concluded.
 */
import { unreachable } from '../base/assert.ts';
import type { Random } from '../base/random.ts';
import { Awareness } from './awareness.ts';
import type { Instant, SwimEffect, SwimEvent, SwimTimer } from './event.ts';
import { Exchange } from './exchange.ts';
import { FailureDetector } from './failure-detector.ts';
import { type Intent, isGone } from './intent.ts';
import { IntentRules } from './intent-rules.ts';
import { IntentTable } from './intents.ts';
import { LivenessRules } from './liveness-rules.ts';
import type { Member } from './member.ts';
import { MemberTable } from './member-table.ts';
import type { Message, PushPull } from './message.ts';
import { News } from './news.ts';
import { Outbox } from './outbox.ts';
import { Roster } from './roster.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions, checkSwimOptions } from './swim-options.ts';

export interface SwimInit {
  /** This node's intent, its counter above any that it wrote before. */
  readonly ownIntent: Intent;
  /** Above any that this node had before. */
  readonly incarnation: number;
  /** The other members' intents as far as known from before. */
  readonly intents?: Iterable<Intent>;
  readonly random: Random;
  /** Defaults to {@link DEFAULT_SWIM_OPTIONS}. */
  readonly options?: SwimOptions;
}

/** How many members known from before a starting node asks for the present state. */
const CATCH_UP_PARTNERS = 3;

/** Lag of the event loop beyond this many ack timeouts doesn't worsen the local health further at once. */
const MAX_LAG_PENALTY = 3;

export class Swim {
  readonly #self: string;
  readonly #options: SwimOptions;
  readonly #random: Random;
  readonly #members: MemberTable;
  readonly #intents: IntentTable;
  readonly #awareness: Awareness;
  readonly #roster: Roster;
  readonly #news: News;
  readonly #outbox: Outbox;
  readonly #exchange: Exchange;
  readonly #liveness: LivenessRules;
  readonly #intentRules: IntentRules;
  readonly #detector: FailureDetector;
  #hasLeft = false;
  #isGossiping = false;
  #lastStrangerMs = -Infinity;

  constructor(init: SwimInit, now: Instant) {
    const options = init.options ?? DEFAULT_SWIM_OPTIONS;
    checkSwimOptions(options);
    this.#self = init.ownIntent.peer;
    this.#options = options;
    this.#random = init.random;
    this.#members = new MemberTable(this.#self, init.incarnation, now.monotonicMs);
    this.#intents = new IntentTable(init.intents);
    this.#intents.set(init.ownIntent);
    this.#awareness = new Awareness(options.awarenessCeiling);
    this.#roster = new Roster(this.#members, this.#intents, init.random);
    this.#news = new News(this.#members, options);
    this.#outbox = new Outbox((to) => this.#news.forReceiver(to));
    this.#exchange = new Exchange(this.#members, this.#intents, this.#outbox);
    this.#intentRules = this.#makeIntentRules();
    this.#detector = this.#makeDetector();
    this.#liveness = this.#makeLivenessRules();
  }

  /** Every member known, this node included. */
  members(): IterableIterator<Member> {
    return this.#members.values();
  }

  member(peer: string): Member | undefined {
    return this.#members.get(peer);
  }

  /** Every intent known, its own and those of members that left included. */
  intents(): IterableIterator<Intent> {
    return this.#intents.values();
  }

  intent(peer: string): Intent | undefined {
    return this.#intents.get(peer);
  }

  get ownIntent(): Intent {
    return this.#intentRules.own;
  }

  /** Local health: what this node multiplies its timeouts by, 1 when all is well. */
  get healthMultiplier(): number {
    return this.#awareness.multiplier;
  }

  /** Takes one event and gives what is to be done about it, in order. After `leave` nothing happens any more. */
  handle(event: SwimEvent, now: Instant): SwimEffect[] {
    if (this.#hasLeft) return [];
    this.#outbox.open(now);
    this.#dispatch(event);
    this.#keepGossiping();
    return this.#outbox.take();
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
        this.#intentRules.handleIntents(event.intents);
        return;
      }
      case 'ownIntent': {
        this.#intentRules.change(event.change);
        return;
      }
      case 'join': {
        this.#exchange.ask(event.peer);
        return;
      }
      case 'peerUnreachable': {
        this.#detector.probe(event.peer);
        return;
      }
      case 'eventLoopLag': {
        this.#handleLag(event.lagMs);
        return;
      }
      case 'leave': {
        this.#handleLeave();
        return;
      }
      default:
        return unreachable(event);
    }
  }

  #handleStart(): void {
    const { probeIntervalMs } = this.#options;
    for (const intent of this.#intents.values()) if (!isGone(intent)) this.#liveness.introduce(intent.peer);
    this.#news.spread(this.#members.own);
    this.#intentRules.publish();
    for (const peer of this.#roster.pick(CATCH_UP_PARTNERS)) this.#exchange.ask(peer);
    // A random phase, lest nodes that start together probe together.
    this.#outbox.schedule({ kind: 'probe' }, probeIntervalMs * this.#random.fraction());
    this.#schedulePushPull();
  }

  #handleTimer(timer: SwimTimer): void {
    const wasAsleep =
      this.#outbox.now.monotonicMs - timer.dueMs > this.#options.ackTimeoutMs * this.#awareness.multiplier;
    switch (timer.kind) {
      case 'probe': {
        this.#detector.handleProbeTimer();
        return;
      }
      case 'ackTimeout': {
        this.#detector.handleAckTimeout(timer.sequence);
        return;
      }
      case 'probeEnd': {
        this.#detector.handleProbeEnd(timer.sequence, wasAsleep);
        return;
      }
      case 'relay': {
        this.#detector.handleRelayTimer(timer.sequence);
        return;
      }
      case 'suspicion': {
        this.#liveness.handleSuspicionTimer(timer.peer, timer.dueMs, wasAsleep);
        return;
      }
      case 'reconnect': {
        this.#handleReconnectTimer(timer);
        return;
      }
      case 'gossip': {
        this.#handleGossipTimer();
        return;
      }
      case 'pushPull':
        for (const peer of this.#roster.pick(1)) this.#exchange.ask(peer);
        {
          this.#schedulePushPull();
          return;
        }
      default:
        return unreachable(timer);
    }
  }

  #handleMessage(from: string, { body, updates, intents }: Message): void {
    for (const update of updates) this.#liveness.handleUpdate(update, from);
    this.#intentRules.handleIntents(intents);
    switch (body.kind) {
      case 'ping':
        this.#detector.handlePing(from, body.sequence);
        break;
      case 'ack':
        this.#detector.handleAck(from, body.sequence, body.wallMs);
        break;
      case 'pingRequest':
        this.#detector.handlePingRequest(from, body.sequence, body.target);
        break;
      case 'nack':
        this.#detector.handleNack(from, body.sequence);
        break;
      case 'pushPull': {
        this.#handlePushPull(from, body);
        return;
      }
      case 'gossip':
        break;
      default:
        return unreachable(body);
    }
    if (this.#intents.get(from) === undefined) this.#handleStranger(from);
  }

  #handlePushPull(from: string, body: PushPull): void {
    for (const entry of body.members) this.#liveness.handleEntry(entry, from);
    this.#intentRules.handleIntents(body.intents);
    this.#exchange.handleReceived(from, body);
  }

  /** Somebody of this cluster of whom we know nothing: one of us has missed a lot. */
  #handleStranger(peer: string): void {
    const nowMs = this.#outbox.now.monotonicMs;
    if (nowMs - this.#lastStrangerMs < this.#options.probeIntervalMs) return;
    this.#lastStrangerMs = nowMs;
    this.#exchange.ask(peer);
  }

  #handleReconnectTimer({ peer, incarnation, attempt }: SwimTimer & { kind: 'reconnect' }): void {
    const member = this.#members.get(peer);
    if (member?.liveness !== 'dead' || member.incarnation !== incarnation) return;
    const intent = this.#intents.get(peer);
    if (intent !== undefined && isGone(intent)) return;
    if (intent !== undefined) this.#detector.knock(peer);
    this.#liveness.scheduleReconnect(peer, incarnation, attempt + 1);
  }

  #handleGossipTimer(): void {
    this.#isGossiping = false;
    for (const peer of this.#roster.pick(this.#options.gossipFanout)) {
      if (!this.#news.isEmpty) this.#outbox.send(peer, { kind: 'gossip' });
    }
  }

  #handleLag(lagMs: number): void {
    const penalty = Math.floor(lagMs / this.#options.ackTimeoutMs);
    this.#awareness.worsen(Math.min(penalty, MAX_LAG_PENALTY));
  }

  #handleLeave(): void {
    const { peer, liveness, incarnation, from } = this.#members.announce(
      'dead',
      this.#members.own.incarnation,
    );
    const updates = [{ peer, liveness, incarnation, from }];
    // There will be no second round, so the first goes to as many as several would have reached.
    const { gossipFanout, retransmitMultiplier } = this.#options;
    const told = this.#roster.pick(gossipFanout * retransmitMultiplier);
    for (const to of told) {
      const message: Message = { body: { kind: 'gossip' }, updates, intents: [this.ownIntent] };
      this.#outbox.emit({ kind: 'send', to, message });
    }
    this.#hasLeft = true;
  }

  #schedulePushPull(): void {
    const { pushPullIntervalMs } = this.#options;
    this.#outbox.schedule({ kind: 'pushPull' }, pushPullIntervalMs * (0.5 + this.#random.fraction()));
  }

  /** While there is news there are rounds of gossip. */
  #keepGossiping(): void {
    const isAlone = this.#members.livingCount === 1;
    if (this.#isGossiping || this.#hasLeft || isAlone || this.#news.isEmpty) return;
    this.#isGossiping = true;
    this.#outbox.schedule({ kind: 'gossip' }, this.#options.gossipIntervalMs);
  }

  #makeIntentRules(): IntentRules {
    return new IntentRules({
      self: this.#self,
      outbox: this.#outbox,
      table: this.#intents,
      news: this.#news,
      onMember: (peer) => this.#liveness.introduce(peer),
    });
  }

  #makeDetector(): FailureDetector {
    return new FailureDetector({
      self: this.#self,
      swim: this.#options,
      random: this.#random,
      outbox: this.#outbox,
      awareness: this.#awareness,
      roster: this.#roster,
      onUnresponsive: (target, incarnation) => this.#liveness.suspect(target, incarnation),
    });
  }

  #makeLivenessRules(): LivenessRules {
    return new LivenessRules({
      swim: this.#options,
      random: this.#random,
      outbox: this.#outbox,
      awareness: this.#awareness,
      table: this.#members,
      news: this.#news,
      onNewMember: (peer) => this.#detector.addMember(peer),
      onRevived: (peer) => this.#exchange.ask(peer),
    });
  }
}
