/**
 * The small files that a node keeps beside its log. Each is replaced atomically, and none is needed for what was
 * acknowledged: losing one costs a copy from the other peers or a new introduction, never data.
 */
export interface StateFiles {
  readState(name: string): Promise<unknown>;
  writeState(name: string, value: unknown): Promise<void>;
}

const CUSTODY = 'custody';

/** Which partitions were held completely; undefined where nothing (readable) was saved: then none was. */
export async function loadComplete(files: StateFiles): Promise<Uint8Array | undefined> {
  const state = await files.readState(CUSTODY);
  if (typeof state !== 'object' || state === null || !('complete' in state)) return undefined;
  return typeof state.complete === 'string' ? new Uint8Array(Buffer.from(state.complete, 'base64')) : undefined;
}

export function saveComplete(files: StateFiles, complete: Uint8Array): Promise<void> {
  return files.writeState(CUSTODY, { complete: Buffer.from(complete).toString('base64') });
}
