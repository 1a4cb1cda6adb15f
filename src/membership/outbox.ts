import type { Instant, SwimEffect, TimerPurpose } from './event.ts';
import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';
import type { MessageBody } from './message.ts';

/** News that rides along with a message. */
export interface Piggyback {
  readonly updates: readonly LivenessUpdate[];
  readonly intents: readonly Intent[];
}

/** Collects the effects of one event, in order. */
export class Outbox {
  readonly #piggyback: (to: string) => Piggyback;
  #now: Instant = { monotonicMs: 0, wallMs: 0 };
  #effects: SwimEffect[] = [];

  constructor(piggyback: (to: string) => Piggyback) {
    this.#piggyback = piggyback;
  }

  /** The time of the event being handled. */
  get now(): Instant {
    return this.#now;
  }

  /** Begins an event. */
  open(now: Instant): void {
    this.#now = now;
  }

  /** Ends the event and gives its effects. */
  take(): SwimEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  emit(effect: SwimEffect): void {
    this.#effects.push(effect);
  }

  /** Sends, with as much news as the receiver should have. */
  send(to: string, body: MessageBody): void {
    this.emit({ kind: 'send', to, message: { body, ...this.#piggyback(to) } });
  }

  /** Sends without news, for a body that carries everything already. */
  sendBare(to: string, body: MessageBody): void {
    this.emit({ kind: 'send', to, message: { body, updates: [], intents: [] } });
  }

  schedule(purpose: TimerPurpose, delayMs: number): void {
    this.emit({
      kind: 'schedule',
      timer: { ...purpose, dueMs: this.#now.monotonicMs + delayMs },
      delayMs,
    });
  }
}
