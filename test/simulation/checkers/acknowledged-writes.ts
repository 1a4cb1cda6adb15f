import { type Version, compareVersions, formatVersion } from '../../../src/version/version.ts';
import {
  type FinalRead,
  mayBeDeleted,
  type Operation,
  type Violation,
  type Written,
  byKey,
  isWrite,
  isWritten,
  valueOf,
} from '../history.ts';

/**
 * P1: an acknowledged write is never lost; only a later version replaces it. Whatever is read in the end is
 * at least as new as every acknowledged write of the key, and came from a write that somebody asked for. Of a deletion
 * nothing may be left.
 */
export function checkAcknowledgedWrites(
  operations: readonly Operation[],
  finalReads: readonly FinalRead[],
): Violation[] {
  const violations: Violation[] = [];
  const histories = byKey(operations);
  for (const read of finalReads) {
    const writes = (histories.get(read.key) ?? []).filter(isWrite);
    const newest = newestOf(writes.filter(isWritten));
    const violation = (message: string) =>
      violations.push({ promise: 'P1', message: `${read.key}: ${message}` });
    const isForgotten = !read.version && newest && mayBeDeleted(newest, writes);
    if (
      newest &&
      !isForgotten &&
      (!read.version || compareVersions(read.version, newest.outcome.version) < 0)
    ) {
      violation(
        `lost: acknowledged ${formatVersion(newest.outcome.version)} by ${newest.coordinator} at ${newest.endMs}, ` +
          `in the end ${read.version ? formatVersion(read.version) : 'nothing'}`,
      );
    }
    if (!read.version) continue;
    const source = writes.find((write) => isWritten(write) && isVersion(write, read.version));
    if (source) {
      if (valueOf(source) !== read.value)
        violation(`has ${String(read.value)} under the version of another value`);
    } else if (!writes.some((write) => !isWritten(write) && valueOf(write) === read.value)) {
      violation(`has ${String(read.value)} at ${formatVersion(read.version)}, which nobody wrote`);
    }
  }
  return violations;
}

function isVersion(write: Written, version: Version | undefined): boolean {
  return version !== undefined && compareVersions(write.outcome.version, version) === 0;
}

function newestOf(writes: readonly Written[]): Written | undefined {
  return writes.reduce<Written | undefined>(
    (best, write) =>
      best && compareVersions(best.outcome.version, write.outcome.version) >= 0 ? best : write,
    undefined,
  );
}
