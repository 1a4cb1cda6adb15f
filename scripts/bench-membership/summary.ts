import { type Aim, aimsOf } from './aims.ts';
import type { Failure } from './contest.ts';
import type { Distribution } from './distribution.ts';
import type { EngineName } from './engine.ts';
import type { Findings } from './findings.ts';
import type { Measurement, Unit } from './measurement.ts';

/** All that came of it, as `--json` prints it. */
export interface Summary {
  readonly machine: string;
  /** What each engine is and how it was set up; or why it was skipped. */
  readonly engines: readonly {
    readonly engine: EngineName;
    readonly text: string;
    readonly skipped: boolean;
  }[];
  readonly tables: readonly Table[];
  readonly aims: readonly Aim[];
  /** By how much lines of logs came after they were written, which every time contains; undefined where no engine tells. */
  readonly logDelay: LogDelay | undefined;
  readonly failures: readonly Failure[];
}

interface LogDelay {
  readonly medianMs: number;
  /** What 99 of 100 did not exceed. */
  readonly p99Ms: number;
}

interface Table {
  readonly title: string;
  readonly explanation: string;
  readonly rows: readonly Row[];
}

/** One figure at one size. */
interface Row {
  readonly size: number;
  readonly figure: string;
  readonly unit: Unit;
  readonly cells: readonly Cell[];
}

/** Of one engine that was measured. */
export interface Cell extends Distribution {
  readonly engine: EngineName;
}

export interface Outcome extends Pick<Summary, 'machine' | 'engines' | 'failures'> {
  readonly measurements: readonly Measurement[];
  readonly sizes: readonly number[];
  readonly findings: Findings;
  readonly logDelaysMs: readonly number[];
}

export function summaryOf(outcome: Outcome): Summary {
  const { machine, engines, failures, measurements, sizes, findings, logDelaysMs } = outcome;
  const names = engines.filter(({ skipped }) => !skipped).map(({ engine }) => engine);
  const tables = measurements.map(({ title, explanation, figures }): Table => {
    const rows = figures.flatMap(({ id, title: figure, unit }) =>
      sizes.map((size): Row => {
        const cells = names.flatMap((engine): Cell[] => {
          const distribution = findings.distribution(id, { engine, size });
          return distribution ? [{ engine, ...distribution }] : [];
        });
        return { size, figure, unit, cells };
      }),
    );
    return { title, explanation, rows: rows.filter(({ cells }) => cells.length > 0) };
  });
  const figures = new Set(measurements.flatMap((one) => one.figures.map(({ id }) => id)));
  return {
    machine,
    engines,
    tables,
    aims: aimsOf(findings, { sizes, figures }),
    logDelay: logDelayOf(logDelaysMs),
    failures,
  };
}

function logDelayOf(delaysMs: readonly number[]): LogDelay | undefined {
  const sorted = [...delaysMs].sort((a, b) => a - b);
  const at = (fraction: number): number | undefined => sorted[Math.ceil(fraction * sorted.length) - 1];
  const [medianMs, p99Ms] = [at(0.5), at(0.99)];
  return medianMs === undefined || p99Ms === undefined ? undefined : { medianMs, p99Ms };
}
