import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { StorageEngine } from '../../storage/engine.ts';
import { type Key, partitionOfToken } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { type Version, compareVersions } from '../../version/version.ts';
import type { HintDropReason, HintEvents } from './hint-events.ts';
import { HintFolders, type HintLogName, isPeerName } from './hint-folders.ts';
import { HintLog, hintBytes } from './hint-log.ts';
import type { SealedHints } from './sealed-hints.ts';

/** Between two looks at the disk whether compaction has made room, while the bound is reached. */
const MEASURE_INTERVAL_MS = 250;

export interface HintBounds {
  /**
   * Most bytes that the logs of all hints take on disk; 256 MiB by default. A little room a log comes on top (log/reserve.ts).
   * Lower leaves more to anti-entropy after a short absence, which costs more than hints; higher takes disk.
   */
  readonly bytes: number;
  /** How long hints are kept after the first of their log, in ms; 3 h by default. After that anti-entropy is the cheaper one. */
  readonly ageMs: number;
  /** Peers with hints at once; 64 by default. Each takes an engine: some memory, and a few open files. */
  readonly peers: number;
}

export const DEFAULT_HINT_BOUNDS: HintBounds = {
  bytes: LIMITS.hintBytes,
  ageMs: LIMITS.hintAgeMs,
  peers: LIMITS.hintedPeers,
};

export interface HintStoreOptions {
  /** The data directory. */
  readonly disk: Disk;
  readonly clock: Clock;
  /** Q, a power of two. */
  readonly partitions: number;
  /** Opens the engine of one log in this folder, with as many partitions; small segments suit it. */
  readonly openEngine: (disk: Disk) => Promise<StorageEngine>;
  /** The peer may lack something of this partition that is kept nowhere as a hint; may be told again and again. */
  readonly onDirty: (peer: string, partition: number) => void;
  readonly events: HintEvents;
  readonly bounds?: Partial<HintBounds>;
}

export interface HintStats {
  readonly peers: number;
  readonly bytes: number;
  /** Newest of a key each; of a key that was hinted again during a handoff, two. */
  readonly records: number;
  /** Age of the oldest log; 0: there is none. */
  readonly oldestMs: number;
}

/** What is kept of one key for others. */
export interface HintsOfKey {
  /** The newest for each peer that there is one for. */
  readonly kept: readonly { readonly peer: string; readonly version: Version }[];
  /** Peers whose hints can't be read just now. */
  readonly unread: readonly string[];
}

/**
 * Hinted handoff, the keeping (Dynamo 4.6): writes that were acknowledged and that some custodian missed, kept durably by their
 * coordinator until that peer is back. An optimisation of anti-entropy and never a promise: what can't be kept marks
 * the partition dirty for the peer, and neither fails nor delays the client's write.
 *
 *     add --> | log, taking hints |                    of each absent peer
 *                  | the peer is back: seal
 *                  v
 *             | log, sealed | --> handoff --> removed as a whole;   hints that come meanwhile go into a new log
 *
 * So no hint can be lost between being handed over and being forgotten, and a log's age is that of its first hint.
 * Differs from Dynamo: the coordinator keeps the hint, not the next peer of the ring, and it doesn't count towards W; but for a write that asked for
 * a sloppy quorum (`addDurably`).
 */
export class HintStore {
  readonly #options: HintStoreOptions;
  readonly #bounds: HintBounds;
  readonly #folders: HintFolders;
  /** Of each peer the logs, the oldest first. All but the last are sealed. */
  readonly #logs = new Map<string, HintLog[]>();
  readonly #removals = new Set<Promise<void>>();
  #lastBegunMs = 0;
  #measuredAtMs = -Infinity;
  #stopped = false;

  private constructor(options: HintStoreOptions) {
    this.#options = options;
    this.#bounds = { ...DEFAULT_HINT_BOUNDS, ...options.bounds };
    this.#folders = new HintFolders(options.disk);
  }

