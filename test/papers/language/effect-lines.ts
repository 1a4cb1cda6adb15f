import type { SwimEffect } from '../../../src/membership/event.ts';
import type { LivenessUpdate } from '../../../src/membership/member.ts';
import type { Message, MessageBody } from '../../../src/membership/message.ts';
import { formatNews } from './news.ts';
import type { QuestionNames } from './question-names.ts';

/** What a scenario can be about; it shows nothing else. */
export const ASPECTS = [
  /** Pings, requests, acks and nacks. */
  'messages',
  /** The news on them, and gossip. */
  'news',
  /** Who turned alive, suspect or dead. */
  'liveness',
  /** When suspicions end. */
  'deadlines',
  /** The member's own incarnation. */
  'incarnation',
  /** What the member multiplies its timeouts by. */
  'health',
] as const;

export type Aspect = (typeof ASPECTS)[number];

export interface EffectLinesInit {
  readonly self: string;
  readonly firstIncarnation: number;
  readonly names: QuestionNames;
  readonly shown: ReadonlySet<Aspect>;
}

const NAMED = '<names>';
const COUNTED = '<count>';

/**
 * What a core did, as lines. Left out is what the papers don't know: intents, exchanges, clock samples, and what the
 * core says about itself because it has started. Messages that differ in the receiver alone are one line, which
 * names the receivers where they were chosen for a purpose, and counts them where anybody would have done.
 */
export class EffectLines {
  readonly #init: EffectLinesInit;

  constructor(init: EffectLinesInit) {
    this.#init = init;
  }

  linesOf(effects: readonly SwimEffect[]): string[] {
    const lines: string[] = [];
    const receivers = new Map<string, string[]>();
    for (const effect of effects) {
      const line = effect.kind === 'send' ? this.#template(effect.message) : this.#lineOf(effect);
      if (line === undefined) continue;
      if (effect.kind !== 'send') lines.push(line);
      else if (receivers.has(line)) receivers.get(line)!.push(effect.to);
      else {
        receivers.set(line, [effect.to]);
        lines.push(line);
      }
    }
    return lines.map((line) => fillIn(line, receivers.get(line)));
  }

  #lineOf(effect: SwimEffect): string | undefined {
    const { shown } = this.#init;
    if (effect.kind === 'livenessChanged' && shown.has('liveness')) {
      return `${effect.peer}: ${effect.previous ?? 'unknown'} -> ${effect.liveness}`;
    }
    if (effect.kind === 'incarnationRaised' && shown.has('incarnation')) {
      return `raises its incarnation to ${effect.incarnation}`;
    }
    if (effect.kind === 'schedule' && effect.timer.kind === 'suspicion' && shown.has('deadlines')) {
      return `suspicion of ${effect.timer.peer} ends at ${formatMs(effect.timer.dueMs)}`;
    }
    return undefined;
  }

  /** The line of a message, with a place for its receivers. */
  #template({ body, updates }: Message): string | undefined {
    const { shown } = this.#init;
    const question = this.#describe(body);
    const news = shown.has('news') ? updates.filter((update) => !this.#isOfItsStart(update)) : [];
    if (body.kind === 'gossip' && news.length > 0) return `gossip to ${COUNTED}: ${formatNews(news)}`;
    if (question === undefined || !shown.has('messages')) return undefined;
    return news.length === 0 ? question : `${question}, with ${formatNews(news)}`;
  }

  /** Also of what isn't shown, so that p1 is the first question of all. */
  #describe(body: MessageBody): string | undefined {
    const { names } = this.#init;
    if (body.kind === 'ping') return `ping ${NAMED} as ${names.nameOfOwn(body.sequence)}`;
    if (body.kind === 'pingRequest') {
      return `ask ${NAMED} to ping ${body.target} as ${names.nameOfOwn(body.sequence)}`;
    }
    if (body.kind === 'ack' || body.kind === 'nack') {
      return `${body.kind} ${names.nameOfAnswer(body.sequence)} to ${NAMED}`;
    }
    return undefined;
  }

  #isOfItsStart({ peer, liveness, incarnation }: LivenessUpdate): boolean {
    const { self, firstIncarnation } = this.#init;
    return peer === self && liveness === 'alive' && incarnation === firstIncarnation;
  }
}

function fillIn(line: string, receivers: readonly string[] = []): string {
  return line.replace(NAMED, receivers.toSorted().join(',')).replace(COUNTED, String(receivers.length));
}

/** Rounded to what a reader can follow. */
export function formatMs(ms: number): string {
  return `${Math.round(ms)} ms`;
}
