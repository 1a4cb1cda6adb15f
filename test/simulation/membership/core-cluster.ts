import type { SwimEffect, SwimEvent } from '../../../src/membership/event.ts';
import type { Liveness } from '../../../src/membership/member.ts';
import type { Message } from '../../../src/membership/message.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../../src/membership/swim-options.ts';
import { SeededRandom } from '../world/seeded-random.ts';
import { makeCore, writeIntent } from './core.ts';
import { CoreNetwork } from './core-network.ts';
import { MessageMeter } from './message-meter.ts';
import { SimulatedMember, addressOf } from './simulated-member.ts';
import { Stall } from './stall.ts';
import type { Queued } from './time-wheel.ts';
import { Timeline } from './timeline.ts';
import { Views } from './views.ts';

export interface CoreClusterOptions {
  readonly seed: number;
  /** What the cores' constants are, where they aren't the defaults. */
  readonly swim?: Partial<SwimOptions>;
  /** Longest delay of a message in ms, the shortest being 1. */
  readonly delayMs?: number;
  /** Whether members are told of their own lateness: by the event loop's lag, and by when a timer was due. */
  readonly knowsLateness?: boolean;
  /** Changes or swallows what a member is told: this is where bugs are planted. */
  readonly tamper?: (member: SimulatedMember, event: SwimEvent) => SwimEvent | undefined;
}

/** One member changes its mind about another; the views are those from before. */
export interface ViewChange {
  readonly observer: SimulatedMember;
  readonly target: SimulatedMember;
  readonly liveness: Liveness;
  readonly previous: Liveness | undefined;
  readonly incarnation: number;
}

/** An event on its way: a message, or a timer of one life of the member. */
class Delivery implements Queued {
  next: this | undefined;
  readonly to: SimulatedMember;
  readonly life: number | undefined;
  readonly event: SwimEvent;

  constructor(to: SimulatedMember, life: number | undefined, event: SwimEvent) {
    this.to = to;
    this.life = life;
    this.event = event;
  }
}

const DELAY_MS = 5;

/** How long members that start together may take to tell everybody so, and a time in which nobody gossips. */
const SETTLE_MS = 600_000;
const QUIET_MS = 500;

/** How often a condition is looked at that no change of a view has brought about. */
const LOOK_EVERY_MS = 50;

/**
 * Membership cores by the thousand on virtual time, and a network between them that delays, loses and splits.
 * Every number drawn follows from the seed.
 */
export class CoreCluster {
  readonly members: SimulatedMember[] = [];
  readonly views = new Views(this.members);
  readonly meter = new MessageMeter();
  readonly random: SeededRandom;
  readonly network: CoreNetwork;
  /** Called with each change of a view. */
  readonly witnesses: ((change: ViewChange) => void)[] = [];
  readonly #options: CoreClusterOptions;
  readonly #swim: SwimOptions;
  readonly #byPeer = new Map<string, SimulatedMember>();
  /** Hears all others; what it says waits, as in a connection whose other end doesn't confirm anything. */
  #mute: { readonly member: SimulatedMember; readonly said: Delivery[] } | undefined;
  readonly #time = new Timeline<Delivery>((delivery) => this.#deliver(delivery));
  #changes = 0;
  #events = 0;

  constructor(options: CoreClusterOptions) {
    this.#options = options;
    this.#swim = { ...DEFAULT_SWIM_OPTIONS, ...options.swim };
    this.random = new SeededRandom(options.seed);
    this.network = new CoreNetwork(this.random.fork('network'), options.delayMs ?? DELAY_MS);
  }

  /**
   * A cluster that has been idle for long. Starting a thousand members one by one, or at once, takes minutes of this
   * process, so these start with what they would know in the end: all intents as they are, and incarnation 0, which is what
   * a member assumes of another that it hasn't heard of.
   */
  static settled(count: number, options: CoreClusterOptions): CoreCluster {
    const cluster = new CoreCluster(options);
    for (let i = 0; i < count; i++) cluster.add();
    const intents = cluster.members.map(({ peer, address }) => writeIntent(peer, 1, address));
    for (const member of cluster.members) {
      member.addressBook = intents;
      member.incarnation = -1;
      cluster.start(member);
    }
    if (!cluster.untilQuiet(SETTLE_MS)) throw new Error(`${count} members did not settle`);
    for (const member of cluster.members) member.recoveringSinceMs = undefined;
    return cluster;
  }

