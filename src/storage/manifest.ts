import { z } from 'zod';
import type { Disk } from '../base/disk.ts';
import { StarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

/** A state file (state-file.ts); a folder without it is no data directory. */
export const MANIFEST = 'manifest.json';

const STORAGE_ID_BYTES = 16;

const schema = z.object({
  cluster: z.string(),
  clusterId: z.string(),
  storageId: z.string().min(1),
  partitions: z.number().int().positive(),
});

/** Which cluster a data directory belongs to, and which storage it is. */
export type Manifest = z.infer<typeof schema>;

/**
 * Undefined where there is none.
 * @throws StarlingError CORRUPTION where it is damaged; CONFIGURATION where it is of a newer format
 */
export async function readManifest(disk: Disk): Promise<Manifest | undefined> {
  const stored = await readStateFile(disk, MANIFEST);
  return stored === undefined ? undefined : parseManifest(stored, disk.root);
}

/** What the state file says, as a manifest. @throws StarlingError CORRUPTION */
export function parseManifest(stored: unknown, root: string): Manifest {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StarlingError(
    'CORRUPTION',
    `${root}/${MANIFEST} is not what Starling writes: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    { file: MANIFEST, offset: 0 },
  );
}

/** Writes it durably, in the place of the one before. */
export function writeManifest(disk: Disk, manifest: Manifest): Promise<void> {
  return writeStateFile(disk, MANIFEST, manifest);
}

/** Names a storage that is new: 32 hexadecimal digits. */
export function newStorageId(random: Random): string {
  return Array.from(random.bytes(STORAGE_ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
