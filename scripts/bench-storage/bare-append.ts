import fs from 'node:fs';
import path from 'node:path';
import { ENTRY_HEADER_BYTES } from '../../src/storage/log/format.ts';
import type { Contender } from './contender.ts';
import { TurnBatch } from './turn-batch.ts';

/** What the disk and Node allow: as many bytes as our log appends for the same puts, and nothing of what a store does beside. */
export const bareAppend: Contender = {
  name: 'bare append',
  choice: 'a Buffer an entry, of the size that our log gives it; one write and one fdatasync a turn',
  async open(folder) {
    const descriptor = fs.openSync(path.join(folder, 'log'), 'a');
    const commit = new TurnBatch<Buffer>((entries) => append(descriptor, entries));
    return {
      put: (key, value) => commit.add(entry(key, value)),
      get: () => undefined,
      close: async () => fs.closeSync(descriptor),
    };
  },
};

function entry(key: string, value: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(ENTRY_HEADER_BYTES + key.length + value.length);
  bytes.write(key, ENTRY_HEADER_BYTES, 'latin1');
  bytes.set(value, ENTRY_HEADER_BYTES + key.length);
  return bytes;
}

/** writev: faster here than one write of what Buffer.concat makes of them. */
function append(descriptor: number, entries: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.writev(descriptor, entries, (failure) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      fs.fdatasync(descriptor, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  });
}
