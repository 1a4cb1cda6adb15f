import type { Findings } from './findings.ts';

/** What was aimed for, and what came of it. */
export interface Aim {
  readonly text: string;
  readonly size: number;
  /** The figure that decides: the worst of all runs. */
  readonly worst: number | undefined;
  readonly median: number | undefined;
  readonly unit: 'ms' | 'number';
  readonly verdict: 'met' | 'MISSED' | 'not measured';
}

interface Bound {
  readonly id: string;
  readonly text: string;
  readonly atMost: number;
  readonly unit: Aim['unit'];
  readonly isOfLargest?: true;
}

const DEATH_MS = 3000;
const AT_ONCE_MS = 300;

const BOUNDS: readonly Bound[] = [
  { id: 'joinKnown', text: 'a join is known to all within 0.3 s', atMost: AT_ONCE_MS, unit: 'ms' },
  { id: 'leaveKnown', text: 'a leave is known to all within 0.3 s', atMost: AT_ONCE_MS, unit: 'ms' },
  { id: 'killDead', text: 'a death (kill -9) is known to all within 3 s', atMost: DEATH_MS, unit: 'ms' },
  { id: 'silentDead', text: 'a death (silence) is known to all within 3 s', atMost: DEATH_MS, unit: 'ms' },
  {
    id: 'stressFalseDeaths',
    text: 'nobody that lives is declared dead on a busy machine',
    atMost: 0,
    unit: 'number',
    isOfLargest: true,
  },
  {
    id: 'stressKillDead',
    text: 'a death (kill -9) on a busy machine is known to all within 3 s',
    atMost: DEATH_MS,
    unit: 'ms',
    isOfLargest: true,
  },
];

/** The aims that these figures were measured for, held against the worst run: what is to be so within a time is so each time. */
export function aimsOf(
  findings: Findings,
  { sizes, figures }: { readonly sizes: readonly number[]; readonly figures: ReadonlySet<string> },
): Aim[] {
  const largest = Math.max(...sizes);
  return BOUNDS.filter(({ id }) => figures.has(id)).flatMap((bound) =>
    sizes
      .filter((size) => !bound.isOfLargest || size === largest)
      .map((size) => aimOf(bound, findings, size)),
  );
}

function aimOf({ id, text, atMost, unit }: Bound, findings: Findings, size: number): Aim {
  const found = findings.distribution(id, { engine: 'starling', size });
  if (!found) return { text, size, unit, worst: undefined, median: undefined, verdict: 'not measured' };
  const { max: worst, median } = found;
  return { text, size, unit, worst, median, verdict: worst <= atMost ? 'met' : 'MISSED' };
}
