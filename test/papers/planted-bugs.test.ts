import { expect } from 'chai';
import { formatScenario } from './language/scenario-file.ts';
import { runScript } from './language/script.ts';
import { PLANTED_BUGS } from './planted-bugs/catalogue.ts';
import { withPlanted } from './planted-bugs/planted-bug.ts';
import { type Scenario, SCENARIOS } from './scenario.ts';

function holds({ file, text }: Scenario): boolean {
  try {
    return formatScenario(file, runScript(file.steps, 1)) === text;
  } catch {
    // A scenario that can't even go on has caught the bug as well.
    return false;
  }
}

function namesOfThoseThatFail(scenarios: readonly Scenario[]): string[] {
  return scenarios.filter((scenario) => !holds(scenario)).map(({ name }) => name);
}

describe('the papers’ scenarios, with a planted bug', () => {
  for (const { name, caughtBy, caughtInGroups = [], plant } of PLANTED_BUGS) {
    it(`catch it where ${name}`, () => {
      const suspects = SCENARIOS.filter((one) => !one.isOfGroup || caughtInGroups.includes(one.name));
      const failing = withPlanted(plant, () => namesOfThoseThatFail(suspects));
      expect(failing).to.deep.equal([...caughtBy, ...caughtInGroups].toSorted());
    });
  }

  it('are each there for a reason: none that catches no bug', () => {
    const catching = new Set(
      PLANTED_BUGS.flatMap(({ caughtBy, caughtInGroups = [] }) => [...caughtBy, ...caughtInGroups]),
    );
    expect(SCENARIOS.map(({ name }) => name).filter((name) => !catching.has(name))).to.deep.equal([]);
  });

  it('hold again once it is removed', () => {
    expect(namesOfThoseThatFail(SCENARIOS)).to.deep.equal([]);
  });
});
