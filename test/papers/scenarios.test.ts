/**
 * Each file of scenarios/ is one claim. `REWRITE=1` writes down what the steps give now instead of comparing it:
 * read the difference before you keep it.
 */
import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { type ScenarioFile, formatScenario } from './language/scenario-file.ts';
import { runScript } from './language/script.ts';
import { type Scenario, SCENARIOS } from './scenario.ts';

/** What a scenario tells is so whatever chance chooses. */
const SEEDS = [1, 2, 3];

function given(file: ScenarioFile, seed: number): string {
  return formatScenario(file, runScript(file.steps, seed));
}

function check({ path, text, file }: Scenario): void {
  if (process.env['REWRITE'] === '1') writeFileSync(path, given(file, SEEDS[0]!));
  else for (const seed of SEEDS) expect(given(file, seed), `with seed ${seed}`).to.equal(text);
}

describe('the papers’ scenarios', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.name}: ${scenario.title}`, () => check(scenario));
  }

  it('are all in the README’s tables, and those are all there', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const listed = Array.from(readme.matchAll(/`((?:swim|lifeguard|beyond)-[^`]+)`/g), ([, name]) => name!);
    const scenarios = new Set(listed.filter((name) => !name.endsWith('.ts')));
    expect([...scenarios].toSorted()).to.deep.equal(SCENARIOS.map(({ name }) => name).toSorted());
  });
});
