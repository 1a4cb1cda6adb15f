import { ClassicLevel } from 'classic-level';
import type { Contender } from './contender.ts';
import { batchedPuts } from './turn-batch.ts';

/** Holds a store of a million keys whole, like the page cache that the others read from. */
const CACHE_BYTES = 256 << 20;

/** Its puts as its own interface has them. */
export const classicLevelEach: Contender = {
  name: 'classic-level-each',
  choice: 'a sync put for each record',
  async open(folder) {
    const store = await opened(folder);
    return {
      put: (key, value) => store.put(key, value, { sync: true }),
      get: (key) => store.getSync(key),
      close: () => store.close(),
    };
  },
};

/** With a group commit around it that a program would have to write itself. */
export const classicLevel: Contender = {
  name: 'classic-level',
  choice:
    'sync writes, one chained batch a turn: about twice as fast as batch(array), and ten times as a put each; getSync; no compression, as ' +
    'nobody else compresses; 256 MiB of cache; the write buffer at its 4 MiB: 16 and 64 were no faster',
  async open(folder) {
    const store = await opened(folder);
    return {
      put: batchedPuts(() => store.batch()),
      get: (key) => store.getSync(key),
      close: () => store.close(),
    };
  },
};

async function opened(folder: string): Promise<ClassicLevel<string, Buffer>> {
  const store = new ClassicLevel<string, Buffer>(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'buffer',
    compression: false,
    cacheSize: CACHE_BYTES,
  });
  await store.open();
  return store;
}
