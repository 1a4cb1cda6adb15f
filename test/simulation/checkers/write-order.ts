import { compareVersions, formatVersion } from '../../../src/version/version.ts';
import { type Operation, type Violation, type Written, byKey, isWritten } from '../history.ts';

/** P2: a write that starts after another was acknowledged gets a later version. */
export function checkWriteOrder(operations: readonly Operation[]): Violation[] {
  const violations: Violation[] = [];
  for (const [key, history] of byKey(operations)) {
    const byStart = history.filter(isWritten).sort((a, b) => a.startMs - b.startMs);
    const byEnd = [...byStart].sort((a, b) => a.endMs - b.endMs);
    let newest: Written | undefined;
    let ended = 0;
    for (const write of byStart) {
      for (let before = byEnd[ended]; before && before.endMs < write.startMs; before = byEnd[++ended]) {
        if (!newest || compareVersions(before.outcome.version, newest.outcome.version) > 0) newest = before;
      }
      if (newest && compareVersions(write.outcome.version, newest.outcome.version) <= 0) {
        violations.push({
          promise: 'P2',
          message:
            `${key}: written by ${write.coordinator} at ${write.startMs} as ${formatVersion(write.outcome.version)}, though ` +
            `${newest.coordinator} had acknowledged ${formatVersion(newest.outcome.version)} at ${newest.endMs}`,
        });
      }
    }
  }
  return violations;
}
