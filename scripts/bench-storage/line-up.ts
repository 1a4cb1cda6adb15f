import type { Contender } from './contender.ts';

/** Who takes part, by name. Each is loaded where it is measured only: the others' libraries would count as its memory. */
export const LINE_UP = {
  starling: async () => (await import('./starling.ts')).starling,
  lmdb: async () => (await import('./lmdb.ts')).lmdb,
  'classic-level': async () => (await import('./classic-level.ts')).classicLevel,
  rocksdb: async () => (await import('./rocksdb.ts')).rocksdb,
  'classic-level-each': async () => (await import('./classic-level.ts')).classicLevelEach,
  'rocksdb-each': async () => (await import('./rocksdb.ts')).rocksdbEach,
  'bare-append': async () => (await import('./bare-append.ts')).bareAppend,
} satisfies Readonly<Record<string, () => Promise<Contender>>>;

export type ContenderName = keyof typeof LINE_UP;

export const CONTENDER_NAMES = Object.keys(LINE_UP) as readonly ContenderName[];
/** They take part in the puts alone: one writes and forgets, the others differ from a rival in that alone. */
export const FOR_PUTS_ALONE: readonly ContenderName[] = ['bare-append', 'classic-level-each', 'rocksdb-each'];
/** The libraries that ours is compared with. */
export const RIVALS = ['lmdb', 'classic-level', 'rocksdb'] as const satisfies readonly ContenderName[];
