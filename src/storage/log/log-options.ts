import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import type { Random } from '../../base/random.ts';
import type { Timers } from '../../base/timers.ts';
import type { StorageEvents } from '../events.ts';
import { ENTRY_BYTES_CEILING } from './format.ts';
import { MAX_TABLE_BITS } from './packed-entry.ts';

export interface LogOptions {
  /** A directory that nobody else has open: lock it first (`DataDirectory` does). */
  readonly disk: Disk;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  /** The cluster has `2^partitionBits` partitions; 0..16, and for ever the same for one directory. */
  readonly partitionBits: number;
  /**
   * Size at which a new segment is started, in bytes; 64 MiB by default. Compaction works on whole segments
   * and needs the room of one: much smaller ones make many files (there can be 65,536), much larger ones
   * make space come back late. 1 KiB..2 GiB.
   */
  readonly segmentBytes?: number;
  /**
   * A segment of which less than this fraction is still needed is compacted; 0.5 by default. Higher saves
   * disk and writes more, lower the other way round; 0 never compacts. 0..0.9.
   */
  readonly compactionLiveFraction?: number;
  /** Most bytes that compaction copies in a second; 32 MiB by default. Too low, and overwriting fills the disk. */
  readonly compactionBytesPerSecond?: number;
  /**
   * A checkpoint of the index is written when the log has grown by so many bytes, or by twice the checkpoint's size where
   * that is more; by default a segment's size. Lower opens faster after a crash and writes more. 1 KiB..Infinity, which is
   * only at a close.
   */
  readonly checkpointBytes?: number;
  /** Most bytes of a checkpoint that are written in a second; 64 MiB by default. The one at a close isn't held back. */
  readonly checkpointBytesPerSecond?: number;
  /** How much of a checkpoint is written at a time, in bytes; 256 KiB by default. Requests wait for as much to be gathered. */
  readonly checkpointChunkBytes?: number;
  /** How often a full disk is tried again, in ms; 1000 by default. */
  readonly probeIntervalMs?: number;
  /** Whether to keep a hash tree of what is there, which takes 2 MiB; by default yes. */
  readonly hashTree?: boolean;
  readonly events?: StorageEvents;
}

export interface LogSettings {
  readonly segmentBytes: number;
  readonly compactionLiveFraction: number;
  readonly compactionBytesPerSecond: number;
  readonly checkpointBytes: number;
  readonly checkpointBytesPerSecond: number;
  readonly checkpointChunkBytes: number;
  readonly probeIntervalMs: number;
}

const SEGMENT_BYTES_MIN = 1 << 10;
// Offsets have 32 bits, and the last entry may begin just below the limit.
const SEGMENT_BYTES_MAX = 2 ** 31;

/** Fills in the defaults. @throws StarlingError CONFIGURATION where a value is out of its range */
export function settingsOf(options: LogOptions): LogSettings {
  const segmentBytes = options.segmentBytes ?? 64 << 20;
  const settings: LogSettings = {
    segmentBytes,
    compactionLiveFraction: options.compactionLiveFraction ?? 0.5,
    compactionBytesPerSecond: options.compactionBytesPerSecond ?? 32 << 20,
    checkpointBytes: options.checkpointBytes ?? segmentBytes,
    checkpointBytesPerSecond: options.checkpointBytesPerSecond ?? 64 << 20,
    checkpointChunkBytes: options.checkpointChunkBytes ?? 256 << 10,
    probeIntervalMs: options.probeIntervalMs ?? 1000,
  };
  inRange('partitionBits', options.partitionBits, 0, MAX_TABLE_BITS);
  inRange('segmentBytes', settings.segmentBytes, SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX);
  inRange('compactionLiveFraction', settings.compactionLiveFraction, 0, 0.9);
  inRange('compactionBytesPerSecond', settings.compactionBytesPerSecond, ENTRY_BYTES_CEILING / 10, Infinity);
  inRange('checkpointBytes', settings.checkpointBytes, SEGMENT_BYTES_MIN, Infinity);
  inRange('checkpointBytesPerSecond', settings.checkpointBytesPerSecond, ENTRY_BYTES_CEILING / 10, Infinity);
  inRange('checkpointChunkBytes', settings.checkpointChunkBytes, 1, SEGMENT_BYTES_MAX);
  inRange('probeIntervalMs', settings.probeIntervalMs, 1, Infinity);
  return settings;
}

function inRange(name: string, value: number, low: number, high: number): void {
  if (value >= low && value <= high) return;
  throw new StarlingError('CONFIGURATION', `${name} is ${value}; it must be from ${low} to ${high}`);
}
