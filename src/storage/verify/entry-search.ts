import { LIMITS } from '../../base/limits.ts';
import { HEAD_BYTES, blockOf, readHead } from '../log/format.ts';
import type { Segment } from '../log/segment.ts';

/**
 * The offset of the first valid entry at or behind `from`; undefined where there is none up to the end. Any byte may be the
 * first of one: an entry's checksum depends on its offset, so nothing else passes for one.
 */
export async function findEntry(
  segment: Segment,
  from: number,
  onRead: (bytes: number) => void,
): Promise<number | undefined> {
  const windowBytes = LIMITS.scanWindowBytes;
  for (let start = from; start < segment.durableBytes; start += windowBytes) {
    const target = new Uint8Array(Math.min(windowBytes + HEAD_BYTES, segment.durableBytes - start));
    const got = await segment.read(target, start);
    const block = blockOf(target.subarray(0, got));
    const end = Math.min(got, windowBytes);
    for (let at = 0; at < end; at++) {
      if (readHead(block, at, got - at, segment.seed(start + at)) === undefined) continue;
      onRead(at);
      return start + at;
    }
    onRead(end);
  }
  return undefined;
}
