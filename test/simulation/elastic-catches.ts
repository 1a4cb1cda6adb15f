import { CONVERGENCE_MUTANTS } from './convergence-mutants.ts';
import { COMING_AND_GOING, EVERYTHING, runElastic } from './elastic.ts';
import { ELASTIC_MUTANTS } from './elastic-mutants.ts';

/** Each with the changes among which it shows. */
export const MUTANTS = [
  ...ELASTIC_MUTANTS.map((mutant) => ({ mutant, options: COMING_AND_GOING })),
  ...CONVERGENCE_MUTANTS.map((mutant) => ({ mutant, options: EVERYTHING })),
];

const SEEDS = 40;

/** Plants a mutant, and gives what the first seed that breaks anything breaks. */
export async function promisesBrokenBy(name: string): Promise<string[]> {
  const { mutant, options } = MUTANTS.find((each) => each.mutant.name === name)!;
  const remove = mutant.plant();
  try {
    const first = mutant.firstSeed ?? 1;
    for (let seed = first; seed < first + SEEDS; seed++) {
      const { violations } = await runElastic(seed, options);
      if (violations.length > 0) return violations.map(({ promise }) => promise);
    }
    return [];
  } finally {
    remove();
  }
}
