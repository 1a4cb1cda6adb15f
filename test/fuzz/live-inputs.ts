import fc from 'fast-check';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { readCorpus } from './corpus.ts';
import { drawMutation, mutated } from './mutation.ts';
import { targetOf } from './targets/catalogue.ts';

const STRUCTURED = 20;
const MOST_MUTATIONS = 4;

/** Inputs of one of the decoders for a peer that runs: of its corpus, of the right structure, and mutations of both. */
export function liveInputs(name: string, seed: number, count: number): Uint8Array[] {
  const bases = [...readCorpus(name), ...fc.sample(targetOf(name).inputs, { numRuns: STRUCTURED, seed })];
  return mutationsOf(bases, new SeededRandom(seed).fork(name), count);
}

/** So many inputs, every other one as it is and the rest mutated. */
export function mutationsOf(bases: readonly Uint8Array[], random: SeededRandom, count: number): Uint8Array[] {
  const draw = () => bases[random.integer(bases.length)]!;
  return Array.from({ length: count }, (_, i) => {
    if (i % 2 === 0) return draw();
    const changes = Array.from({ length: 1 + random.integer(MOST_MUTATIONS) }, () => drawMutation(random));
    return mutated(draw(), draw(), changes);
  });
}
