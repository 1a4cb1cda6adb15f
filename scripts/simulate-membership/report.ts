import { bytes, count, duration } from '../../src/base/quantity.ts';
import { table } from '../../src/cli/table.ts';
import { type Terminal, paint } from '../../src/cli/terminal.ts';
import type { Outcome, Unit } from '../../test/simulation/membership/outcome.ts';
import type { Protection } from '../../test/simulation/membership/scenarios/lifeguard.ts';
import type { Failure } from './run.ts';
import { PROTECTIONS } from './plan.ts';
import { type Row, groupedBy, hoursOf, tallyOf, totalOf } from './tally.ts';

const FALSE_DEATHS = 'false deaths of healthy members';
const TROUBLED_DEATHS = 'deaths of members in trouble';
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
  const lines: (readonly [string, readonly Outcome[]])[] = [
    ...sizes.map(([members, runs]) => [count(members), runs] as const),
    ['in all', outcomes],
  ];
  const rows = lines.map(([size, runs]) => [
    size,
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

/** How many false accusations there are under each protection for each under both. */
function lifeguardText(outcomes: readonly Outcome[]): string {
  const of = (protection: Protection): Outcome[] =>
    outcomes.filter(({ scenario }) => scenario.endsWith(`protection: ${protection}`));
  if (of('both').length === 0) return '';
  const figures = [FALSE_SUSPICIONS, FALSE_DEATHS, TROUBLED_DEATHS];
  const rows = PROTECTIONS.map((protection) => [
    protection,
    ...figures.map((figure) => {
      const [found, least] = [totalOf(of(protection), figure), totalOf(of('both'), figure)];
      return least === 0 ? count(found) : `${count(found)} (${(found / least).toFixed(1)} to 1)`;
    }),
  ]);
  const titles = figures.map((title) => ({ title, align: 'right' as const }));
  return `\n${table([{ title: 'Some starved; protection' }, ...titles], rows)}`;
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
