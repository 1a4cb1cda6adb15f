import { isUtf8 } from 'node:buffer';
import { type Key, keyOf } from '../../version/key.ts';
import { type Block, ENTRY_HEADER_BYTES, type EntryHead, keyBytesAt } from '../log/format.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * What is wrong with an entry whose checksums are right, so that it is not damaged but was written wrongly; undefined:
 * nothing.
 */
export function mistakeIn(block: Block, at: number, head: EntryHead): string | undefined {
  const bytes = keyBytesAt(block, at, head);
  if (!isUtf8(bytes)) return 'its key is no well-formed UTF-8';
  const { text, tokenHigh, tokenLow }: Key = keyOf(decoder.decode(bytes));
  if (tokenHigh !== head.tokenHigh || tokenLow !== head.tokenLow) {
    return `its token is not that of its key ${JSON.stringify(text)}`;
  }
  if (head.tombstone && head.valueBytes > 0) return 'it is a tombstone and has a value';
  const valueAt = at + ENTRY_HEADER_BYTES + head.keyBytes;
  const value = block.bytes.subarray(valueAt, valueAt + head.valueBytes);
  if (!isUtf8(value)) return `the value of ${JSON.stringify(text)} is no well-formed UTF-8`;
  return undefined;
}

/** The key of an entry as text for people. */
export function keyText(bytes: Uint8Array): string {
  return JSON.stringify(decoder.decode(bytes));
}
