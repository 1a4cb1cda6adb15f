import type { PutItem } from './store.ts';

/** The items, those without a time to live of their own having the batch's. */
export function withTtl(items: readonly PutItem[], ttlMs: number | undefined): readonly PutItem[] {
  if (ttlMs === undefined) return items;
  return items.map((item) => (item.ttlMs === undefined ? { ...item, ttlMs } : item));
}
