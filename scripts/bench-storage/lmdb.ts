import { open } from 'lmdb';
import type { Contender } from './contender.ts';

export const lmdb: Contender = {
  name: 'lmdb',
  choice:
    'overlappingSync with separateFlushed: `flushed` of a put resolves when its fdatasync is done, and it batches by turn itself; ' +
    'getBinary, since what getBinaryFast gives is gone with the next get',
  async open(folder) {
    const store = open<Buffer, string>({
      path: folder,
      encoding: 'binary',
      overlappingSync: true,
      separateFlushed: true,
    });
    return {
      put: (key, value) => flushed(store.put(key, value)),
      get: (key) => store.getBinary(key),
      close: () => store.close(),
    };
  },
};

/** Its types don't know of the promise that `separateFlushed` adds. */
function flushed(put: Promise<boolean> & { flushed?: Promise<unknown> }): Promise<unknown> {
  if (put.flushed === undefined) throw new Error('lmdb gave no promise of a flush');
  return put.flushed;
}
