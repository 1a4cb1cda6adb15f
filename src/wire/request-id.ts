/** Field 1, a varint of 32 bits. */
const ID_TAG = 1 << 3;
const LONGEST_ID_BYTES = 5;

/**
 * The id of a request, where that comes first, as encoders have it; undefined where it doesn't. To refuse what there is no time to read.
 */
export function requestIdOf(frame: Uint8Array): number | undefined {
  if (frame[0] !== ID_TAG) return undefined;
  let id = 0;
  for (let byte = 1; byte <= LONGEST_ID_BYTES; byte++) {
    const bits = frame[byte];
    if (bits === undefined) return undefined;
    id += (bits & 0x7f) * 2 ** (7 * (byte - 1));
    if (bits < 0x80) return id <= 0xffff_ffff ? id : undefined;
  }
  return undefined;
}
