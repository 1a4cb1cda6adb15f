import type { StarlingError } from '../base/errors.ts';
import type { ExchangeReport } from '../wire/repair-codec.ts';

/** What anti-entropy has to tell; telemetry listens. One method an event. */
export interface AntiEntropyEvents {
  exchanged(peer: string, report: ExchangeReport): void;
  /** It is tried again in its turn. */
  exchangeFailed(peer: string, error: StarlingError): void;
  /** Tombstones and expired records of so many partitions may go, up to a later version than before. */
  floorsRaised(partitions: number): void;
  floorsNotRaised(error: StarlingError): void;
}
