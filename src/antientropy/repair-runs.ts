import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import {
  type ExchangeReport,
  NOTHING_EXCHANGED,
  type RepairOrder,
  type RepairProgress,
} from '../wire/repair-codec.ts';
import type { ExchangeScope } from './exchange.ts';

export interface RepairRunsDependencies {
  readonly timers: Timers;
  /** As `AntiEntropy.compare`. */
  readonly compare: (peer: string, scope: ExchangeScope) => Promise<ExchangeReport | StarlingError>;
}

interface Run {
  readonly order: RepairOrder;
  progress: RepairProgress;
  /** Resolves when it is done, in whatever way. */
  ended: Promise<void>;
}

/** So often an answer says how far it is: more often than a person gets impatient. */
const ANSWER_WITHIN_MS = 1000;

/**
 * Comparisons that operators ordered, by the number that they gave them. One may take minutes, and a request has a deadline: so it goes
 * on by itself, an answer that comes before its end says how far it is, and whoever asks again under the same number hears the
 * outcome, even where it ended in between. An outcome is forgotten when its room is needed.
 */
export class RepairRuns {
  readonly #on: RepairRunsDependencies;
  /** The oldest first. */
  readonly #runs = new Map<number, Run>();

  constructor(dependencies: RepairRunsDependencies) {
    this.#on = dependencies;
  }

  /**
   * Begins the comparison, or goes on waiting for it. Resolves when it has ended, or after a second; within half of the time that is left.
   * @throws StarlingError INVALID_ARGUMENT where the number is 0 or another comparison's; OVERLOADED where too many are under way
   */
  async ask(order: RepairOrder, timeoutMs: number): Promise<RepairProgress> {
    const run = this.#find(order) ?? this.#begin(order);
    await this.#patience(run.ended, Math.min(ANSWER_WITHIN_MS, timeoutMs / 2));
    return run.progress;
  }

  #find({ run: number, peer, partition }: RepairOrder): Run | undefined {
    if (number === 0) throw invalid('give the comparison a number of your own, at random, from 1 on');
    const run = this.#runs.get(number);
    if (run === undefined || (run.order.peer === peer && run.order.partition === partition)) return run;
    throw invalid(`run ${number} is another comparison: give each a number of its own, at random`);
  }

  #begin(order: RepairOrder): Run {
    this.#makeRoom();
    const { run: number, peer, partition } = order;
    const run: Run = {
      order,
      progress: { done: false, failure: undefined, report: NOTHING_EXCHANGED },
      ended: Promise.resolve(),
    };
    const onProgress = (report: ExchangeReport): void => {
      run.progress = { ...run.progress, report };
    };
    run.ended = this.#on.compare(peer, { partition, onProgress }).then((outcome) => {
      run.progress =
        outcome instanceof StarlingError
          ? { ...run.progress, done: true, failure: outcome }
          : { done: true, failure: undefined, report: outcome };
    });
    this.#runs.set(number, run);
    return run;
  }

  #makeRoom(): void {
    if (this.#runs.size < LIMITS.rememberedRepairs) return;
    const oldest = [...this.#runs.values()].find(({ progress }) => progress.done);
    if (oldest === undefined) throw new StarlingError('OVERLOADED', 'too many comparisons are under way');
    this.#runs.delete(oldest.order.run);
  }

  async #patience(ended: Promise<void>, withinMs: number): Promise<void> {
    let timer: Timer | undefined;
    const impatience = new Promise<void>((resolve) => {
      timer = this.#on.timers.after(withinMs, resolve);
    });
    await Promise.race([ended, impatience]);
    timer?.cancel();
  }
}

function invalid(message: string): StarlingError {
  return new StarlingError('INVALID_ARGUMENT', message);
}
