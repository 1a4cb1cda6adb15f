import type { Aim } from './aim.ts';
import type { Contender } from './contender.ts';
import type { Findings } from './findings.ts';

/** One thing that is measured of every contender. */
export interface Measurement {
  /** What `--only` calls it; several may share a name. */
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What is in the folder that a run begins with: nothing, or every key, settled, after a clean close. */
  readonly startsWith: 'nothing' | 'every key';
  /** Whether those take part that only put. */
  readonly isOfPuts?: true;
  /** Whether our store is measured at the large size too. */
  readonly isForLarge?: true;
  /** Most runs that are worth their time. */
  readonly runsMost?: number;
  /** Each in a process of its own, one after the other in the same folder. */
  readonly steps: readonly Step[];
  /** What the figures were to be, at this size. */
  aims?(findings: Findings, keys: number): readonly Aim[];
}

export interface Step {
  measure(site: Site): Promise<Found>;
  /** Ends the process by SIGKILL, with the store open. */
  readonly dies?: true;
}

/** Where a step does its work. */
export interface Site {
  readonly contender: Contender;
  readonly folder: string;
  readonly keys: number;
  /** What times and counts are multiplied by: 1, less for a smoke run. */
  readonly scale: number;
  /** What the steps before this one found. */
  readonly earlier: Found;
}

export interface Figure {
  /** Unique among all measurements. */
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
}

export type Unit = 'per second' | 'us' | 'ms' | 'bytes' | 'times' | 'number';

/** Values by the id of their figure. */
export type Found = Readonly<Record<string, number>>;
