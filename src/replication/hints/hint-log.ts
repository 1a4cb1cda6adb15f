import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { StorageEngine } from '../../storage/engine.ts';
import type { Key } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { type Version, compareVersions } from '../../version/version.ts';
import type { HintDropReason } from './hint-events.ts';
import type { HintLogName } from './hint-folders.ts';
import { SealedHints } from './sealed-hints.ts';

/** What an entry of the log has beside key and value, about. */
const ENTRY_OVERHEAD_BYTES = 44;

export interface HintLogOptions extends HintLogName {
  readonly partitions: number;
  readonly openEngine: () => Promise<StorageEngine>;
  /** These hints, of each partition so many, turned out not to be kept. */
  readonly onLost: (hintsByPartition: ReadonlyMap<number, number>) => void;
  readonly onOpenFailed: (error: StarlingError) => void;
}

type State =
  | { readonly kind: 'opening'; readonly waiting: Waiting[]; waitingBytes: number }
  | { readonly kind: 'open'; readonly engine: StorageEngine }
  | { readonly kind: 'failed' }
  | { readonly kind: 'closed' };

interface Waiting {
  readonly record: Record;
  readonly partition: number;
}

/** Hints that one flush is to make durable. */
interface Flush {
  readonly done: Promise<void>;
  readonly hintsByPartition: Map<number, number>;
}

/**
 * Hints for one peer, in a storage engine of their own: the newest of each key stays, by the engine's last-writer-wins.
 * Once it is sealed it takes no more, so that what was handed over is never what came meanwhile.
 */
export class HintLog implements HintLogName {
  readonly peer: string;
  readonly begunMs: number;
  readonly #options: HintLogOptions;
  #state: State = { kind: 'closed' };
  #opening: Promise<void>;
  #flush: Flush | undefined;
  #sealed = false;
  #sealedHints: SealedHints | undefined;
  /** On disk when it was last asked for, and added since. */
  #measuredBytes = 0;
  #addedBytes = 0;

  constructor(options: HintLogOptions) {
    this.#options = options;
    this.peer = options.peer;
    this.begunMs = options.begunMs;
    this.#opening = this.#open();
  }

  get isSealed(): boolean {
    return this.#sealed;
  }

  /** What `seal` gave; undefined before. */
  get sealedHints(): SealedHints | undefined {
    return this.#sealedHints;
  }

  get sizeBytes(): number {
    const waitingBytes = this.#state.kind === 'opening' ? this.#state.waitingBytes : 0;
    return this.#measuredBytes + this.#addedBytes + waitingBytes;
  }

