import { type Version, compareVersions, formatVersion } from '../../../src/version/version.ts';
import { type Operation, type Violation, byKey, mayBeDeleted } from '../history.ts';

type Seen = Operation & { readonly outcome: { readonly version: Version | undefined } };

/**
 * P3: a reader sees its own writes and never goes back in time. Checked for all readers as if they were one: what was
 * acknowledged, or read by anybody, before a read began, that read sees, or something newer, or nothing where that was deleted.
 */
export function checkReads(operations: readonly Operation[]): Violation[] {
  const violations: Violation[] = [];
  for (const [key, history] of byKey(operations)) {
    const seen = history.filter((operation): operation is Seen => operation.outcome.kind !== 'error');
    const byEnd = [...seen].sort((a, b) => a.endMs - b.endMs);
    const reads = seen.filter(({ outcome }) => outcome.kind === 'read').sort((a, b) => a.startMs - b.startMs);
    let newest: Seen | undefined;
    let ended = 0;
    for (const read of reads) {
      for (let before = byEnd[ended]; before && before.endMs < read.startMs; before = byEnd[++ended]) {
        if (isNewer(before.outcome.version, newest?.outcome.version)) newest = before;
      }
      if (newest === undefined || !isNewer(newest.outcome.version, read.outcome.version)) continue;
      if (!read.outcome.version && mayBeDeleted(newest, history)) continue;
      violations.push({
        promise: 'P3',
        message:
          `${key}: read from ${read.coordinator} at ${read.startMs} gave ${show(read.outcome.version)}, though ` +
          `${newest.coordinator} had answered a ${newest.action.kind} with ${show(newest.outcome.version)} at ${newest.endMs}`,
      });
    }
  }
  return violations;
}

function isNewer(a: Version | undefined, b: Version | undefined): boolean {
  return a !== undefined && (b === undefined || compareVersions(a, b) > 0);
}

function show(version: Version | undefined): string {
  return version ? formatVersion(version) : 'nothing';
}