  /** Knows the hints of an earlier life at once; their logs are opened in the background. */
  static async open(options: HintStoreOptions): Promise<HintStore> {
    const store = new HintStore(options);
    for (const found of await store.#folders.list()) {
      // One that took hints goes on taking them.
      void store.#logs.get(found.peer)?.at(-1)?.seal();
      store.#lastBegunMs = Math.max(store.#lastBegunMs, found.begunMs);
      store.#openLog(found);
    }
    return store;
  }

  /** Those that hints are kept for. */
  get peers(): readonly string[] {
    return [...this.#logs.keys()];
  }

  /** Keeps a record that the peer missed, if that can be. Cheap, and never throws. */
  add(peer: string, record: Record): void {
    const partition = partitionOfToken(record.key.tokenHigh, Math.log2(this.#options.partitions));
    const refusal = this.#refusal(peer, record) ?? this.#logFor(peer).add(record, partition);
    if (refusal === undefined) this.#options.events.hintKept(peer);
    else this.lose(peer, new Map([[partition, 1]]), refusal);
  }

  /** As `add`, for a write that counts on it: whether the record is kept, on disk. Never rejects. */
  async addDurably(peer: string, record: Record): Promise<boolean> {
    if (this.#refusal(peer, record) !== undefined) return false;
    const isKept = await this.#logFor(peer).addDurably(record);
    if (isKept) this.#options.events.hintKept(peer);
    return isKept;
  }

  /** Whether so many bytes more are within the bound. */
  hasRoomFor(bytes: number): boolean {
    const logs = [...this.#logs.values()].flat();
    if (sizeOf(logs) + bytes <= this.#bounds.bytes) return true;
    const nowMs = this.#options.clock.monotonicMs();
    if (nowMs - this.#measuredAtMs < MEASURE_INTERVAL_MS) return false;
    this.#measuredAtMs = nowMs;
    for (const log of logs) log.measure();
    return sizeOf(logs) + bytes <= this.#bounds.bytes;
  }

  /** The oldest hints of a peer, which take no more from now on; undefined where it has none that can be read. */
  async oldest(peer: string): Promise<SealedHints | undefined> {
    return this.#logs.get(peer)?.[0]?.seal();
  }

  /** Forgets what `oldest` gave: it was handed over. That log and no other, even if it was given up meanwhile. */
  async forget(peer: string, hints: SealedHints): Promise<void> {
    const log = this.#logs.get(peer)?.find(({ sealedHints }) => sealedHints === hints);
    if (log !== undefined && this.#takeOut(log)) await this.#track(this.#removeFiles(log));
  }

  /** These hints, of each partition so many, are kept no longer, or never were. */
  lose(peer: string, hintsByPartition: ReadonlyMap<number, number>, reason: HintDropReason): void {
    let hints = 0;
    for (const [partition, count] of hintsByPartition) {
      // Those who own it now have what it would have had.
      if (reason !== 'gone') this.#options.onDirty(peer, partition);
      hints += count;
    }
    this.#options.events.hintsDropped(peer, hints, reason);
  }

  /** Gives up all hints for a peer. */
  async drop(peer: string, reason: HintDropReason): Promise<void> {
    await Promise.all([...(this.#logs.get(peer) ?? [])].map((log) => this.#giveUp(log, reason)));
  }

  /** Gives up what is too old, and tries again to open what couldn't be. To be called now and then. */
  async tend(): Promise<void> {
    const nowMs = this.#options.clock.wallMs();
    for (const log of [...this.#logs.values()].flat()) {
      // Either way: the clock may have been wrong when it was begun.
      if (Math.abs(nowMs - log.begunMs) >= this.#bounds.ageMs) await this.#giveUp(log, 'age');
      else await log.reopen();
    }
  }

  /** The hints for this key that have yet to be handed over; costs a look into each log. */
  hintsOf(key: Key): HintsOfKey {
    const partition = partitionOfToken(key.tokenHigh, Math.log2(this.#options.partitions));
    const kept: { peer: string; version: Version }[] = [];
    const unread: string[] = [];
    for (const [peer, logs] of this.#logs) {
      try {
        const versions = logs.flatMap((log) => log.versionOf(key, partition) ?? []);
        if (versions.length === 0) continue;
        kept.push({ peer, version: versions.reduce((a, b) => (compareVersions(a, b) > 0 ? a : b)) });
      } catch {
        unread.push(peer);
      }
    }
    return { kept, unread };
  }

  stats(): HintStats {
    const logs = [...this.#logs.values()].flat();
    for (const log of logs) log.measure();
    const begunMs = Math.min(...logs.map((log) => log.begunMs));
    return {
      peers: this.#logs.size,
      bytes: sizeOf(logs),
      records: logs.reduce((sum, log) => sum + log.records, 0),
      oldestMs: logs.length === 0 ? 0 : Math.max(0, this.#options.clock.wallMs() - begunMs),
    };
  }

  /** Flushes and closes everything; later hints are dropped. Idempotent. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#logs.values()].flat().map((log) => log.close()));
    await Promise.all(this.#removals);
  }

  #refusal(peer: string, record: Record): HintDropReason | undefined {
    if (this.#stopped) return 'stopped';
    if (!isPeerName(peer)) return 'peers';
    if (!this.#logs.has(peer) && this.#logs.size >= this.#bounds.peers) return 'peers';
    return this.hasRoomFor(hintBytes(record)) ? undefined : 'bytes';
  }

  #logFor(peer: string): HintLog {
    const last = this.#logs.get(peer)?.at(-1);
    if (last !== undefined && !last.isSealed) return last;
    this.#lastBegunMs = Math.max(this.#lastBegunMs + 1, this.#options.clock.wallMs());
    return this.#openLog({ peer, begunMs: this.#lastBegunMs });
  }

  #openLog(name: HintLogName): HintLog {
    const { peer } = name;
    const log: HintLog = new HintLog({
      ...name,
      partitions: this.#options.partitions,
      openEngine: async () => this.#options.openEngine(await this.#folders.make(name)),
      onLost: (hintsByPartition) => this.lose(peer, hintsByPartition, 'disk'),
      onOpenFailed: (error) => {
        this.#options.events.hintLogFailed(peer, error);
        // A damaged log stays damaged; anything else may pass.
        if (error.code === 'CORRUPTION' || error.code === 'CONFIGURATION') void this.#giveUp(log, 'disk');
      },
    });
    const logs = this.#logs.get(peer);
    if (logs === undefined) this.#logs.set(peer, [log]);
    else logs.push(log);
    return log;
  }

  async #giveUp(log: HintLog, reason: HintDropReason): Promise<void> {
    if (this.#stopped || !this.#takeOut(log)) return;
    await this.#track(this.#tellAndRemove(log, reason));
  }

  async #tellAndRemove(log: HintLog, reason: HintDropReason): Promise<void> {
    const hints = await log.seal();
    // Where nobody can tell what was in it, it may have been anything.
    const partitions = hints?.partitions ?? Array.from({ length: this.#options.partitions }, (_, i) => i);
    const counts = new Map(partitions.map((partition) => [partition, hints?.count(partition) ?? 0]));
    this.lose(log.peer, counts, reason);
    await this.#removeFiles(log);
  }

  /** What `stop` waits for. */
  #track(removal: Promise<void>): Promise<void> {
    const tracked = removal.finally(() => this.#removals.delete(tracked));
    this.#removals.add(tracked);
    return tracked;
  }

  /** What can't be removed is found again at the next start, and handed over once more. */
  async #removeFiles(log: HintLog): Promise<void> {
    await log.close();
    try {
      await this.#folders.remove(log);
    } catch (error) {
      this.#options.events.hintLogFailed(log.peer, toStarlingError(error));
    }
  }

  /** False where it was taken out before. */
  #takeOut(log: HintLog): boolean {
    const logs = this.#logs.get(log.peer) ?? [];
    const at = logs.indexOf(log);
    if (at < 0) return false;
    logs.splice(at, 1);
    if (logs.length === 0) this.#logs.delete(log.peer);
    return true;
  }
}

function sizeOf(logs: readonly HintLog[]): number {
  return logs.reduce((sum, log) => sum + log.sizeBytes, 0);
}
