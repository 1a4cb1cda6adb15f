/** Sets of partitions as bitmaps: one bit a partition, least significant first. */

export function hasPartition(bits: Uint8Array | undefined, partition: number): boolean {
  return ((bits?.[partition >>> 3] ?? 0) & (1 << (partition & 7))) !== 0;
}

export function countPartitions(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}
