import { bytes, count } from '../../src/base/quantity.ts';
import { table } from '../../src/cli/table.ts';
import { type Terminal, paint } from '../../src/cli/terminal.ts';
import type { Aim } from './aim.ts';
import type { Unit } from './measurement.ts';
import type { Cell, Summary } from './summary.ts';

/** The summary for people: a table a measurement, how each contender was set up, and every aim with what came of it. */
export function report(summary: Summary, terminal: Terminal): void {
  terminal.out(`${summary.machine}\nMedians of interleaved runs, and (lowest..highest)\n`);
  for (const { title, keys, runs, figures } of summary.tables) {
    const contenders = [...new Set(figures.flatMap(({ cells }) => cells.map(({ contender }) => contender)))];
    const heading = `${title}, ${count(keys)} keys, ${runs === 1 ? '1 run' : `${runs} runs`}`;
    const columns = [
      { title: '' },
      ...contenders.map((contender) => ({ title: contender, align: 'right' as const })),
    ];
    const rows = figures.map(({ title: figure, unit, cells }) => [
      `  ${figure}`,
      ...contenders.map((contender) =>
        cellText(
          cells.find((cell) => cell.contender === contender),
          unit,
        ),
      ),
    ]);
    terminal.out(`\n${paint(terminal, 'bold', heading)}\n${table(columns, rows)}`);
  }
  terminal.out('\nSettings\n');
  for (const { contender, choice } of summary.choices) terminal.out(`  ${contender}: ${choice}\n`);
  const aims = summary.aims.map(({ text, keys, found, verdict }) => [
    `  ${paint(terminal, COLOURS[verdict], verdict)}`,
    `${text}; ${count(keys)} keys`,
    found,
  ]);
  const columns = [{ title: 'Aims' }, { title: '' }, { title: '', align: 'right' as const }];
  terminal.out(`\n${table(columns, aims)}`);
  for (const { contender, measurement, keys, reason } of summary.failures) {
    terminal.out(
      `\n${paint(terminal, 'red', 'FAILED')} ${contender}, ${measurement}, ${count(keys)} keys: ${reason}\n`,
    );
  }
}

const COLOURS = { met: 'green', MISSED: 'red', 'not measured': 'yellow' } as const satisfies Record<
  Aim['verdict'],
  string
>;

/** `102,114 (98,120..110,871)` */
function cellText(cell: Cell | undefined, unit: Unit): string {
  if (cell === undefined) return '-';
  const { median, min, max } = cell;
  const text = quantity(median, unit);
  return min === max ? text : `${text} (${quantity(min, unit)}..${quantity(max, unit)})`;
}

function quantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'per second':
      return `${count(value)}/s`;
    case 'us':
      return `${value < 100 ? value.toFixed(1) : count(value)} us`;
    case 'ms':
      return `${value < 10 ? value.toFixed(1) : count(value)} ms`;
    case 'bytes':
      return bytes(value);
    case 'times':
      return `${value.toFixed(2)}x`;
    case 'number':
      return Number.isInteger(value) ? count(value) : value.toPrecision(3);
  }
}
