import { toStarlingError } from '../../base/errors.ts';
import { SILENT_STORAGE_EVENTS, type StorageEvents } from '../events.ts';
import { listCheckpoints } from './checkpoint-files.ts';
import { loadCheckpoint } from './checkpoint-load.ts';
import { type LogOptions, settingsOf } from './log-options.ts';
import { type LogParts, assembleLog } from './log-parts.ts';
import { LOG_START, LogState, isBefore } from './log-state.ts';
import { openSegments } from './open-segments.ts';
import { recover } from './recovery.ts';
import { Replay } from './replay.ts';
import { Segments } from './segments.ts';

/**
 * Opens the files of a log and fills its index: from a checkpoint, where there is one, and from the log behind it.
 * Nothing stays open where it fails; the errors are those of `LogEngine.open`.
 */
export async function openLog(options: LogOptions): Promise<LogParts> {
  const { disk, clock, events = SILENT_STORAGE_EVENTS } = options;
  const settings = settingsOf(options);
  const startMs = clock.monotonicMs();
  const segments = new Segments({ ...options, segmentBytes: settings.segmentBytes });
  try {
    const state = await LogState.load({ disk, segments, events });
    await openSegments({ ...options, state, segments });
    const log = assembleLog(options, settings, { segments, state });
    const { tailBytes, tornBytes } = await fill(log, options, events);
    const reserve = await log.reserve.take(0);
    if (reserve instanceof Error) throw toStarlingError(reserve);
    await state.noteDurable();
    const durationMs = clock.monotonicMs() - startMs;
    const { length } = segments.all;
    events.recovered({ segments: length, records: log.index.records, tailBytes, tornBytes, durationMs });
    if (log.index.tables.some(({ settled }) => settled > 0)) log.compaction.settled();
    log.compaction.wake();
    log.treeRebuild.wake();
    return log;
  } catch (error) {
    await segments.close();
    throw error;
  }
}

async function fill(
  log: LogParts,
  { disk }: LogOptions,
  events: StorageEvents,
): Promise<{ tailBytes: number; tornBytes: number }> {
  const { segments, state, highestVersion } = log;
  const checkpoint = await loadCheckpoint({ ...log, disk, events });
  if (checkpoint !== undefined) highestVersion.note(checkpoint.highestVersion);
  const isFurther = checkpoint !== undefined && isBefore(state.durable, checkpoint.durable);
  const replay = new Replay(log);
  const report = await recover({
    disk,
    segments,
    from: checkpoint?.position ?? LOG_START,
    durable: isFurther ? checkpoint.durable : state.durable,
    replay: (segment, offset, entry) => replay.apply(segment, offset, entry),
  });
  const [newest = 0] = await listCheckpoints(disk);
  log.checkpointer.startFrom({ used: checkpoint?.number, newest, tailBytes: report.tailBytes });
  return report;
}
