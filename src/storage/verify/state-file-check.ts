import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { encodeStateFile, readStateFile } from '../state-file.ts';
import type { Findings } from './findings.ts';

export type CheckedState =
  | { readonly kind: 'missing' }
  /** What is wrong with it has been reported, and it can't be used. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'read'; readonly state: unknown };

/**
 * Checks one state file: its checksum, and that it is byte for byte as Starling writes it, for its checksum covers what it says
 * but not how.
 */
export async function checkStateFile(disk: Disk, path: string, findings: Findings): Promise<CheckedState> {
  try {
    const state = await readStateFile(disk, path);
    const bytes = await disk.readFile(path);
    if (state === undefined || bytes === undefined) return { kind: 'missing' };
    const offset = firstDifference(bytes, encodeStateFile(state));
    if (offset !== undefined) findings.problems.add(path, offset, OTHER_BYTES);
    return { kind: 'read', state };
  } catch (error) {
    findings.problems.add(path, 0, toStarlingError(error).message);
    return { kind: 'damaged' };
  }
}

const OTHER_BYTES =
  'it says what Starling wrote, but not in the same bytes: it was edited, or is damaged where nobody reads it';

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at;
  return a.length === b.length ? undefined : length;
}
