import { ERROR_CODES, type ErrorCode } from '../base/errors.ts';
import { Durations, REQUEST_BOUNDS } from './durations.ts';
import type { Labelled, Metrics } from './metrics.ts';

export const OPS = ['put', 'get', 'delete', 'scan'] as const;
export type Op = (typeof OPS)[number];

const CONSISTENCIES = ['default', 'one', 'quorum', 'all'] as const;
type Consistency = (typeof CONSISTENCIES)[number];

const CODES = Object.keys(ERROR_CODES) as ErrorCode[];
const OUTCOMES = ['ok', ...CODES.map((code) => code.toLowerCase())];

/** The requests of one operation at one consistency. */
class Kind {
  readonly durations = new Durations(REQUEST_BOUNDS);
  /** By the index of the outcome in OUTCOMES. */
  readonly outcomes = new Float64Array(OUTCOMES.length);
  readonly op: Op;
  readonly consistency: Consistency;

  constructor(op: Op, consistency: Consistency) {
    this.op = op;
    this.consistency = consistency;
  }

  /** Those that nobody names a consistency for are shown before the first; the others from then on. */
  get isShown(): boolean {
    return this.consistency === 'default' || this.durations.count > 0;
  }
}

/** The requests of one operation since the start, at any consistency. */
export interface OpTotals {
  readonly count: number;
  readonly failed: number;
  /** For each of REQUEST_BOUNDS how many took at most that long. */
  readonly cumulative: readonly number[];
}

/**
 * Requests that this node coordinated: what they asked for, how they ended and how long they took. On the way of every request, so that
 * it allocates nothing.
 */
export class RequestCounts {
  readonly #kinds = OPS.map((op) => CONSISTENCIES.map((consistency) => new Kind(op, consistency)));

  /** @param code why it failed; undefined: it did not */
  note(op: Op, consistency: Consistency, code: ErrorCode | undefined, durationMs: number): void {
    const kind = this.#kinds[OPS.indexOf(op)]![CONSISTENCIES.indexOf(consistency)]!;
    kind.durations.note(durationMs);
    kind.outcomes[code === undefined ? 0 : CODES.indexOf(code) + 1]!++;
  }

  /** For `status`: `requests_put`, `requests_put_failed`, `request_errors_timeout`; those that there were. */
  totals(): Map<string, number> {
    const totals = new Map<string, number>();
    const add = (name: string, count: number) => void totals.set(name, (totals.get(name) ?? 0) + count);
    for (const { op, outcomes } of this.#kinds.flat()) {
      outcomes.forEach((count, index) => {
        if (count === 0) return;
        add(index === 0 ? `requests_${op}` : `requests_${op}_failed`, count);
        if (index > 0) add(`request_errors_${OUTCOMES[index]!}`, count);
      });
    }
    return totals;
  }

  totalsOf(op: Op): OpTotals {
    const kinds = this.#kinds[OPS.indexOf(op)]!;
    const sum = (figure: (kind: Kind) => number) => kinds.reduce((total, kind) => total + figure(kind), 0);
    const cumulative = kinds.map(({ durations }) => durations.cumulative);
    return {
      count: sum(({ durations }) => durations.count),
      failed: sum(({ durations, outcomes }) => durations.count - outcomes[0]!),
      cumulative: REQUEST_BOUNDS.map((_, bound) => cumulative.reduce((total, of) => total + of[bound]!, 0)),
    };
  }

  /** Lets them be read among a node's metrics. */
  addTo(metrics: Metrics): void {
    const outcomes = metrics.countersBy(
      ['op', 'consistency', 'outcome'],
      'requests_total',
      'Requests that this peer coordinated, by operation, the consistency asked for, and how they ended: ok, or why not.',
    );
    metrics.onCollect(() => outcomes.set(this.#shown().flatMap(outcomesOf)));
    metrics.histogramsBy(
      'request_duration_seconds',
      'How long requests took at this peer, whatever their outcome, by operation and the consistency asked for.',
      () => this.#shown().map((kind) => [labelsOf(kind), kind.durations]),
    );
  }

  #shown(): Kind[] {
    return this.#kinds.flat().filter((kind) => kind.isShown);
  }
}

function labelsOf({ op, consistency }: Kind): { readonly op: Op; readonly consistency: Consistency } {
  return { op, consistency };
}

function outcomesOf(kind: Kind): Labelled[] {
  return OUTCOMES.map((outcome, index) => [{ ...labelsOf(kind), outcome }, kind.outcomes[index]!]);
}
