/** Small values share blocks of this size: a block of its own, outside the heap, costs each of them more than the copy. */
const SHARED_BYTES = 16 << 10;
const LARGEST_SHARED_BYTES = 1 << 10;

let shared = new ArrayBuffer(SHARED_BYTES);
let used = 0;

/** The bytes from `start` to `end`, in memory that nobody writes to afterwards. */
export function copyOut(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const length = end - start;
  if (length > LARGEST_SHARED_BYTES) return new Uint8Array(bytes.subarray(start, end));
  if (used + length > SHARED_BYTES) {
    shared = new ArrayBuffer(SHARED_BYTES);
    used = 0;
  }
  const copy = new Uint8Array(shared, used, length);
  copy.set(bytes.subarray(start, end));
  used += length;
  return copy;
}
