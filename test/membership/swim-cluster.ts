import { EventQueue, type QueuedEvent } from '../simulation/world/event-queue.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import type { Instant, SwimEffect, SwimEvent } from '../../src/membership/event.ts';
import type { Liveness } from '../../src/membership/member.ts';
import { Swim } from '../../src/membership/swim.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../src/membership/swim-options.ts';
import { intentOf } from './intent-of.ts';
import { toySigner } from './toy-signer.ts';

interface Delivery extends QueuedEvent {
  readonly to: CoreNode | undefined;
  readonly event: SwimEvent;
}

/** One core, with its place in the simulated world. */
export class CoreNode {
  readonly name: string;
  readonly swim: Swim;
  isRunning = true;
  isPaused = false;
  /** What came while it was paused. */
  readonly held: SwimEvent[] = [];
  readonly firstIncarnation: number;
  incarnation: number;
  readonly changes: { atMs: number; peer: string; liveness: Liveness }[] = [];

  constructor(name: string, swim: Swim, incarnation: number) {
    this.name = name;
    this.swim = swim;
    this.firstIncarnation = incarnation;
    this.incarnation = incarnation;
  }
}

export interface SwimClusterOptions {
  readonly seed: number;
  /** Probability that a message is lost. */
  readonly loss?: number;
  /** Longest delay of a message, in ms. */
  readonly delayMs?: number;
  /** Constants of all nodes. */
  readonly swim?: SwimOptions;
  /** Changes or swallows what a node does: this is where bugs are planted. */
  readonly tamper?: (node: CoreNode, effect: SwimEffect) => SwimEffect | undefined;
}

/** N membership cores in virtual time: nothing but the protocol and a network that loses, delays and splits. */
export class SwimCluster {
  readonly nodes = new Map<string, CoreNode>();
  readonly random: SeededRandom;
  loss: number;
  delayMs: number;
  nowMs = 0;
  messages = 0;
  readonly #swim: SwimOptions;
  readonly #tamper: (node: CoreNode, effect: SwimEffect) => SwimEffect | undefined;
  readonly #queue = new EventQueue<Delivery>();
  #sequence = 0;
  #sideOf = new Map<string, number>();

  constructor(options: SwimClusterOptions) {
    this.random = new SeededRandom(options.seed);
    this.loss = options.loss ?? 0;
    this.delayMs = options.delayMs ?? 5;
    this.#swim = options.swim ?? DEFAULT_SWIM_OPTIONS;
    this.#tamper = options.tamper ?? ((_node, effect) => effect);
  }

  /** `count` nodes named n0, n1, ... of which each joins through an earlier one, settled. */
  static settled(count: number, options: SwimClusterOptions): SwimCluster {
    const cluster = new SwimCluster(options);
    for (let i = 0; i < count; i++) cluster.add(`n${i}`, i === 0 ? undefined : 'n0');
    if (!cluster.runUntil(() => cluster.isConverged(), 30_000)) throw new Error('did not settle');
    return cluster;
  }

