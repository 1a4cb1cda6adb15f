import type { StarlingError } from '../base/errors.ts';

/** What one exchange with a peer came to. */
export interface ExchangeReport {
  /** Partitions whose roots were compared, and how many of them differed. */
  readonly partitions: number;
  readonly differing: number;
  /** Records that were sent to the peer and taken from it, and the bytes of their keys and values. */
  readonly given: number;
  readonly taken: number;
  readonly recordBytes: number;
}

/** What anti-entropy has to tell; telemetry listens. One method an event. */
export interface AntiEntropyEvents {
  exchanged(peer: string, report: ExchangeReport): void;
  /** It is tried again in its turn. */
  exchangeFailed(peer: string, error: StarlingError): void;
  /** Tombstones and expired records of so many partitions may go, up to a later version than before. */
  floorsRaised(partitions: number): void;
  floorsNotRaised(error: StarlingError): void;
}
