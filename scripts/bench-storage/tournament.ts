import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { count } from '../../src/base/quantity.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { FilledStores } from './filled-stores.ts';
import { Findings, type Place } from './findings.ts';
import { type ContenderName, FOR_PUTS_ALONE } from './line-up.ts';
import type { Found, Measurement } from './measurement.ts';
import { runStep } from './step-process.ts';

export interface TournamentOptions {
  /** Empty, on the disk that is meant. The caller removes it. */
  readonly folder: string;
  readonly measurements: readonly Measurement[];
  readonly contenders: readonly ContenderName[];
  readonly keys: number;
  /** What our own store is measured with as well, where that tells something; 0: nothing. */
  readonly largeKeys: number;
  readonly runs: number;
  readonly scale: number;
  readonly terminal: Pick<Terminal, 'err'>;
  /** Ends it: `run` rejects, and no process is left. */
  readonly signal: AbortSignal;
}

/** A contender that broke down in a measurement. */
export interface Failure extends Place {
  readonly measurement: string;
  readonly reason: string;
}

/**
 * Measures everybody by turns, so that what disturbs the machine for a while disturbs all alike:
 *
 *     run 1: starling, lmdb, classic-level, ...   run 2: lmdb, classic-level, ..., starling   ...
 */
export class Tournament {
  readonly findings = new Findings();
  readonly failures: Failure[] = [];
  readonly #options: TournamentOptions;
  readonly #filled: FilledStores;

  constructor(options: TournamentOptions) {
    this.#options = options;
    this.#filled = new FilledStores({ ...options, root: path.join(options.folder, 'filled') });
  }

  /** @throws Error where it was aborted; what fails in a contender is a failure, and the others go on */
  async run(): Promise<void> {
    for (const measurement of this.#options.measurements) await this.#takeAll(measurement);
  }

  async #takeAll(measurement: Measurement): Promise<void> {
    const { contenders, keys, largeKeys, terminal } = this.#options;
    const runs = Math.min(this.#options.runs, measurement.runsMost ?? Infinity);
    for (let run = 1; run <= runs; run++) {
      for (const contender of rotated(contenders, run)) {
        if (FOR_PUTS_ALONE.includes(contender) && !measurement.isOfPuts) continue;
        terminal.err(`${measurement.title}, run ${run} of ${runs}: ${contender}\n`);
        await this.#take(measurement, { contender, keys });
      }
      if (!measurement.isForLarge || largeKeys === 0 || !contenders.includes('starling')) continue;
      terminal.err(`${measurement.title}, run ${run} of ${runs}: starling with ${count(largeKeys)} keys\n`);
      await this.#take(measurement, { contender: 'starling', keys: largeKeys });
    }
  }

  async #take(measurement: Measurement, place: Place): Promise<void> {
    const { folder: root, signal } = this.#options;
    const folder = path.join(root, 'run');
    try {
      if (measurement.startsWith === 'every key') await this.#filled.copyTo(folder, place);
      else await mkdir(folder);
      this.findings.add(place, await this.#steps(measurement, place, folder));
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      this.failures.push({ ...place, measurement: measurement.title, reason });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #steps(measurement: Measurement, place: Place, folder: string): Promise<Found> {
    const { scale, signal } = this.#options;
    let earlier: Found = {};
    for (const step of measurement.steps.keys()) {
      const task = { ...place, measurement: measurement.title, step, folder, scale, earlier };
      earlier = { ...earlier, ...(await runStep(task, signal)) };
    }
    return earlier;
  }
}

/** Another one begins each run: none is always behind the same one. */
function rotated<Item>(items: readonly Item[], run: number): Item[] {
  const first = (run - 1) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
