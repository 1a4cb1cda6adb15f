import { compareVersions, formatVersion, type Version } from '../../../src/version/version.ts';
import {
  type FinalRead,
  type Operation,
  type Violation,
  byKey,
  isWritten,
} from '../../simulation/history.ts';

interface Seen {
  readonly startMs: number;
  readonly value: string | undefined;
  readonly version: Version | undefined;
}

/** P5: a key that was deleted is never read again with a value that is older than the deletion. */
export function checkResurrection(
  operations: readonly Operation[],
  finalReads: readonly FinalRead[],
): Violation[] {
  const inTheEnd = new Map(finalReads.map((read) => [read.key, { ...read, startMs: Infinity }]));
  return [...byKey(operations)].flatMap(([key, history]) => {
    const deletions = history.filter(isWritten).filter(({ action }) => action.kind === 'delete');
    const last = inTheEnd.get(key);
    const seen = [...history.flatMap(readOf), ...(last === undefined ? [] : [last])];
    return seen.flatMap(({ startMs, value, version }): Violation[] => {
      if (value === undefined || version === undefined) return [];
      const deletion = deletions.find(
        ({ endMs, outcome }) => endMs < startMs && compareVersions(outcome.version, version) > 0,
      );
      if (deletion === undefined) return [];
      const message =
        `${key}: deleted as ${formatVersion(deletion.outcome.version)} at ${deletion.endMs}, and at ${startMs} ` +
        `there was ${value} of ${formatVersion(version)}`;
      return [{ promise: 'P5', message }];
    });
  });
}

function readOf({ startMs, outcome }: Operation): Seen[] {
  return outcome.kind === 'read' ? [{ startMs, value: outcome.value, version: outcome.version }] : [];
}
