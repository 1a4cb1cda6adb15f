import { RocksLevel } from '@nxtedition/rocksdb';
import type { Contender } from './contender.ts';
import { batchedPuts } from './turn-batch.ts';

const CACHE_BYTES = 256 << 20;

/** Its puts as its own interface has them. */
export const rocksdbEach: Contender = {
  name: 'rocksdb-each',
  choice: 'a sync put for each record',
  async open(folder) {
    const store = await opened(folder);
    return {
      put: (key, value) => store.put(key, value, { sync: true }),
      get: (key) => store._getManySync([Buffer.from(key)], {})[0],
      close: () => store.close(),
    };
  },
};

/** With a group commit around it that a program would have to write itself. */
export const rocksdb: Contender = {
  name: 'rocksdb',
  choice:
    '@nxtedition/rocksdb (RocksDB 9.7; @harperfast/rocksdb-js needs Node 22, rocksdb-native cannot sync its WAL, rocksdb stopped in 2021): ' +
    'WAL with sync, one batch a turn; _getManySync, its one synchronous get and five times as fast as get; no compression; 256 MiB of ' +
    'cache; its other compaction styles and lookup options made no difference',
  async open(folder) {
    const store = await opened(folder);
    return {
      put: batchedPuts(() => store.batch()),
      get: (key) => store._getManySync([Buffer.from(key)], {})[0],
      close: () => store.close(),
    };
  },
};

async function opened(folder: string): Promise<RocksLevel> {
  const store = new RocksLevel(folder, {
    createIfMissing: true,
    keyEncoding: 'utf8',
    valueEncoding: 'buffer',
    compression: false,
    walCompression: false,
    cacheSize: CACHE_BYTES,
    parallelism: 2,
  });
  await store.open();
  return store;
}