  get nowMs(): number {
    return this.#time.nowMs;
  }

  /** Events that cores have handled. */
  get events(): number {
    return this.#events;
  }

  get swimOptions(): SwimOptions {
    return this.#swim;
  }

  running(): SimulatedMember[] {
    return this.members.filter(({ swim }) => swim !== undefined);
  }

  /** A new member, not started. */
  add(): SimulatedMember {
    const member = new SimulatedMember(this.members.length);
    this.members.push(member);
    this.#byPeer.set(member.peer, member);
    return member;
  }

  /** Starts the member, with all that it remembers. */
  start(member: SimulatedMember): void {
    member.life++;
    member.incarnation++;
    member.intentCounter++;
    const { peer, address, incarnation, intentCounter: counter, addressBook: known } = member;
    const random = this.random.fork(`${peer}/${member.life}`);
    const init = { peer, address, incarnation, counter, known, random, options: this.#swim };
    member.swim = makeCore(init, this.#time.instant);
    member.recoveringSinceMs = this.nowMs;
    this.views.started(member);
    this.tell(member, { kind: 'start' });
  }

  /** kill -9. The address book was saved; nobody is told. */
  kill(member: SimulatedMember): void {
    const swim = member.swim!;
    this.views.stopping(member, (peer) => this.memberOf(peer));
    member.addressBook = [...swim.intents()].filter(({ peer }) => peer !== member.peer);
    member.intentCounter = swim.ownIntent.counter;
    member.swim = undefined;
    member.stall = undefined;
    member.isStarved = false;
    this.#changes++;
  }

  /** The member says goodbye and stops. */
  leave(member: SimulatedMember): void {
    this.tell(member, { kind: 'ownIntent', change: { status: 'left' } });
    this.tell(member, { kind: 'leave' });
    this.kill(member);
  }

  /** The machine of a stopped member gets another address. */
  move(member: SimulatedMember, move: number): void {
    member.address = addressOf(member.index, move);
    this.network.moved();
  }

  /** Its process no longer gets the processor: what is sent to it waits, and its timers are late. */
  block(member: SimulatedMember): void {
    if (member.swim !== undefined) member.stall ??= new Stall(member, this.nowMs, this.random);
  }

  /** It runs again, and finds all that has come meanwhile. */
  unblock(member: SimulatedMember): void {
    const { stall } = member;
    if (stall === undefined) return;
    member.stall = undefined;
    member.recoveringSinceMs = this.nowMs;
    const knowsLateness = this.#options.knowsLateness ?? true;
    for (const event of stall.end(this.nowMs, knowsLateness)) this.tell(member, event);
  }

  /** The first half of the members can no longer reach the second. */
  split(): void {
    this.network.isSplit = true;
    const half = this.members.length / 2;
    for (const member of this.members) member.side = member.index < half ? 0 : 1;
    this.views.recount((peer) => this.memberOf(peer));
    this.#changes++;
  }

  heal(): void {
    this.network.isSplit = false;
    for (const member of this.members) {
      member.side = 0;
      member.recoveringSinceMs = this.nowMs;
    }
    this.views.recount((peer) => this.memberOf(peer));
    this.#changes++;
  }

  /** What the member says doesn't arrive until `unmute`; so nobody answers it, and what it believes of the others isn't held against anybody. */
  mute(member: SimulatedMember): void {
    this.#mute = { member, said: [] };
    member.side = 1;
    this.views.recount((peer) => this.memberOf(peer));
    this.#changes++;
  }

  /** All that it has said arrives at once, in order. */
  unmute(): void {
    const { member, said } = this.#mute!;
    this.#mute = undefined;
    member.side = 0;
    member.recoveringSinceMs = this.nowMs;
    this.views.recount((peer) => this.memberOf(peer));
    this.#changes++;
    for (const delivery of said) this.#time.post(delivery, 1);
  }

  memberOf(peer: string): SimulatedMember {
    return this.#byPeer.get(peer)!;
  }

  /** Whether everybody's view of everybody is as things are. */
  isConverged(): boolean {
    return this.views.areTrue();
  }

  /** Does something at a later time. */
  after(delayMs: number, action: () => void): void {
    this.#time.after(delayMs, action);
  }

  /** Hands an event to a running core and carries out what it wants. */
  tell(member: SimulatedMember, event: SwimEvent): void {
    const { tamper } = this.#options;
    const told = tamper === undefined ? event : tamper(member, event);
    if (told === undefined || member.swim === undefined) return;
    this.#events++;
    for (const effect of member.swim.handle(told, this.#time.instant)) this.#carryOut(member, effect);
  }

  run(forMs: number): void {
    for (const endMs = this.nowMs + forMs; this.nowMs < endMs;) this.#time.tick();
  }

  /** A member answers at an address that another knows by other means than its intents. */
  join(member: SimulatedMember, seed: SimulatedMember): void {
    this.network.connect(member, seed);
    this.tell(member, { kind: 'join', peer: seed.peer });
  }

  /** Lets time pass until the condition holds, and gives how long that took; undefined: it never did. */
  runUntil(condition: () => boolean, withinMs: number): number | undefined {
    const startMs = this.nowMs;
    let seen = -1;
    for (;;) {
      if (seen !== this.#changes || this.nowMs % LOOK_EVERY_MS === 0) {
        seen = this.#changes;
        if (condition()) return this.nowMs - startMs;
      }
      if (this.nowMs - startMs >= withinMs) return undefined;
      this.#time.tick();
    }
  }

  /** Runs until all views are true and nobody has any news left to spread. Gives whether that came to pass. */
  untilQuiet(withinMs: number): boolean {
    const endMs = this.nowMs + withinMs;
    while (this.nowMs < endMs) {
      const before = this.#gossips();
      this.run(QUIET_MS);
      if (this.#gossips() === before && this.isConverged()) return true;
    }
    return false;
  }

  #gossips(): number {
    return this.meter.byKind().get('gossip')?.messages ?? 0;
  }

  #deliver({ to, life, event }: Delivery): void {
    if (to.swim === undefined || (life !== undefined && life !== to.life)) return;
    if (to.stall === undefined) this.tell(to, event);
    else to.stall.hold(event, this.nowMs);
  }

  /** Intents go on the topic as well, which would only be faster: here they spread by the core's own gossip alone. */
  #carryOut(member: SimulatedMember, effect: SwimEffect): void {
    if (effect.kind === 'schedule') {
      const event = { kind: 'timer', timer: effect.timer } as const;
      this.#time.post(new Delivery(member, member.life, event), effect.delayMs);
    } else if (effect.kind === 'send') {
      this.#send(member, this.memberOf(effect.to), effect.message);
    } else if (effect.kind === 'livenessChanged') {
      const { peer, liveness, previous, incarnation } = effect;
      this.#changeView({ observer: member, target: this.memberOf(peer), liveness, previous, incarnation });
    } else if (effect.kind === 'incarnationRaised') {
      member.incarnation = effect.incarnation;
    }
  }

  #changeView(change: ViewChange): void {
    const { observer, target, liveness, previous } = change;
    if (observer === target) return;
    for (const witness of this.witnesses) witness(change);
    this.views.changed(observer, target, liveness, previous);
    this.#changes++;
  }

  #send(from: SimulatedMember, to: SimulatedMember, message: Message): void {
    this.meter.count(message);
    const delayMs = this.network.delayMs(from, to);
    if (delayMs === undefined) return;
    const event: SwimEvent = { kind: 'message', from: from.peer, message };
    const delivery = new Delivery(to, undefined, event);
    if (from === this.#mute?.member) this.#mute.said.push(delivery);
    else this.#time.post(delivery, delayMs);
  }
}
