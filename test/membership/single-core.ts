import type { SwimEffect, SwimEvent, SwimTimer, TimerPurpose } from '../../src/membership/event.ts';
import type { Intent, IntentContent } from '../../src/membership/intent.ts';
import type { Liveness, LivenessUpdate } from '../../src/membership/member.ts';
import type { Message, MessageBody } from '../../src/membership/message.ts';
import { Swim } from '../../src/membership/swim.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { intentOf } from './intent-of.ts';
import { toySigner } from './toy-signer.ts';

const EPOCH_MS = 1_800_000_000_000;

/** One core, named `self` unless the test says otherwise, whose time is moved and whose neighbours are played by the test. */
export class SingleCore {
  readonly swim: Swim;
  nowMs = 0;
  readonly effects: SwimEffect[] = [];
  #pending: SwimTimer[] = [];

  /** @param others known from before */
  constructor(
    others: readonly string[] = [],
    change: Partial<IntentContent> = {},
    name = 'self',
    isAllowed = (_peer: string) => true,
  ) {
    this.swim = new Swim(
      {
        ownIntent: intentOf(name, change),
        incarnation: 1,
        intents: others.map((peer) => intentOf(peer)),
        signer: toySigner,
        isAllowed,
        random: new SeededRandom(1),
      },
      this.#instant(),
    );
    this.tell({ kind: 'start' });
  }

  /** Hands over an event and gives what the core did about it. */
  tell(event: SwimEvent): SwimEffect[] {
    const effects = this.swim.handle(event, this.#instant());
    for (const effect of effects) if (effect.kind === 'schedule') this.#pending.push(effect.timer);
    this.effects.push(...effects);
    return effects;
  }

  hear(from: string, body: MessageBody, news: Partial<Omit<Message, 'body'>> = {}): SwimEffect[] {
    return this.tell({ kind: 'message', from, message: { body, updates: [], intents: [], ...news } });
  }

  /** News about liveness in a gossip message. */
  hearOf(peer: string, liveness: Liveness, incarnation: number, from = 'b'): SwimEffect[] {
    return this.hear('b', { kind: 'gossip' }, { updates: [{ peer, liveness, incarnation, from }] });
  }

  hearIntents(...intents: Intent[]): SwimEffect[] {
    return this.hear('b', { kind: 'gossip' }, { intents });
  }

  /** Lets time pass and timers fire when they are due. */
  run(forMs: number): SwimEffect[] {
    const endMs = this.nowMs + forMs;
    const effects: SwimEffect[] = [];
    for (;;) {
      const next = this.#pending.reduce<SwimTimer | undefined>(
        (earliest, timer) => (earliest === undefined || timer.dueMs < earliest.dueMs ? timer : earliest),
        undefined,
      );
      if (next === undefined || next.dueMs > endMs) break;
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      effects.push(...this.#fire(next));
    }
    this.nowMs = endMs;
    return effects;
  }

  /** Lets time pass without the core noticing, as SIGSTOP does: timers fire late, at the next `run`. */
  sleep(forMs: number): void {
    this.nowMs += forMs;
  }

  isScheduled(kind: TimerPurpose['kind']): boolean {
    return this.#pending.some((timer) => timer.kind === kind);
  }

  liveness(peer: string): Liveness | undefined {
    return this.swim.member(peer)?.liveness;
  }

  #fire(timer: SwimTimer): SwimEffect[] {
    this.#pending = this.#pending.filter((other) => other !== timer);
    return this.tell({ kind: 'timer', timer });
  }

  #instant() {
    return { monotonicMs: this.nowMs, wallMs: EPOCH_MS + this.nowMs };
  }
}

/** The messages among the effects, to one peer or to all. */
export function messagesIn(effects: readonly SwimEffect[], to?: string) {
  return effects.flatMap((effect) =>
    effect.kind === 'send' && (to === undefined || effect.to === to)
      ? [{ to: effect.to, ...effect.message }]
      : [],
  );
}

/** The bodies of one kind among the effects, with the receiver. */
export function bodiesIn<K extends MessageBody['kind']>(effects: readonly SwimEffect[], kind: K) {
  return messagesIn(effects).flatMap(({ to, body }) =>
    body.kind === kind ? [{ ...(body as Extract<MessageBody, { kind: K }>), to }] : [],
  );
}

/** What the effects tell others about a member. */
export function toldAbout(effects: readonly SwimEffect[], peer: string): LivenessUpdate[] {
  return messagesIn(effects).flatMap(({ updates }) => updates.filter((update) => update.peer === peer));
}
