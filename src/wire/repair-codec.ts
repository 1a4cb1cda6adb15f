import type { StarlingError } from '../base/errors.ts';
import { errorFromWire, errorToWire } from './error-codec.ts';
import type { starling } from './gen/messages.js';

/** An order to compare with another owner, and to mend what differs. */
export interface RepairOrder {
  /** The client's own number for it, 1..2^32-1, drawn at random: given again it is the same comparison. */
  readonly run: number;
  /** The other owner. */
  readonly peer: string;
  /** Undefined: all that both own. */
  readonly partition: number | undefined;
}

/** An order to begin no comparisons for a time, and the proof that it comes from somebody who knows the secret. */
export interface PauseOrder {
  /** The peer that is asked. */
  readonly peer: string;
  /** From now on; 0: it goes on. */
  readonly pauseMs: number;
  /** When the order ends, in ms since the Unix epoch. */
  readonly expiresMs: number;
  readonly proof: Uint8Array;
}

/** How far an exchange with another owner is, or what came of it. */
export interface ExchangeReport {
  /** Partitions whose roots were compared, and those of them that differed and have been mended. */
  readonly partitions: number;
  readonly differing: number;
  /** Partitions that both own and that could not be compared: one of the two has yet to copy them, or they know other owners. */
  readonly notCompared: number;
  /** Records that were sent to the other owner and taken from it, and the bytes of their keys and values. */
  readonly given: number;
  readonly taken: number;
  readonly recordBytes: number;
}

/** How far an ordered comparison is. */
export interface RepairProgress {
  /** False: it is under way, or waits for its turn. */
  readonly done: boolean;
  /** Why it was given up, where it is done and was; what was moved until then stays. */
  readonly failure: StarlingError | undefined;
  readonly report: ExchangeReport;
}

export const NOTHING_EXCHANGED: ExchangeReport = {
  partitions: 0,
  differing: 0,
  notCompared: 0,
  given: 0,
  taken: 0,
  recordBytes: 0,
};

export function sumOfReports(reports: readonly ExchangeReport[]): ExchangeReport {
  return reports.reduce(
    (sum, report) => ({
      partitions: sum.partitions + report.partitions,
      differing: sum.differing + report.differing,
      notCompared: sum.notCompared + report.notCompared,
      given: sum.given + report.given,
      taken: sum.taken + report.taken,
      recordBytes: sum.recordBytes + report.recordBytes,
    }),
    NOTHING_EXCHANGED,
  );
}

export function repairToWire({ run, peer, partition }: RepairOrder): starling.v1.Repair.$Properties {
  return partition === undefined ? { run, peer } : { run, peer, partition };
}

export function repairFromWire(wire: starling.v1.Repair.$Properties): RepairOrder {
  return { run: wire.run ?? 0, peer: wire.peer ?? '', partition: wire.partition ?? undefined };
}

export function progressToWire({
  done,
  failure,
  report,
}: RepairProgress): starling.v1.RepairProgress.$Properties {
  return failure === undefined ? { done, ...report } : { done, ...report, failure: errorToWire(failure) };
}

export function progressFromWire(wire: starling.v1.RepairProgress.$Properties): RepairProgress {
  return {
    done: wire.done ?? false,
    failure: wire.failure ? errorFromWire(wire.failure) : undefined,
    report: {
      partitions: wire.partitions ?? 0,
      differing: wire.differing ?? 0,
      notCompared: wire.notCompared ?? 0,
      given: wire.given ?? 0,
      taken: wire.taken ?? 0,
      recordBytes: wire.recordBytes ?? 0,
    },
  };
}
