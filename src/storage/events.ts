import type { StarlingError } from '../base/errors.ts';

/** What a store has to tell; telemetry listens. One method an event; nothing depends on anybody listening. */
export interface StorageEvents {
  /** The log was read: `tailBytes` of it, the rest came from a checkpoint; `tornBytes` of a flush that a crash had cut short were cut off. */
  recovered(report: {
    readonly segments: number;
    readonly records: number;
    readonly tailBytes: number;
    readonly tornBytes: number;
    readonly durationMs: number;
  }): void;
  /** Bytes became durable; `durationMs` from the start of the write to the end of the fdatasync. */
  flushed(sizeBytes: number, durationMs: number): void;
  /** Writes are refused from now on: DISK_FULL, or STORE_POISONED for good. */
  refusingWrites(reason: StarlingError): void;
  /** There is room on the disk again. */
  acceptingWrites(): void;
  /** Bytes failed their checksum; `reason.facts` has `file` and `offset`. */
  damageFound(reason: StarlingError): void;
  compacted(file: string, copiedBytes: number, freedBytes: number): void;
  /** A segment couldn't be compacted; it stays as it was. */
  compactionFailed(reason: StarlingError): void;
  /** Tombstones and expired records went for good. */
  purged(records: number): void;
  checkpointWritten(file: string, sizeBytes: number): void;
  /** No checkpoint could be written, and a restart reads more of the log; or an older one not be removed. */
  checkpointFailed(reason: StarlingError): void;
  /** A checkpoint is damaged, or of a newer format: an older one, or the whole log, was read in its place. */
  checkpointRefused(reason: StarlingError): void;
  /** So many entries were read to know the hash tree again; of `unknownLeaves` some entry is damaged. */
  treeRebuilt(entries: number, unknownLeaves: number): void;
  /** How far the log is durable couldn't be noted; it is tried again at the next occasion. */
  positionNotNoted(reason: StarlingError): void;
}

const nothing = (): void => undefined;

/** Listens to nothing. */
export const SILENT_STORAGE_EVENTS: StorageEvents = {
  recovered: nothing,
  flushed: nothing,
  refusingWrites: nothing,
  acceptingWrites: nothing,
  damageFound: nothing,
  compacted: nothing,
  compactionFailed: nothing,
  purged: nothing,
  checkpointWritten: nothing,
  checkpointFailed: nothing,
  checkpointRefused: nothing,
  treeRebuilt: nothing,
  positionNotNoted: nothing,
};
