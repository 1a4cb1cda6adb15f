import { bytes, count, duration } from '../../src/cli/quantity.ts';
import { table } from '../../src/cli/table.ts';
import { type Terminal, paint } from '../../src/cli/terminal.ts';
import type { Outcome, Unit } from '../../test/simulation/membership/outcome.ts';
import type { Failure } from './run.ts';
import { type Row, groupedBy, hoursOf, tallyOf, totalOf } from './tally.ts';

const FALSE_DEATHS = 'false deaths of healthy members';
const FALSE_SUSPICIONS = 'false suspicions of healthy members';

/** For people: a table a scenario, the hours, what Lifeguard is worth, and whatever went wrong. */
export function report(outcomes: readonly Outcome[], failures: readonly Failure[], terminal: Terminal): void {
  const tallies = tallyOf(outcomes);
  for (const scenario of new Set(tallies.map((tally) => tally.scenario))) {
    const sizes = tallies
      .filter((tally) => tally.scenario === scenario)
      .sort((a, b) => a.members - b.members);
    const columns = [
      { title: paint(terminal, 'bold', scenario) },
      ...sizes.map(({ members, runs, hours }) => ({
        title: `${count(members)} members, ${count(runs)} ${runs === 1 ? 'run' : 'runs'}, ${hoursText(hours)}`,
        align: 'right' as const,
      })),
    ];
    const rows = sizes[0]!.rows.map(({ name }, index) => [
      `  ${name}`,
      ...sizes.map(({ rows: cells }) => cellText(cells[index]!)),
    ]);
    terminal.out(`\n${table(columns, rows)}`);
  }
  terminal.out(`\n${hoursTable(outcomes)}${lifeguardText(outcomes)}`);
  for (const { replay, reason } of failures) {
    terminal.out(`\n${paint(terminal, 'red', 'FAILED')} ${reason}\n  replay: ${replay}\n`);
  }
  if (failures.length === 0)
    terminal.out(`\n${paint(terminal, 'green', 'ok')}: nobody who was well was declared dead\n`);
}

/** How long clusters of each size were watched. */
function hoursTable(outcomes: readonly Outcome[]): string {
  const sizes = [...groupedBy(outcomes, ({ members }) => members)].sort(([a], [b]) => a - b);
  const rows = [...sizes, ['in all', outcomes] as const].map(([members, runs]) => [
    typeof members === 'number' ? count(members) : members,
    hoursOf(runs).toFixed(1),
    count(runs.reduce((sum, run) => sum + run.members * hoursOf([run]), 0)),
    count(totalOf(runs, FALSE_SUSPICIONS)),
    count(totalOf(runs, FALSE_DEATHS)),
  ]);
  const titles = ['members', 'simulated hours', 'member-hours', FALSE_SUSPICIONS, FALSE_DEATHS];
  return table(
    titles.map((title) => ({ title, align: 'right' as const })),
    rows,
  );
}

/** How many false accusations of healthy members there are without Lifeguard for each with it. */
function lifeguardText(outcomes: readonly Outcome[]): string {
  const of = (protection: string): Outcome[] =>
    outcomes.filter(({ scenario }) => scenario.endsWith(`protection: ${protection}`));
  if (of('all').length === 0) return '';
  const lines = ['no Lifeguard', 'none'].map((protection) => {
    const text = [FALSE_SUSPICIONS, FALSE_DEATHS].map((figure) => {
      const [without, withAll] = [totalOf(of(protection), figure), totalOf(of('all'), figure)];
      const ratio = withAll === 0 ? '' : ` (${(without / withAll).toFixed(1)} to 1)`;
      return `${count(without)} ${figure} against ${count(withAll)}${ratio}`;
    });
    return `  protection ${protection}: ${text.join('; ')}\n`;
  });
  return `\nStarved members, against full protection\n${lines.join('')}`;
}

function cellText({ value, most, unit }: Row): string {
  if (value === undefined || most === undefined) return 'never';
  const text = quantity(value, unit);
  return unit === 'number' || value === most ? text : `${text} (most ${quantity(most, unit)})`;
}

function quantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return duration(value);
    case '/s':
      return `${value.toFixed(1)}/s`;
    case 'B/s':
      return `${bytes(value)}/s`;
    case 'number':
      return count(value);
  }
}

function hoursText(hours: number): string {
  return hours < 1 ? `${Math.round(60 * hours)} min` : `${hours.toFixed(1)} h`;
}
