import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StarlingError } from '../../base/errors.ts';
import { type Place, START } from './record-splitter.ts';

/** How far an import has come. */
export interface ImportProgress {
  /** Everything before it is stored, or was refused. */
  readonly place: Place;
  readonly stored: number;
  readonly refused: number;
}

export const NO_PROGRESS: ImportProgress = { place: START, stored: 0, refused: 0 };

const count = z.int().nonnegative();
const schema = z.strictObject({
  /** What was imported into what: progress of another import is none of this one. */
  job: z.string(),
  place: z.strictObject({ offset: count, line: count, crc: count }),
  stored: count,
  refused: count,
});

/**
 * The file beside an import that says how far it has come, so that it can go on where it was ended. It may lag behind
 * and never runs ahead; what is imported twice is the same afterwards. A finished import removes it.
 */
export class ImportProgressFile {
  readonly path: string;
  readonly #job: string;

  /** @param job names the cluster and the way the file is read; one that has changed can't be gone on with */
  constructor(path: string, job: string) {
    this.path = path;
    this.#job = job;
  }

  /** @throws StarlingError INVALID_ARGUMENT where it belongs to another import, or can't be read */
  load(): ImportProgress {
    if (!existsSync(this.path)) return NO_PROGRESS;
    const { job, ...progress } = this.#parse();
    if (job === this.#job) return progress;
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `${this.path} is the progress of another import (${job}), this is ${this.#job}; --restart forgets it`,
      { path: this.path },
    );
  }

  save(progress: ImportProgress): void {
    const temporary = `${this.path}.new`;
    writeFileSync(temporary, `${JSON.stringify({ job: this.#job, ...progress })}\n`);
    renameSync(temporary, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  #parse(): z.infer<typeof schema> {
    try {
      return schema.parse(JSON.parse(readFileSync(this.path, 'utf8')));
    } catch (error) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `${this.path} should say how far an earlier import came, and can't be read; --restart imports everything from the start`,
        { path: this.path },
        error,
      );
    }
  }
}
