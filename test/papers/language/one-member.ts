import type { SwimEffect, SwimEvent, SwimTimer } from '../../../src/membership/event.ts';
import type { LivenessUpdate } from '../../../src/membership/member.ts';
import type { MessageBody } from '../../../src/membership/message.ts';
import type { Swim } from '../../../src/membership/swim.ts';
import type { SwimOptions } from '../../../src/membership/swim-options.ts';
import { SeededRandom } from '../../simulation/world/seeded-random.ts';
import { instantAt, makeCore } from '../core.ts';
import { type Aspect, EffectLines, formatMs } from './effect-lines.ts';
import { parseNews } from './news.ts';
import { QuestionNames } from './question-names.ts';

const FIRST_INCARNATION = 1;

/** Waits are in the middle of what chance allows, so that times are round; choices are left to the seed. */
class EvenRandom extends SeededRandom {
  override fraction(): number {
    return 0.5;
  }

  override integer(below: number): number {
    return Math.floor(super.fraction() * below);
  }
}

export interface OneMemberInit {
  readonly name: string;
  readonly others: readonly string[];
  readonly options: Partial<SwimOptions>;
  /** The rounds that begin by themselves. */
  readonly rounds: ReadonlySet<string>;
  /** What is told of it. */
  readonly shown: ReadonlySet<Aspect>;
  readonly seed: number;
}

/** Timers that would clutter a scenario that isn't about them. */
const OPTIONAL_ROUNDS: ReadonlySet<string> = new Set([
  'probe',
  'gossip',
  'lastCall',
  'pushPull',
  'reconnect',
]);

/** One real core; its neighbours are played by the scenario. */
export class OneMember {
  readonly #swim: Swim;
  readonly #rounds: ReadonlySet<string>;
  readonly #names = new QuestionNames();
  readonly #lines: EffectLines;
  readonly #showsHealth: boolean;
  #nowMs = 0;
  #timers: SwimTimer[] = [];
  #health = 1;
  #answering: ReadonlySet<string> = new Set();

  constructor({ name, others, options, rounds, shown, seed }: OneMemberInit) {
    const random = new EvenRandom(seed);
    this.#swim = makeCore({ name, incarnation: FIRST_INCARNATION, others, random, options }, 0);
    this.#rounds = rounds;
    const names = this.#names;
    this.#lines = new EffectLines({ self: name, firstIncarnation: FIRST_INCARNATION, names, shown });
    this.#showsHealth = shown.has('health');
    this.#tell({ kind: 'start' });
  }

  /** These members answer its pings at once, from now on. */
  answer(peers: readonly string[]): void {
    this.#answering = new Set(peers);
  }

  /** Lets time pass and timers fire when they are due. */
  run(forMs: number): string[] {
    return this.#passTime(forMs).flatMap(({ atMs, effects, health }) =>
      [...this.#lines.linesOf(effects), ...health].map((line) => `${formatMs(atMs)}: ${line}`),
    );
  }

  /** Lets time pass, and gives how often it pinged whom. */
  countPings(forMs: number): string[] {
    const counts = new Map<string, number>();
    for (const { effects } of this.#passTime(forMs)) {
      for (const { to } of pingsIn(effects)) counts.set(to, (counts.get(to) ?? 0) + 1);
    }
    const times = [...counts].map(([peer, count]) => `${peer} ${count}`).toSorted();
    return [`pings: ${times.join(', ')}`];
  }

  /** Lets time pass without its notice, as SIGSTOP does: its timers are late. */
  sleep(forMs: number): void {
    this.#nowMs += forMs;
  }

  hear(from: string, question: string, news: readonly string[]): string[] {
    const updates = news.flatMap(parseNews);
    return this.#linesOf({
      kind: 'message',
      from,
      message: { body: this.#body(question), updates, intents: [] },
    });
  }

  do(event: SwimEvent): string[] {
    return this.#linesOf(event);
  }

  describe(peer: string): string {
    const member = this.#swim.member(peer);
    return member === undefined ? `${peer} is unknown` : `${peer} is ${describe(member)}`;
  }

  #body(text: string): MessageBody {
    const [kind, name, of, target] = text.split(' ');
    if (kind === 'gossip') return { kind };
    const sequence = this.#names.sequenceOf(name ?? '');
    if (kind === 'ack') return { kind, sequence, wallMs: 0 };
    if (kind === 'ping-request' && of === 'of') return { kind: 'pingRequest', sequence, target: target! };
    if (kind === 'ping' || kind === 'nack') return { kind, sequence };
    throw new Error(`not a message: ${text}`);
  }

  #linesOf(event: SwimEvent): string[] {
    const effects = this.#tell(event);
    return [...this.#lines.linesOf(effects), ...this.#healthChange()];
  }

  #tell(event: SwimEvent): SwimEffect[] {
    const effects = this.#swim.handle(event, instantAt(this.#nowMs));
    for (const effect of effects) {
      if (effect.kind !== 'schedule') continue;
      const { kind } = effect.timer;
      if (!OPTIONAL_ROUNDS.has(kind) || this.#rounds.has(kind)) this.#timers.push(effect.timer);
    }
    return effects;
  }

  #passTime(forMs: number): { atMs: number; effects: SwimEffect[]; health: string[] }[] {
    const endMs = this.#nowMs + forMs;
    const moments: { atMs: number; effects: SwimEffect[]; health: string[] }[] = [];
    for (;;) {
      const timer = this.#takeDue(endMs);
      if (timer === undefined) break;
      this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
      const effects = this.#tell({ kind: 'timer', timer });
      for (const { to, sequence } of pingsIn(effects)) {
        if (!this.#answering.has(to)) continue;
        const body = { kind: 'ack' as const, sequence, wallMs: 0 };
        effects.push(
          ...this.#tell({ kind: 'message', from: to, message: { body, updates: [], intents: [] } }),
        );
      }
      moments.push({ atMs: this.#nowMs, effects, health: this.#healthChange() });
    }
    this.#nowMs = endMs;
    return moments;
  }

  #takeDue(endMs: number): SwimTimer | undefined {
    let earliest: SwimTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.dueMs <= endMs && (earliest === undefined || timer.dueMs < earliest.dueMs)) earliest = timer;
    }
    this.#timers = this.#timers.filter((timer) => timer !== earliest);
    return earliest;
  }

  #healthChange(): string[] {
    const before = this.#health;
    this.#health = this.#swim.healthMultiplier;
    return before === this.#health || !this.#showsHealth
      ? []
      : [`timeouts x ${this.#health}, before x ${before}`];
  }
}

function pingsIn(effects: readonly SwimEffect[]): { to: string; sequence: number }[] {
  return effects.flatMap((effect) =>
    effect.kind === 'send' && effect.message.body.kind === 'ping'
      ? [{ to: effect.to, sequence: effect.message.body.sequence }]
      : [],
  );
}

function describe({ liveness, incarnation, from }: LivenessUpdate): string {
  return `${liveness}@${incarnation} by ${from}`;
}
