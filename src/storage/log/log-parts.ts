import type { StarlingError } from '../../base/errors.ts';
import { Pace } from '../../base/pace.ts';
import { SILENT_STORAGE_EVENTS } from '../events.ts';
import { Appender } from './appender.ts';
import { Checkpointer } from './checkpointer.ts';
import { Compaction } from './compaction.ts';
import { EntryLoader } from './entry-loader.ts';
import { GroupCommit } from './group-commit.ts';
import { HighestVersion } from './highest-version.ts';
import { KeyIndex } from './key-index.ts';
import type { LogOptions, LogSettings } from './log-options.ts';
import type { LogState } from './log-state.ts';
import { Reserve } from './reserve.ts';
import type { Segments } from './segments.ts';
import { TreeKeeper } from './tree-keeper.ts';
import { TreeRebuild } from './tree-rebuild.ts';

/** The active segment is rewritten early, where most of it is dead, once it has this part of a full one's size. */
const SMALLEST_COMPACTED = 8;

/** What a log is made of, put together in this file. */
export interface LogParts {
  readonly segments: Segments;
  readonly state: LogState;
  readonly reserve: Reserve;
  readonly commit: GroupCommit;
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
  readonly treeRebuild: TreeRebuild;
  readonly appender: Appender;
  readonly compaction: Compaction;
  readonly checkpointer: Checkpointer;
  readonly highestVersion: HighestVersion;
}

/** What is there before the rest: the files. */
type Files = Pick<LogParts, 'segments' | 'state'>;

export function assembleLog(options: LogOptions, settings: LogSettings, files: Files): LogParts {
  const { disk, timers, events = SILENT_STORAGE_EVENTS } = options;
  const { segments, state } = files;
  const reserve = new Reserve(disk);
  const highestVersion = new HighestVersion(state.highestVersion);
  const commit: GroupCommit = new GroupCommit({
    disk,
    segments,
    reserve,
    timers,
    clock: options.clock,
    probeIntervalMs: settings.probeIntervalMs,
    onSegmentCreated: () => void state.noteDurable(),
    rollBack: (batches) => {
      appender.rollBack(batches);
      treeRebuild.wake();
      segments.rollBack();
    },
    tidy: () => segments.tidy(),
    onFlushed: (sizeBytes, durationMs) => {
      events.flushed(sizeBytes, durationMs);
      compaction.grown(sizeBytes);
      checkpointer.grown(sizeBytes);
    },
    onRefusing: (reason) => {
      events.refusingWrites(reason);
      // Segments without a live record can go even now, and make room.
      if (reason.code === 'DISK_FULL') compaction.wake();
    },
    onAccepting: () => {
      events.acceptingWrites();
      compaction.wake();
    },
  });
  const onDamage = (reason: StarlingError): void => events.damageFound(reason);
  const index = new KeyIndex(options.partitionBits, new EntryLoader(segments, commit, onDamage));
  const trees = new TreeKeeper(options.partitionBits, options.hashTree ?? true);
  const parts = { disk, timers, segments, state, commit, index, trees, highestVersion, events };
  const treeRebuild = new TreeRebuild(parts);
  const appender = new Appender({
    ...parts,
    isDropped: (tokenHigh, at) => state.isDropped(index.partitionOf(tokenHigh), at),
  });
  const compaction = new Compaction(
    {
      minLiveFraction: settings.compactionLiveFraction,
      minSegmentBytes: settings.segmentBytes / SMALLEST_COMPACTED,
    },
    { ...parts, appender, pace: new Pace(timers, settings.compactionBytesPerSecond) },
  );
  const checkpointer = new Checkpointer(
    { minTailBytes: settings.checkpointBytes, chunkBytes: settings.checkpointChunkBytes },
    { ...parts, pace: new Pace(timers, settings.checkpointBytesPerSecond) },
  );
  return { ...parts, reserve, treeRebuild, appender, compaction, checkpointer };
}
