import type { Clock } from '../base/clock.ts';
import type { Log, LogFacts } from './log.ts';
import { Seldom } from './seldom.ts';

/** Warnings of what others can cause as often as they like: a few of each kind, then one a second that counts the rest. */
export class SeldomWarnings {
  readonly #log: Log;
  readonly #seldom: Seldom;

  constructor(log: Log, clock: Clock) {
    this.#log = log;
    this.#seldom = new Seldom(clock);
  }

  warn(facts: LogFacts, what: string, why: string): void {
    const untold = this.#seldom.untold(what);
    if (untold === undefined) return;
    const more = untold === 0 ? '' : ` (and ${untold} more of this kind)`;
    this.#log.warn(facts, `${what}: ${why}${more}`);
  }
}
