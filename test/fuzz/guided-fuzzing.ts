import fc from 'fast-check';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { MOST_KEPT_BYTES, readCorpus, writeCorpus } from './corpus.ts';
import type { Coverage } from './coverage.ts';
import { examine } from './examination.ts';
import { faultText, summed } from './fuzz-run.ts';
import { drawMutation, mutated } from './mutation.ts';
import type { FuzzTarget } from './target.ts';
import type { Watchdog } from './watchdog.ts';

export interface GuidedFuzzingOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly coverage: Coverage;
  readonly watchdog: Watchdog;
  /** Folder of the corpus; default the one that is committed. */
  readonly corpusFolder?: string;
  /** Called at each fault, in words. */
  readonly onFault: (text: string) => void;
}

export interface GuidedFuzzingReport {
  readonly inputs: number;
  readonly tookMs: number;
  readonly corpus: number;
  /** Inputs that were added to the corpus. */
  readonly added: number;
  readonly faults: number;
}

/** Asking V8 what ran takes as long as some hundred inputs. */
const BATCH = 256;
const MOST_MUTATIONS = 5;
/** Inputs of the right structure that it begins with. */
const STRUCTURED = 500;
/** One fault is mostly found again and again. */
const MOST_FAULTS = 3;

/**
 * Looks for inputs that reach code which no input has reached before, by mutation of those that did (AFL, Zalewski 2013):
 *
 *   corpus --draw--> input --mutate--> batch --run--> new code ran? --which of them?--> corpus
 *
 * What it finds is written to the corpus at the end.
 */
export async function fuzzGuided(
  target: FuzzTarget,
  options: GuidedFuzzingOptions,
): Promise<GuidedFuzzingReport> {
  const fuzzing = new GuidedFuzzing(target, options);
  return fuzzing.run();
}

class GuidedFuzzing {
  readonly #target: FuzzTarget;
  readonly #options: GuidedFuzzingOptions;
  readonly #random: SeededRandom;
  readonly #corpus: Uint8Array[];
  #inputs = 0;
  #added = 0;
  #faults = 0;

  constructor(target: FuzzTarget, options: GuidedFuzzingOptions) {
    this.#target = target;
    this.#options = options;
    this.#random = new SeededRandom(options.seed).fork(target.name);
    this.#corpus = readCorpus(target.name, options.corpusFolder);
  }

  async run(): Promise<GuidedFuzzingReport> {
    const { seed, durationMs, coverage } = this.#options;
    const startMs = performance.now();
    const structured = fc.sample(this.#target.inputs, { numRuns: STRUCTURED, seed });
    for (const input of this.#corpus) await this.#examine(input);
    await coverage.note();
    await this.#runBatch(structured);
    while (performance.now() - startMs < durationMs && this.#faults < MOST_FAULTS) {
      await this.#runBatch(Array.from({ length: BATCH }, () => this.#drawInput(structured)));
    }
    if (this.#added > 0) writeCorpus(this.#target.name, this.#corpus, this.#options.corpusFolder);
    return {
      inputs: this.#inputs,
      tookMs: performance.now() - startMs,
      corpus: this.#corpus.length,
      added: this.#added,
      faults: this.#faults,
    };
  }

  /** Mostly of the corpus, since each of those reaches something that the others don't. */
  #drawInput(structured: readonly Uint8Array[]): Uint8Array {
    const random = this.#random;
    const draw = () => {
      const from = this.#corpus.length > 0 && random.chance(0.75) ? this.#corpus : structured;
      return from[random.integer(from.length)]!;
    };
    const changes = Array.from({ length: 1 + random.integer(MOST_MUTATIONS) }, () => drawMutation(random));
    return summed(this.#target, mutated(draw(), draw(), changes), random.chance(0.5));
  }

  async #runBatch(batch: readonly Uint8Array[]): Promise<void> {
    for (const input of batch) await this.#examine(input);
    if (await this.#options.coverage.hasNew()) await this.#search(batch);
  }

  /** Which of these reach something new: halves until there is one left, since asking V8 takes longer than the inputs do. */
  async #search(batch: readonly Uint8Array[]): Promise<void> {
    const { coverage } = this.#options;
    const [input] = batch;
    if (batch.length === 1) {
      await this.#examine(input!);
      if ((await coverage.note()) > 0) this.#keep(input!);
      return;
    }
    const middle = batch.length >>> 1;
    await this.#runBatch(batch.slice(0, middle));
    await this.#runBatch(batch.slice(middle));
  }

  #keep(input: Uint8Array): void {
    if (input.length > MOST_KEPT_BYTES) return;
    this.#corpus.push(input);
    this.#added++;
  }

  async #examine(input: Uint8Array): Promise<void> {
    const { watchdog, onFault } = this.#options;
    this.#inputs++;
    const examination = await watchdog.during(this.#target, input, () => examine(this.#target, input));
    if (examination.kind !== 'fault') return;
    this.#faults++;
    this.#keep(input);
    onFault(faultText(this.#target, input, examination.fault));
  }
}