  /** Starts a node, or restarts one that was killed, with an incarnation above its last and its address book. */
  add(name: string, via?: string): CoreNode {
    const before = this.nodes.get(name);
    const incarnation = (before?.incarnation ?? 0) + 1;
    const ownIntent = { ...(before?.swim.ownIntent ?? intentOf(name)), run: incarnation };

    const intents = [...(before?.swim.intents() ?? [])];
    const random = this.random.fork(`${name}/${incarnation}`);
    const swim = new Swim(
      { ownIntent, incarnation, intents, signer: toySigner, random, options: this.#swim },
      this.#instant(),
    );
    const node = new CoreNode(name, swim, incarnation);
    this.nodes.set(name, node);
    this.tell(node, { kind: 'start' });
    if (via !== undefined) this.tell(node, { kind: 'join', peer: via });
    return node;
  }

  node(name: string): CoreNode {
    return this.nodes.get(name)!;
  }

  /** kill -9. */
  kill(name: string): void {
    this.node(name).isRunning = false;
  }

  /** SIGSTOP: what is sent to it waits. */
  pause(name: string): void {
    this.node(name).isPaused = true;
  }

  /** SIGCONT: late timers first, then what the network holds, as an event loop does. */
  resume(name: string): void {
    const node = this.node(name);
    node.isPaused = false;
    const held = node.held.splice(0);
    for (const event of held.filter(({ kind }) => kind === 'timer')) this.tell(node, event);
    for (const event of held.filter(({ kind }) => kind !== 'timer')) this.tell(node, event);
  }

  /** Only nodes of one group reach each other; without groups everybody reaches everybody. */
  partition(...groups: readonly (readonly string[])[]): void {
    this.#sideOf = new Map(groups.flatMap((group, side) => group.map((name) => [name, side] as const)));
  }

  running(): CoreNode[] {
    return [...this.nodes.values()].filter(({ isRunning }) => isRunning);
  }

  livenessAt(observer: CoreNode, peer: string): Liveness | undefined {
    return observer.swim.member(peer)?.liveness;
  }

  /** Every running node sees every running one alive, and every other one dead (or not at all). */
  isConverged(): boolean {
    const running = this.running();
    return running.every((observer) =>
      [...this.nodes.values()].every(({ name, isRunning }) => {
        const seen = this.livenessAt(observer, name);
        return isRunning ? seen === 'alive' : seen === 'dead' || seen === undefined;
      }),
    );
  }

  /** Hands an event to a core and carries out what it wants. */
  tell(node: CoreNode, event: SwimEvent): void {
    for (const wanted of node.swim.handle(event, this.#instant())) {
      const effect = this.#tamper(node, wanted);
      if (effect !== undefined) this.#carryOut(node, effect);
    }
  }

  run(forMs: number): void {
    this.runUntil(() => false, forMs);
  }

  /** Lets time pass until the condition holds, looking every 10 ms. False: it never did. */
  runUntil(condition: () => boolean, withinMs: number): boolean {
    const endMs = this.nowMs + withinMs;
    while (this.nowMs < endMs) {
      if (condition()) return true;
      this.#runTo(Math.min(endMs, this.nowMs + 10));
    }
    return condition();
  }

  #runTo(untilMs: number): void {
    for (;;) {
      const next = this.#queue.peek();
      if (next === undefined || next.atMs > untilMs) break;
      this.#queue.pop();
      this.nowMs = next.atMs;
      const { to, event } = next;
      if (to?.isRunning !== true) continue;
      if (to.isPaused) to.held.push(event);
      else this.tell(to, event);
    }
    this.nowMs = untilMs;
  }

  #carryOut(node: CoreNode, effect: SwimEffect): void {
    switch (effect.kind) {
      case 'schedule':
        this.#post(node, { kind: 'timer', timer: effect.timer }, effect.delayMs);
        break;
      case 'send':
        this.messages++;
        if (this.#isLost(node.name, effect.to)) return;
        this.#post(
          this.nodes.get(effect.to),
          { kind: 'message', from: node.name, message: effect.message },
          this.random.between(0.2, this.delayMs),
        );
        break;
      case 'livenessChanged':
        node.changes.push({ atMs: this.nowMs, peer: effect.peer, liveness: effect.liveness });
        break;
      case 'incarnationRaised':
        node.incarnation = effect.incarnation;
        break;
      case 'intentsChanged':
      case 'publish':
      case 'synchronised':
      case 'clockSample':
      case 'refused':
      case 'storageReplaced':
      case 'identityShared':
        break;
    }
  }

  #post(to: CoreNode | undefined, event: SwimEvent, delayMs: number): void {
    this.#queue.push({ atMs: this.nowMs + delayMs, sequence: this.#sequence++, to, event });
  }

  #isLost(from: string, to: string): boolean {
    return this.#sideOf.get(from) !== this.#sideOf.get(to) || this.random.chance(this.loss);
  }

  #instant(): Instant {
    return { monotonicMs: this.nowMs, wallMs: 1_800_000_000_000 + this.nowMs };
  }
}
