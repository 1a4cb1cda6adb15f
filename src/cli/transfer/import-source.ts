import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { StarlingError } from '../../base/errors.ts';

/** Where records come from. */
export interface ImportSource {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Undefined where nobody knows: standard input. */
  readonly totalBytes: number | undefined;
  /** Ends the bytes at once, and whoever waits for them. Idempotent. */
  destroy(): void;
}

const CHUNK_BYTES = 256 << 10;

/** @throws StarlingError INVALID_ARGUMENT where there is no such file, or it can't be read */
export async function fileSource(path: string): Promise<ImportSource> {
  try {
    const handle = await open(path, 'r');
    const stats = await handle.stat();
    const bytes = handle.createReadStream({ highWaterMark: CHUNK_BYTES });
    return {
      bytes,
      totalBytes: stats.isFile() ? stats.size : undefined,
      destroy: () => void bytes.destroy(),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StarlingError('INVALID_ARGUMENT', `can't read ${path}: ${reason}`, { path }, error);
  }
}

export function inputSource(input: AsyncIterable<Uint8Array>): ImportSource {
  return {
    bytes: input,
    totalBytes: undefined,
    destroy: () => {
      if (input instanceof Readable) input.destroy();
    },
  };
}
