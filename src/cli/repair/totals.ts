import { type ExchangeReport, sumOfReports } from '../../wire/repair-codec.ts';
import { shortName } from '../../client/reports/cluster-report.ts';
import type { Comparison } from './compare.ts';

/** What all comparisons came to. */
export interface Totals {
  readonly pairs: number;
  /** Partitions that were compared, and those of them that differed: one that three own is compared three times, by each two of them. */
  readonly partitions: number;
  readonly differing: number;
  readonly recordsMoved: number;
  /** Of the keys and values that were moved. */
  readonly bytesMoved: number;
  readonly failures: readonly PairFailure[];
}

/** What two members did not compare. */
export interface PairFailure {
  readonly peers: readonly [string, string];
  readonly partitions: number;
  readonly reason: string;
}

const LEFT_OUT =
  'one of the two has yet to copy them or to read its log, or the two know other owners; try again in a moment';

export function totalsOf(comparisons: readonly Comparison[]): Totals {
  const { partitions, differing, given, taken, recordBytes } = sumOfReports(
    comparisons.map(({ report }) => report),
  );
  return {
    pairs: comparisons.length,
    partitions,
    differing,
    recordsMoved: given + taken,
    bytesMoved: recordBytes,
    failures: comparisons.flatMap(failureOf),
  };
}

export function recordsMovedIn({ given, taken }: ExchangeReport): number {
  return given + taken;
}

/** One line a failure. */
export function sentenceOf({ peers: [a, b], partitions, reason }: PairFailure): string {
  const which = partitions === 1 ? '1 partition' : `${partitions} partitions`;
  return `${shortName(a)} and ${shortName(b)} did not compare ${which}: ${reason}`;
}

function failureOf({ pair, report, error }: Comparison): PairFailure[] {
  const peers = [pair.asked.peer, pair.partner.peer] as const;
  // Which of them were done already nobody knows: comparing them again costs little.
  if (error !== undefined) return [{ peers, partitions: pair.partitions, reason: error.message }];
  return report.notCompared === 0 ? [] : [{ peers, partitions: report.notCompared, reason: LEFT_OUT }];
}
