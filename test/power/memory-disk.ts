import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './machine.ts';

/** A file system in memory, of its own, that is soon full. */
export class MemoryDisk {
  /** Where it is mounted. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(sizeBytes: number): Promise<MemoryDisk> {
    const folder = await mkdtemp(join(tmpdir(), 'starling-memory-'));
    try {
      await command('mount', '-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder);
    } catch (error) {
      await rmdir(folder);
      throw error;
    }
    return new MemoryDisk(folder);
  }

  /** Nothing may be open or mounted on it any more. */
  async dispose(): Promise<void> {
    await command('umount', this.folder);
    await rmdir(this.folder);
  }
}
