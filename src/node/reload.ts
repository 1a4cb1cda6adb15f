import type { AntiEntropy } from '../antientropy/anti-entropy.ts';
import type { AdjustableLog } from '../telemetry/log.ts';
import type { NodeConfiguration } from './node-configuration.ts';

/** What takes on another value while a peer runs. */
export const RELOADED_OPTIONS: ReadonlySet<string> = new Set([
  'log.level',
  'log.slowRequestMs',
  'repair.intervalMs',
  'repair.bytesPerSecond',
  'transfer.bytesPerSecond',
]);

export interface ReloadParts {
  readonly antiEntropy: Pick<AntiEntropy, 'setPace'>;
  readonly copy: { setRate(bytesPerSecond: number): void };
  readonly log: AdjustableLog;
  readonly slowRequests: { thresholdMs: number };
  /** Files that options name: reads them again, and gives the options whose files have changed. @throws StarlingError; nothing is changed then */
  readonly files: { reload(): readonly string[] };
}

/** What came of a new configuration, by option. */
export interface Reloaded {
  readonly applied: readonly string[];
  /** Changed as well, and in force after a restart only. */
  readonly waiting: readonly string[];
  /** What is in force now: the one before, but for what was applied. */
  readonly inForce: NodeConfiguration;
}

/** Takes on what of a new configuration can be without a restart. @throws StarlingError where a file is wrong; nothing is changed then */
export function reload(parts: ReloadParts, before: NodeConfiguration, after: NodeConfiguration): Reloaded {
  const changed = differences(before, after).sort();
  const rewritten = parts.files.reload();
  const { level, slowRequestMs } = after.log;
  const { intervalMs, bytesPerSecond } = after.repair;
  const { transfer } = after;
  parts.log.level = level;
  parts.slowRequests.thresholdMs = slowRequestMs;
  parts.antiEntropy.setPace({ intervalMs, bytesPerSecond });
  parts.copy.setRate(transfer.bytesPerSecond);
  return {
    applied: [...changed.filter((option) => RELOADED_OPTIONS.has(option)), ...rewritten].sort(),
    waiting: changed.filter((option) => !RELOADED_OPTIONS.has(option)),
    inForce: {
      ...before,
      log: { ...before.log, level, slowRequestMs },
      repair: { ...before.repair, intervalMs, bytesPerSecond },
      transfer,
    },
  };
}

/** Paths of what the two say differently; secrets by their names alone, as everything. */
function differences(before: unknown, after: unknown, path = ''): string[] {
  if (!isGroup(before) || !isGroup(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
