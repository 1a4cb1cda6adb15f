import type { SwimEffect, SwimEvent } from '../../src/membership/event.ts';
import type { Liveness } from '../../src/membership/member.ts';
import type { Message } from '../../src/membership/message.ts';
import type { Swim } from '../../src/membership/swim.ts';
import type { SwimOptions } from '../../src/membership/swim-options.ts';
import { EventQueue, type QueuedEvent } from '../simulation/world/event-queue.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { instantAt, makeCore } from './core.ts';

/** A member changed its mind about another. */
export interface Change {
  readonly atMs: number;
  readonly observer: string;
  readonly peer: string;
  readonly liveness: Liveness;
  readonly previous: Liveness | undefined;
}

export interface GroupMember {
  readonly name: string;
  readonly swim: Swim;
  incarnation: number;
  isRunning: boolean;
  isPaused: boolean;
  /** What came while it was paused. */
  readonly held: SwimEvent[];
  /** It handles a message this much later than it arrives, while its timers are punctual. */
  slownessMs: number;
}

export interface GroupOptions {
  readonly seed: number;
  /** What differs from the defaults, for all members. */
  readonly options?: Partial<SwimOptions>;
  /** Probability that a message is lost. */
  readonly loss?: number;
  /** Longest time that a message takes. */
  readonly delayMs?: number;
  /** Sees what a member does, and changes or swallows it. */
  readonly tamper?: (member: GroupMember, effect: SwimEffect, nowMs: number) => SwimEffect | undefined;
}

interface Delivery extends QueuedEvent {
  readonly to: GroupMember;
  readonly event: SwimEvent;
}

/** SWIM's process group: many real cores in virtual time, and a network that loses, delays and splits. */
export class Group {
  readonly members = new Map<string, GroupMember>();
  readonly changes: Change[] = [];
  readonly random: SeededRandom;
  nowMs = 0;
  loss: number;
  /** Whether nothing that one member sends reaches the other. */
  isCut: (from: string, to: string) => boolean = () => false;
  readonly #options: GroupOptions;
  readonly #queue = new EventQueue<Delivery>();
  #sequence = 0;

  constructor(options: GroupOptions) {
    this.#options = options;
    this.random = new SeededRandom(options.seed);
    this.loss = 0;
  }

  /** Members that have known each other for a while: all news about their start is spread. Then come the losses. */
  static settled(names: readonly string[], options: GroupOptions): Group {
    const group = new Group(options);
    for (const name of names) group.start(name, names);
    group.run(SETTLING_MS);
    if (!group.running().every((member) => group.seesAllAlive(member))) throw new Error('did not settle');
    group.changes.length = 0;
    group.loss = options.loss ?? 0;
    return group;
  }

  /** Starts a member that knows others, or restarts it with the incarnation after its last. */
  start(name: string, others: Iterable<string>): GroupMember {
    const incarnation = (this.members.get(name)?.incarnation ?? 0) + 1;
    const random = this.random.fork(`${name}/${incarnation}`);
    const { options } = this.#options;
    const known = [...others].filter((other) => other !== name);
    const swim = makeCore({ name, incarnation, others: known, random, options }, this.nowMs);
    const alive = { isRunning: true, isPaused: false, held: [], slownessMs: 0 };
    const member: GroupMember = { name, swim, incarnation, ...alive };
    this.members.set(name, member);
    this.tell(member, { kind: 'start' });
    return member;
  }

  member(name: string): GroupMember {
    const member = this.members.get(name);
    if (member === undefined) throw new Error(`no member is named ${name}`);
    return member;
  }

  running(): GroupMember[] {
    return [...this.members.values()].filter(({ isRunning }) => isRunning);
  }

  kill(name: string): void {
    this.member(name).isRunning = false;
  }

  /** Stops a process as SIGSTOP does: what comes for it waits. */
  pause(name: string): void {
    this.member(name).isPaused = true;
  }

  /** Late timers come first, then what the network holds, as in an event loop. */
  resume(name: string): void {
    const member = this.member(name);
    member.isPaused = false;
    const held = member.held.splice(0);
    for (const event of held.filter(({ kind }) => kind === 'timer')) this.tell(member, event);
    for (const event of held.filter(({ kind }) => kind !== 'timer')) this.tell(member, event);
  }

  seesAllAlive({ swim }: GroupMember): boolean {
    return this.running().every(({ name }) => swim.member(name)?.liveness === 'alive');
  }

  /** Hands an event to a member and carries out what it wants. */
  tell(member: GroupMember, event: SwimEvent): void {
    const { tamper } = this.#options;
    for (const wanted of member.swim.handle(event, instantAt(this.nowMs))) {
      const effect = tamper === undefined ? wanted : tamper(member, wanted, this.nowMs);
      if (effect !== undefined) this.#carryOut(member, effect);
    }
  }

  run(forMs: number): void {
    this.runUntil(() => false, forMs);
  }

  /** Lets time pass until the condition holds, looking after each event. False: it never did. */
  runUntil(condition: () => boolean, withinMs: number): boolean {
    const endMs = this.nowMs + withinMs;
    for (;;) {
      if (condition()) return true;
      const next = this.#queue.peek();
      if (next === undefined || next.atMs > endMs) break;
      this.#queue.pop();
      this.nowMs = next.atMs;
      const { to, event } = next;
      if (to.isPaused) to.held.push(event);
      else if (to.isRunning) this.tell(to, event);
    }
    this.nowMs = endMs;
    return condition();
  }

  /** Intents, clocks and what is for the log have no part in the papers. */
  #carryOut(member: GroupMember, effect: SwimEffect): void {
    if (effect.kind === 'schedule')
      this.#post(member, { kind: 'timer', timer: effect.timer }, effect.delayMs);
    if (effect.kind === 'send') this.#send(member, effect.to, effect.message);
    if (effect.kind === 'incarnationRaised') member.incarnation = effect.incarnation;
    if (effect.kind === 'livenessChanged') {
      const { peer, liveness, previous } = effect;
      this.changes.push({ atMs: this.nowMs, observer: member.name, peer, liveness, previous });
    }
  }

  #send(from: GroupMember, toName: string, message: Message): void {
    const to = this.members.get(toName);
    if (to === undefined || this.isCut(from.name, to.name) || this.random.chance(this.loss)) return;
    const delayMs = this.random.between(0.2, this.#options.delayMs ?? 5) + to.slownessMs;
    this.#post(to, { kind: 'message', from: from.name, message }, delayMs);
  }

  #post(to: GroupMember, event: SwimEvent, delayMs: number): void {
    this.#queue.push({ atMs: this.nowMs + delayMs, sequence: this.#sequence++, to, event });
  }
}

/** In this time all news of a start has been sent as often as it may be, at the sizes used here. */
const SETTLING_MS = 4000;

/** m1, m2, ... */
export function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `m${i + 1}`);
}