  /** Newest of a key each, without those of partitions that were handed over; 0 while the log isn't open. */
  get records(): number {
    if (this.#sealedHints !== undefined) return this.#sealedHints.records;
    return this.#state.kind === 'open' ? this.#state.engine.stats().records : 0;
  }

  /** Asks the engine for the size: compaction makes room. */
  measure(): void {
    if (this.#state.kind !== 'open') return;
    const { diskBytes, pendingBytes } = this.#state.engine.stats();
    this.#measuredBytes = diskBytes + pendingBytes;
    this.#addedBytes = 0;
  }

  /** Keeps a hint. Durable a little later: where that fails, `onLost` is told. Gives why, where it can't be kept. */
  add(record: Record, partition: number): HintDropReason | undefined {
    const state = this.#state;
    switch (state.kind) {
      case 'opening': {
        const sizeBytes = hintBytes(record);
        if (state.waitingBytes + sizeBytes > LIMITS.hintQueueBytes) return 'queue';
        state.waiting.push({ record, partition });
        state.waitingBytes += sizeBytes;
        return undefined;
      }
      case 'open':
        return this.#write(state.engine, record, partition);
      case 'failed':
      case 'closed':
        return 'disk';
    }
  }

  /** Keeps a hint, and gives whether it is on disk. Never rejects. */
  async addDurably(record: Record): Promise<boolean> {
    await this.#opening;
    if (this.#state.kind !== 'open' || this.#sealed) return false;
    const { engine } = this.#state;
    try {
      if (engine.write(record).kind === 'applied') this.#addedBytes += hintBytes(record);
      await engine.durable();
      return true;
    } catch {
      // Whether it is on disk nobody knows: it may be handed over one day, which does no harm.
      return false;
    }
  }

  /**
   * The version of the key's hint that has yet to be handed over; undefined: there is none.
   * @throws StarlingError UNAVAILABLE where the log can't be read; CORRUPTION
   */
  versionOf(key: Key, partition: number): Version | undefined {
    const state = this.#state;
    switch (state.kind) {
      case 'opening': {
        // What was in it before can't be read yet.
        const waiting = state.waiting.filter(({ record }) => record.key.text === key.text);
        if (waiting.length === 0) throw this.#unreadable('is being opened');
        return waiting
          .map(({ record }) => record.version)
          .reduce((a, b) => (compareVersions(a, b) > 0 ? a : b));
      }
      case 'open': {
        const token = { high: key.tokenHigh, low: key.tokenLow };
        if (this.#sealedHints?.isLeft(partition, token) === false) return undefined;
        return state.engine.readVersion(key)?.version;
      }
      case 'failed':
      case 'closed':
        throw this.#unreadable(`is ${state.kind}`);
    }
  }

  /** Takes no more from now on. Gives what is in it, the same each time; undefined where it can't be opened. */
  async seal(): Promise<SealedHints | undefined> {
    this.#sealed = true;
    await this.#opening;
    if (this.#state.kind !== 'open') return undefined;
    return (this.#sealedHints ??= new SealedHints(this.#state.engine, this.#options.partitions));
  }

  /** Opens it anew, where that failed or the engine takes no more writes since a flush did. Resolves when that is done. */
  reopen(): Promise<void> {
    this.#opening = this.#opening.then(() => this.#openAnew());
    return this.#opening;
  }

  /** Never rejects: what couldn't be flushed, `onLost` was told of. */
  async close(): Promise<void> {
    this.#sealed = true;
    await this.#opening;
    await this.#shut('closed');
  }

  #unreadable(why: string): StarlingError {
    return new StarlingError('UNAVAILABLE', `the log of hints for ${this.peer} ${why}`, { peer: this.peer });
  }

  async #shut(kind: 'failed' | 'closed'): Promise<void> {
    const state = this.#state;
    this.#state = { kind };
    if (state.kind === 'open') await state.engine.close().catch(() => undefined);
  }

  async #openAnew(): Promise<void> {
    const isPoisoned = this.#state.kind === 'open' && this.#state.engine.stats().poisoned;
    if (isPoisoned && !this.#sealed) await this.#shut('failed');
    if (this.#state.kind === 'failed') await this.#open();
  }

  async #open(): Promise<void> {
    const waiting: Waiting[] = [];
    this.#state = { kind: 'opening', waiting, waitingBytes: 0 };
    try {
      const engine = await this.#options.openEngine();
      this.#state = { kind: 'open', engine };
      for (const { record, partition } of waiting) {
        if (this.#write(engine, record, partition) !== undefined)
          this.#options.onLost(new Map([[partition, 1]]));
      }
      this.measure();
    } catch (error) {
      this.#state = { kind: 'failed' };
      const lost = new Map<number, number>();
      for (const { partition } of waiting) count(lost, partition);
      if (lost.size > 0) this.#options.onLost(lost);
      this.#options.onOpenFailed(toStarlingError(error));
    }
  }

  #write(engine: StorageEngine, record: Record, partition: number): HintDropReason | undefined {
    try {
      if (engine.write(record).kind !== 'applied') return undefined;
      this.#addedBytes += hintBytes(record);
      this.#cover(engine.durable(), partition);
      return undefined;
    } catch {
      return 'disk';
    }
  }

  /** Writes of one batch share a promise, mostly: one reaction serves them all. */
  #cover(done: Promise<void>, partition: number): void {
    if (this.#flush?.done !== done) {
      const flush: Flush = { done, hintsByPartition: new Map() };
      this.#flush = flush;
      done.catch(() => this.#options.onLost(flush.hintsByPartition));
    }
    count(this.#flush.hintsByPartition, partition);
  }
}

/** Bytes that a hint takes in the log, about. */
export function hintBytes({ key, value }: Record): number {
  return ENTRY_OVERHEAD_BYTES + key.bytes.length + (value?.length ?? 0);
}

function count(counts: Map<number, number>, partition: number): void {
  counts.set(partition, (counts.get(partition) ?? 0) + 1);
}
