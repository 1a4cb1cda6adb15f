import type { Aim } from './aim.ts';
import type { ContenderName } from './line-up.ts';
import type { Unit } from './measurement.ts';
import type { Failure, Tournament, TournamentOptions } from './tournament.ts';

/** All that came of a tournament, as `--json` prints it. */
export interface Summary {
  readonly machine: string;
  readonly tables: readonly Table[];
  readonly choices: readonly { readonly contender: string; readonly choice: string }[];
  readonly aims: readonly (Aim & { readonly keys: number })[];
  readonly failures: readonly Failure[];
}

/** One measurement at one size. */
interface Table {
  readonly title: string;
  readonly keys: number;
  readonly runs: number;
  readonly figures: readonly {
    readonly title: string;
    readonly unit: Unit;
    readonly cells: readonly Cell[];
  }[];
}

/** Of one contender, who was measured. */
export interface Cell {
  readonly contender: ContenderName;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summaryOf(
  tournament: Tournament,
  { measurements, contenders, keys, largeKeys, runs }: TournamentOptions,
  { machine, choices }: Pick<Summary, 'machine' | 'choices'>,
): Summary {
  const { findings, failures } = tournament;
  const tables: Table[] = [];
  const aims: Summary['aims'][number][] = [];
  for (const measurement of measurements) {
    const sizes = measurement.isForLarge && largeKeys > 0 ? [keys, largeKeys] : [keys];
    for (const size of sizes) {
      const figures = measurement.figures.map(({ id, title, unit }) => ({
        title,
        unit,
        cells: contenders.flatMap((contender): Cell[] => {
          const place = { contender, keys: size };
          const median = findings.median(id, place);
          const values = findings.values(id, place);
          return median === undefined
            ? []
            : [{ contender, median, min: Math.min(...values), max: Math.max(...values) }];
        }),
      }));
      tables.push({
        title: measurement.title,
        keys: size,
        runs: Math.min(runs, measurement.runsMost ?? Infinity),
        figures,
      });
      for (const aim of measurement.aims?.(findings, size) ?? []) aims.push({ ...aim, keys: size });
    }
  }
  return { machine, tables, choices, aims, failures };
}
