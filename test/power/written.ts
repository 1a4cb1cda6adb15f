import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import { type Found, KEYS, PARTITION_BITS, numberedRecord } from './numbered-record.ts';
import type { WriterReport } from './writer-report.ts';

/**
 * What a store owes: of every key a write that was acknowledged, or was there when the store was opened, or a newer
 * one. A partition that is being dropped may be without its older ones, and is once it has been; a deletion
 * may vanish when it was allowed to, as long as nothing older comes to light.
 */
export class Written {
  acknowledged = 0;
  /** Acknowledged writes of which a check found neither the write nor a newer one. */
  lost = 0;
  /** In words, what a check found wrong. */
  readonly violations: string[] = [];
  /** Of each key, the numbers that must be there or be superseded. */
  readonly #owed = new Map<string, number[]>();
  /** Of each partition, the number below which a drop takes everything: one that has begun, and one that is done. */
  readonly #dropping = new Map<number, number>();
  readonly #dropped = new Map<number, number>();
  /** Deletions below this number may vanish; those from `since` on were written by whoever allowed it. */
  #purging = { since: 0, below: 0 };

  /** Takes a writer at its word. */
  note(report: WriterReport, when: string): void {
    if (report.kind === 'opened') this.check(report.found, when);
    else if (report.kind === 'acknowledged') this.acknowledge(report.numbers);
    else if (report.kind === 'dropping') this.#dropping.set(report.partition, report.below);
    else if (report.kind === 'dropped') this.#dropped.set(report.partition, report.below);
    else if (report.kind === 'purging') this.#purging = report;
  }

  acknowledge(numbers: readonly number[]): void {
    this.acknowledged += numbers.length;
    for (const number of numbers) this.#owe(number);
  }

  /** Compares with what a store says that it has, which it is held to from now on. */
  check({ numbers, strange }: Found, when: string): void {
    this.violations.push(...strange.map((what) => `${when}: ${what}`));
    const found = new Map(numbers.map((number) => [numberedRecord(number).key.text, number]));
    for (const text of KEYS) this.#checkKey(text, found.get(text), when);
    this.#dropping.clear();
    this.#owed.clear();
    for (const number of numbers) this.#owe(number);
  }

  /** The store can't be opened any more, so that all that it owes is lost. */
  loseAll(why: string): void {
    for (const owed of this.#owed.values()) this.lost += owed.length;
    this.#owed.clear();
    this.violations.push(why);
  }

  #checkKey(text: string, found: number | undefined, when: string): void {
    const partition = partitionOfToken(keyOf(text).tokenHigh, PARTITION_BITS);
    const dropping = this.#dropping.get(partition) ?? 0;
    const owed = (this.#owed.get(text) ?? []).filter((number) => found !== undefined || number >= dropping);
    const lost = owed.filter((number) => number > (found ?? 0));
    if (lost.length > 0 && !(found === undefined && this.#mayHaveVanished(text, Math.max(...lost)))) {
      this.lost += lost.length;
      this.violations.push(`${when}: ${text} has ${found ?? 'nothing'}, number ${Math.max(...lost)} is lost`);
    }
    if (found !== undefined && found < (this.#dropped.get(partition) ?? 0)) {
      this.violations.push(`${when}: ${text} has number ${found}, which was dropped with its partition`);
    }
  }

  /** Whether its newest is a deletion that may go, or was followed by one, of which perhaps nobody was told. */
  #mayHaveVanished(text: string, newest: number): boolean {
    const { since, below } = this.#purging;
    if (newest < below && numberedRecord(newest).value === undefined) return true;
    for (let number = Math.max(newest, since); number < below; number++) {
      const { key, value } = numberedRecord(number);
      if (key.text === text && value === undefined) return true;
    }
    return false;
  }

  #owe(number: number): void {
    const { text } = numberedRecord(number).key;
    const owed = this.#owed.get(text);
    if (owed === undefined) this.#owed.set(text, [number]);
    else owed.push(number);
  }
}
