/** What was aimed for, and what came of it. */
export interface Aim {
  readonly text: string;
  /** The figure that decides, as people read it; empty where it wasn't measured. */
  readonly found: string;
  readonly verdict: 'met' | 'MISSED' | 'not measured';
}

export interface Comparison {
  readonly text: string;
  /** Undefined where it wasn't measured. */
  readonly value: number | undefined;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly format: (value: number) => string;
}

/** Whether a value keeps within its bounds. */
export function aim({ text, value, atLeast = -Infinity, atMost = Infinity, format }: Comparison): Aim {
  if (value === undefined) return { text, found: '', verdict: 'not measured' };
  return { text, found: format(value), verdict: value >= atLeast && value <= atMost ? 'met' : 'MISSED' };
}

/** One by the other; undefined where either is. */
export function ratio(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined ? undefined : value / by;
}

/** `2.41x` */
export function timesText(value: number): string {
  return `${value.toFixed(2)}x`;
}
