import { z } from 'zod';
import type { CustodyMember } from '../ring/custody-view.ts';

/** A member as far as custody depends on it, with the counter of the intent that said so. */
export interface KnownMember extends CustodyMember {
  readonly counter: number;
}

/** What a node must not forget of who owns what. */
export interface CustodyState {
  /** Partitions that it holds completely, one bit each; empty: none. */
  readonly complete: Uint8Array;
  /** The members from which the view was derived that it last acted by. */
  readonly members: readonly KnownMember[];
}

/** A small file that is replaced atomically (`DataDirectory`). */
export interface StateFiles {
  readState(name: string): Promise<unknown>;
  writeState(name: string, value: unknown): Promise<void>;
}

const FILE = 'custody';

const schema = z.object({
  complete: z.base64(),
  members: z.array(
    z.object({
      peer: z.string(),
      status: z.enum(['joining', 'active', 'leaving', 'left', 'removed']),
      zone: z.string(),
      weight: z.number(),
      counter: z.number(),
    }),
  ),
});

/**
 * What was saved; nothing of it where nothing was.
 * @throws ZodError where the file's content, though its checksum fits, is of another form
 */
export async function loadCustodyState(files: StateFiles): Promise<CustodyState> {
  const stored = await files.readState(FILE);
  if (stored === undefined) return { complete: new Uint8Array(), members: [] };
  const { complete, members } = schema.parse(stored);
  return { complete: new Uint8Array(Buffer.from(complete, 'base64')), members };
}

export function saveCustodyState(files: StateFiles, { complete, members }: CustodyState): Promise<void> {
  return files.writeState(FILE, { complete: Buffer.from(complete).toString('base64'), members });
}
