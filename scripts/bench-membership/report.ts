import { bytes, count } from '../../src/base/quantity.ts';
import { table } from '../../src/cli/table.ts';
import { type Terminal, paint } from '../../src/cli/terminal.ts';
import type { Aim } from './aims.ts';
import type { Unit } from './measurement.ts';
import type { Cell, Summary } from './summary.ts';

type Paper = Pick<Terminal, 'out' | 'hasColour'>;

/** The summary for people: a table a measurement with what its figures mean, and every aim with what came of it. */
export function report(summary: Summary, terminal: Paper): void {
  terminal.out(`${summary.machine}\n`);
  for (const { engine, text, skipped } of summary.engines) {
    terminal.out(`  ${engine}: ${skipped ? paint(terminal, 'yellow', `skipped: ${text}`) : text}\n`);
  }
  terminal.out('Medians of interleaved runs, and (lowest..highest)\n');
  for (const one of summary.tables) printTable(one, summary, terminal);
  printAims(summary.aims, terminal);
  if (summary.logDelay) {
    const { medianMs, p99Ms } = summary.logDelay;
    terminal.out(
      `\n${wrapped(
        "Times are those at which lines of the members' logs arrived here. Starling's say when they were written: half of them " +
          `at most ${count(medianMs)} ms before, 99 of 100 at most ${count(p99Ms)} ms.`,
      )}`,
    );
  }
  for (const { engine, size, run, measurement, reason } of summary.failures) {
    terminal.out(
      `\n${paint(terminal, 'red', 'FAILED')} ${engine}, ${size} members, run ${run}, ${measurement}: ${reason}\n`,
    );
  }
}

function printTable(
  { title, explanation, rows }: Summary['tables'][number],
  { engines }: Summary,
  terminal: Paper,
): void {
  const names = engines.filter(({ skipped }) => !skipped).map(({ engine }) => engine);
  const columns = [
    { title: '  members', align: 'right' as const },
    { title: '' },
    ...names.map((name) => ({ title: name, align: 'right' as const })),
  ];
  const lines = rows.map(({ size, figure, unit, cells }) => [
    String(size),
    figure,
    ...names.map((name) =>
      cellText(
        cells.find(({ engine }) => engine === name),
        unit,
      ),
    ),
  ]);
  terminal.out(`\n${paint(terminal, 'bold', title)}\n${wrapped(explanation)}${table(columns, lines)}`);
}

/** In lines, each a little to the right. */
function wrapped(text: string): string {
  return text.replace(/(.{1,108})(?: |$)/g, '  $1\n');
}

function printAims(aims: readonly Aim[], terminal: Paper): void {
  const lines = aims.map(({ text, size, worst, median, unit, verdict }) => [
    `  ${paint(terminal, COLOURS[verdict], verdict)}`,
    `${text}; ${size} members`,
    worst === undefined ? '' : quantity(worst, unit),
    median === undefined ? '' : quantity(median, unit),
  ]);
  const columns = [
    { title: 'Aims' },
    { title: '' },
    { title: 'worst run, which decides', align: 'right' as const },
    { title: 'median', align: 'right' as const },
  ];
  terminal.out(`\n${table(columns, lines)}`);
}

const COLOURS = { met: 'green', MISSED: 'red', 'not measured': 'yellow' } as const satisfies Record<
  Aim['verdict'],
  string
>;

/** `182 ms (153..290 ms)` */
function cellText(cell: Cell | undefined, unit: Unit): string {
  if (cell === undefined) return '-';
  const { median, min, max } = cell;
  const text = quantity(median, unit);
  return cell.count === 1 ? text : `${text} (${quantity(min, unit)}..${quantity(max, unit)})`;
}

function quantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return value < 10_000 ? `${count(value)} ms` : `${(value / 1000).toFixed(1)} s`;
    case 'percent':
      return `${(value * 100).toFixed(2)} %`;
    case 'bytes':
      return bytes(value);
    case 'bytes per second':
      return `${bytes(value)}/s`;
    case 'per second':
      return `${value.toFixed(1)}/s`;
    case 'number':
      return count(value);
  }
}
