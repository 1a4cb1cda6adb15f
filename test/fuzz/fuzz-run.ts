import fc from 'fast-check';
import { readCorpus } from './corpus.ts';
import { examine } from './examination.ts';
import { mutated, mutations } from './mutation.ts';
import type { FuzzTarget } from './target.ts';
import type { Watchdog } from './watchdog.ts';

export interface FuzzRunOptions {
  readonly seed: number;
  /** Inputs of each kind, structured and mutated. */
  readonly runs: number;
  /** Whether an input that shows a fault is made smaller, which takes as long as some hundred inputs. Default: yes. */
  readonly isShrunk?: boolean;
  readonly watchdog: Watchdog;
}

export interface FuzzReport {
  /** Inputs of the right structure, and how many of them were taken. */
  readonly structured: number;
  readonly taken: number;
}

/**
 * Gives a decoder its whole corpus, inputs of the right structure, and mutations of both.
 * @throws Error at the first fault, with the smallest input that was found to show it and the command that shows it again
 */
export async function fuzz(target: FuzzTarget, options: FuzzRunOptions): Promise<FuzzReport> {
  const corpus = readCorpus(target.name);
  let structured = 0;
  let taken = 0;
  for (const input of corpus) await refuseFaults(target, input, options);
  await check(target, target.inputs, options, (kind) => {
    structured++;
    if (kind === 'taken') taken++;
  });
  const bases = corpus.length === 0 ? target.inputs : fc.oneof(target.inputs, fc.constantFrom(...corpus));
  const inputs = fc
    .tuple(bases, bases, mutations, fc.boolean())
    .map(([base, other, changes, isSummed]) => summed(target, mutated(base, other, changes), isSummed));
  await check(target, inputs, options, () => {});
  return { structured, taken };
}

export function summed(target: FuzzTarget, input: Uint8Array, isSummed: boolean): Uint8Array {
  return isSummed && target.withSums !== undefined ? target.withSums(input) : input;
}

async function check(
  target: FuzzTarget,
  inputs: fc.Arbitrary<Uint8Array>,
  { seed, runs, isShrunk = true, watchdog }: FuzzRunOptions,
  note: (kind: 'taken' | 'refused') => void,
): Promise<void> {
  const details = await fc.check(
    fc.asyncProperty(inputs, async (input) => {
      const examination = await watchdog.during(target, input, () => examine(target, input));
      if (examination.kind === 'fault') throw new Error(examination.fault);
      note(examination.kind);
    }),
    { seed, numRuns: runs, endOnFailure: !isShrunk },
  );
  if (!details.failed) return;
  const [input] = details.counterexample!;
  const fault = details.errorInstance instanceof Error ? details.errorInstance.message : 'failed';
  throw new Error(faultText(target, input, `${fault}\nseed ${seed}, ${details.numShrinks} times shrunk`));
}

async function refuseFaults(
  target: FuzzTarget,
  input: Uint8Array,
  { watchdog }: FuzzRunOptions,
): Promise<void> {
  const examination = await watchdog.during(target, input, () => examine(target, input));
  if (examination.kind === 'fault') throw new Error(faultText(target, input, examination.fault));
}

/** A fault for people: what, of which input, and how to see it again. */
export function faultText(target: Pick<FuzzTarget, 'name'>, input: Uint8Array, fault: string): string {
  const hex = Buffer.from(input).toString('hex');
  return `the decoder of ${target.name} ${fault}\nagain: npm run fuzz -- --target ${target.name} --hex ${hex || '""'}`;
}
