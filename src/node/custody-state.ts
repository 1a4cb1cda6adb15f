import { z } from 'zod';
import { StarlingError } from '../base/errors.ts';
import type { CustodyMember } from '../ring/custody-view.ts';
import { stateOfForm } from './state-form.ts';

/** A member as far as custody depends on it, with the counter of the intent that said so. */
export interface KnownMember extends CustodyMember {
  readonly counter: number;
}

/** What a node must not forget of who owns what. */
export interface CustodyState {
  /** Partitions that it holds completely, one bit each; empty: none. */
  readonly complete: Uint8Array;
  /** Partitions of which nothing is left from before it owned them. */
  readonly cleared: Uint8Array;
  /** The members from which the view was derived that it last acted by. */
  readonly members: readonly KnownMember[];
}

/** A small file that is replaced atomically (`DataDirectory`). */
export interface StateFiles {
  readState(name: string): Promise<unknown>;
  writeState(name: string, value: unknown): Promise<void>;
}

/** Name of the state. */
export const CUSTODY_STATE = 'custody';

const schema = z.object({
  complete: z.base64(),
  // Written since 2026-11-26; what is complete is cleared.
  cleared: z.base64().optional(),
  members: z.array(
    z.object({
      peer: z.string(),
      status: z.enum(['joining', 'active', 'leaving', 'left', 'removing', 'removed']),
      zone: z.string(),
      weight: z.number(),
      seat: z.string().optional(),
      next: z.object({ zone: z.string(), weight: z.number() }).optional(),
      counter: z.number(),
      sinceCounter: z.number().optional(),
    }),
  ),
});

/**
 * What was saved; nothing of it where nothing was.
 * @throws StarlingError CORRUPTION where the file's content, though its checksum fits, is of another form
 */
export async function loadCustodyState(files: StateFiles): Promise<CustodyState> {
  const stored = await files.readState(CUSTODY_STATE);
  if (stored === undefined) return { complete: new Uint8Array(), cleared: new Uint8Array(), members: [] };
  const { complete, cleared = complete, members } = stateOfForm(schema, stored, CUSTODY_STATE);
  return { complete: bytesOf(complete), cleared: bytesOf(cleared), members };
}

export function saveCustodyState(
  files: StateFiles,
  { complete, cleared, members }: CustodyState,
): Promise<void> {
  return files.writeState(CUSTODY_STATE, {
    complete: base64Of(complete),
    cleared: base64Of(cleared),
    members,
  });
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/**
 * A saved state as that of a peer which no longer has all that it had, because it was restored from a snapshot: it is complete in
 * nothing, so that it copies what it owns from the other owners before it answers for any of it.
 *
 * @param stored what was saved
 * @throws StarlingError CORRUPTION where it is of another form; CONFIGURATION where it knows no other member: there is nobody to copy
 *   from, and a peer that took itself for the only owner would acknowledge writes of which others, if there are any by now, never hear
 */
export function forgetCompleteness(stored: unknown): unknown {
  const state = stateOfForm(schema, stored, CUSTODY_STATE);
  const members = state.members.filter(({ status }) => status !== 'left' && status !== 'removed');
  if (members.length > 1) return { ...state, complete: '', cleared: '' };
  throw new StarlingError(
    'CONFIGURATION',
    'when this snapshot was taken its peer was the only member of the cluster, so that it knows nobody who could have what was ' +
      'written since. If it is still the only one, restore it with --as-is; if not, start a peer with an empty data directory, ' +
      'which copies everything',
  );
}
