import type { Cluster } from './cluster.ts';

export const MEASUREMENT_NAMES = ['join', 'kill', 'leave', 'idle', 'stress'] as const;
export type MeasurementName = (typeof MEASUREMENT_NAMES)[number];

/** One thing that is measured of every engine. */
export interface Measurement {
  /** What `--only` calls it; several may share a name. */
  readonly name: MeasurementName;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What the figures mean, for people. */
  readonly explanation: string;
  /** Most runs that are worth their time. */
  readonly runsMost?: number;
  /** Left out of a smoke run. */
  readonly isLong?: true;
  /** Taken at the largest size alone. */
  readonly isOfLargest?: true;
  /** Whether it begins with one member less, and ends with the cluster complete. */
  readonly bringsNewcomer?: true;
  take(site: Site): Promise<Found>;
}

/** Where it is measured: a settled cluster, which may be left with members missing. */
export interface Site {
  readonly cluster: Cluster;
  readonly signal: AbortSignal;
  /** Whether there is a network for the members alone, so that all traffic is theirs. */
  readonly hasOwnNetwork: boolean;
  /** How long the idle are watched, and those under stress. */
  readonly idleMs: number;
  readonly stressMs: number;
}

export interface Figure {
  /** Unique among all measurements. */
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
}

export type Unit = 'ms' | 'percent' | 'bytes' | 'bytes per second' | 'per second' | 'number';

/** Values by the id of their figure. */
export type Found = Readonly<Record<string, number>>;
