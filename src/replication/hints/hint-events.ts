import type { StarlingError } from '../../base/errors.ts';

/** Why hints were given up. */
export type HintDropReason =
  /** All hints of this node together had reached their bound; or too many peers had hints. */
  | 'bytes'
  | 'peers'
  /** Too many came while their log was being opened. */
  | 'queue'
  /** They had waited for too long. */
  | 'age'
  /** The disk was full or failed, or their log is damaged. */
  | 'disk'
  /** The peer is no member any more, or no longer an owner: others hold what it would have held. */
  | 'gone'
  /** This node is stopping. */
  | 'stopped';

/** What hints have to tell; telemetry listens. One method an event. */
export interface HintEvents {
  /** A write that this peer missed was kept for it. On the way of every such write: count, and do no more. */
  hintKept(peer: string): void;
  /** So many hints weren't kept, or are kept no longer. Unless they are `gone`, anti-entropy was told of their partitions. */
  hintsDropped(peer: string, hints: number, reason: HintDropReason): void;
  /** The peer acknowledged so many records of one partition. */
  handedOver(peer: string, records: number): void;
  /** What is left for the peer waits for a later attempt. */
  handoffFailed(peer: string, error: StarlingError): void;
  /** A log of hints couldn't be opened, read or removed. */
  hintLogFailed(peer: string, error: StarlingError): void;
}
