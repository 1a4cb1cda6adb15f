import type { Disk } from '../../base/disk.ts';
import { SILENT_STORAGE_EVENTS } from '../events.ts';
import { readOnlyDisk } from '../read-only-disk.ts';
import { LOG_START, LogState } from './log-state.ts';

const NO_SEGMENTS = { numbers: () => [], durableEnd: () => LOG_START };

/** What a log has noted, for somebody who doesn't open it. @throws StarlingError CORRUPTION */
export function readLogState(disk: Disk): Promise<LogState> {
  return LogState.load({
    disk: readOnlyDisk(disk),
    segments: NO_SEGMENTS,
    events: SILENT_STORAGE_EVENTS,
  });
}
