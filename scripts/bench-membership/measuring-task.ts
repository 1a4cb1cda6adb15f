import type { EngineName } from './engine.ts';
import type { Failure } from './contest.ts';
import type { Finding } from './findings.ts';
import type { MeasurementName } from './measurement.ts';

/** What the process that measures is told. */
export interface MeasuringTask {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly only: readonly MeasurementName[];
  readonly isQuick: boolean;
  /** Those that can be measured. */
  readonly engines: readonly EngineName[];
  /** Where the compiled peer is. */
  readonly starling: string;
  /** Path of serf's binary. */
  readonly serf: string;
  readonly folder: string;
  readonly idleMs: number;
  readonly stressMs: number;
  readonly hasOwnNetwork: boolean;
}

/** What it says before it ends. */
export type MeasuringOutcome =
  | {
      readonly findings: readonly Finding[];
      readonly failures: readonly Failure[];
      readonly logDelaysMs: readonly number[];
    }
  | { readonly failure: string };
