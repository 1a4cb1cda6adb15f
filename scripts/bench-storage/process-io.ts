import { readFileSync } from 'node:fs';

export interface ProcessIo {
  /**
   * Bytes that its calls of write, pwrite and the like handed over. Not the kernel's `write_bytes`, which counts all of a large folio
   * of the page cache for each page in it that is written: up to seventeen times too much for lmdb on Linux 6.18.
   */
  readonly writtenBytes: number;
  /** Calls of read and pread, this look included. */
  readonly readCalls: number;
}

/** What the kernel has counted for this process. */
export function processIo(): ProcessIo {
  const text = readFileSync('/proc/self/io', 'latin1');
  return { writtenBytes: field(text, 'wchar'), readCalls: field(text, 'syscr') };
}

/** `read_calls: 12` */
function field(text: string, name: string): number {
  const found = new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1];
  if (found === undefined) throw new Error(`the kernel says nothing of ${name}`);
  return Number(found);
}
