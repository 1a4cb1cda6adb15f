/**
 * Group commit for stores that have none of their own: what is put within one iteration of the event loop is written together,
 * and what comes while that is under way waits for the next.
 */
export class TurnBatch<Entry> {
  readonly #write: (entries: readonly Entry[]) => Promise<void>;
  #collecting: Collecting<Entry> | undefined;
  #isWriting = false;

  constructor(write: (entries: readonly Entry[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when the entry was written. One promise for all of a batch: one each would be a cost that ours doesn't have. */
  add(entry: Entry): Promise<void> {
    if (this.#collecting === undefined) {
      this.#collecting = collecting();
      if (!this.#isWriting) this.#schedule();
    }
    this.#collecting.entries.push(entry);
    return this.#collecting.promise;
  }

  #schedule(): void {
    setImmediate(() => void this.#writeCollected());
  }

  async #writeCollected(): Promise<void> {
    const batch = this.#collecting;
    if (batch === undefined) return;
    this.#collecting = undefined;
    this.#isWriting = true;
    try {
      await this.#write(batch.entries);
      batch.resolve();
    } catch (error) {
      batch.reject(error);
    }
    this.#isWriting = false;
    this.#scheduleRest();
  }

  #scheduleRest(): void {
    if (this.#collecting !== undefined) this.#schedule();
  }
}

interface Collecting<Entry> {
  readonly entries: Entry[];
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function collecting<Entry>(): Collecting<Entry> {
  let resolve: Collecting<Entry>['resolve'] | undefined;
  let reject: Collecting<Entry>['reject'] | undefined;
  const promise = new Promise<void>((whenWritten, whenFailed) => {
    resolve = whenWritten;
    reject = whenFailed;
  });
  return { entries: [], promise, resolve: resolve!, reject: reject! };
}

/** A batch of a library of the level family. */
interface ChainedBatch {
  put(key: string, value: Buffer): unknown;
  write(options: { readonly sync: boolean }): Promise<void>;
}

/** Puts for a store with such batches: one batch, and one sync, a turn. */
export function batchedPuts(begin: () => ChainedBatch): (key: string, value: Buffer) => Promise<void> {
  const commit = new TurnBatch<{ readonly key: string; readonly value: Buffer }>((entries) => {
    const batch = begin();
    for (const { key, value } of entries) batch.put(key, value);
    return batch.write({ sync: true });
  });
  return (key, value) => commit.add({ key, value });
}
