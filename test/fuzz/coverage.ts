import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = path.resolve(import.meta.dirname, '../../src');

/**
 * Which code of a folder has run so far, by V8's own counting of blocks. One byte a character of each script: so it doesn't matter
 * how V8 cuts a function into ranges, which differs from run to run.
 */
export class Coverage {
  readonly #session = new Session();
  readonly #covered = new Map<string, Uint8Array>();
  readonly #folderUrl: string;
  #characters = 0;

  /** @param folder `src/` unless it is said */
  constructor(folder = SOURCES) {
    this.#folderUrl = `${pathToFileURL(folder).href}/`;
  }

  /** Starts counting; code that was compiled before is counted as well. */
  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Characters of code that have run. */
  get characters(): number {
    return this.#characters;
  }

  /** Whether anything ran since the last call of a method that had never run before. It isn't noted. */
  async hasNew(): Promise<boolean> {
    return (await this.#look(false)) > 0;
  }

  /** Notes what ran since the last call of a method. Gives how many characters of it had never run before. */
  note(): Promise<number> {
    return this.#look(true);
  }

  stop(): void {
    this.#session.disconnect();
  }

  async #look(isNoted: boolean): Promise<number> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    let fresh = 0;
    for (const { url, functions } of result) {
      const hasRun = functions.some(({ ranges }) => ranges[0]!.count > 0);
      if (hasRun && url.startsWith(this.#folderUrl)) fresh += this.#compare(url, functions, isNoted);
    }
    if (isNoted) this.#characters += fresh;
    return fresh;
  }

  /** Functions come outer ones first, and so do the ranges of each: what comes later says more of a smaller piece. */
  #compare(url: string, functions: readonly Profiler.FunctionCoverage[], isNoted: boolean): number {
    const ranges = functions.flatMap((one) => one.ranges);
    const end = ranges.reduce((most, { endOffset }) => Math.max(most, endOffset), 0);
    const ran = new Uint8Array(end);
    for (const { startOffset, endOffset, count } of ranges)
      ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    const known = this.#knownOf(url, end);
    let fresh = 0;
    for (let at = ran.indexOf(1); at !== -1; at = ran.indexOf(1, at + 1)) {
      if (known[at] === 1) continue;
      fresh++;
      if (isNoted) known[at] = 1;
    }
    return fresh;
  }

  #knownOf(url: string, length: number): Uint8Array {
    const known = this.#covered.get(url);
    if (known !== undefined && known.length >= length) return known;
    const longer = new Uint8Array(length);
    if (known !== undefined) longer.set(known);
    this.#covered.set(url, longer);
    return longer;
  }
}
