import type { Outcome, Unit } from '../../test/simulation/membership/outcome.ts';

/** A figure over all the runs of one scenario at one size. */
export interface Row {
  readonly name: string;
  readonly unit: Unit;
  /** The sum of numbers; the median of everything else. Undefined: it never came to pass, in one run at least. */
  readonly value: number | undefined;
  readonly most: number | undefined;
}

/** All the runs of one scenario at one size. */
export interface Tally {
  readonly scenario: string;
  readonly members: number;
  readonly runs: number;
  readonly hours: number;
  readonly rows: readonly Row[];
}

export function tallyOf(outcomes: readonly Outcome[]): Tally[] {
  const groups = groupedBy(outcomes, ({ scenario, members }) => `${scenario}/${members}`);
  return [...groups.values()].map((runs) => ({
    scenario: runs[0]!.scenario,
    members: runs[0]!.members,
    runs: runs.length,
    hours: hoursOf(runs),
    rows: runs[0]!.figures.map(({ name, unit }) => rowOf(name, unit, runs)),
  }));
}

export function hoursOf(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0) / 3_600_000;
}

/** The sum of one figure. */
export function totalOf(outcomes: readonly Outcome[], figure: string): number {
  const values = outcomes.flatMap(({ figures }) => figures.filter(({ name }) => name === figure));
  return values.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

export function groupedBy<Key>(
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => Key,
): Map<Key, Outcome[]> {
  const groups = new Map<Key, Outcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(keyOf(outcome));
    if (group) group.push(outcome);
    else groups.set(keyOf(outcome), [outcome]);
  }
  return groups;
}

function rowOf(name: string, unit: Unit, runs: readonly Outcome[]): Row {
  const values = runs.map(({ figures }) => figures.find((figure) => figure.name === name)?.value);
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (known.length < values.length) return { name, unit, value: undefined, most: undefined };
  const sum = known.reduce((total, value) => total + value, 0);
  return { name, unit, value: unit === 'number' ? sum : known[known.length >> 1], most: known.at(-1) };
}
