import { StarlingError } from '../../../src/base/errors.ts';
import type { WriteAnswer } from '../../../src/quorum/write-quorum.ts';
import { Handoff } from '../../../src/replication/hints/handoff.ts';
import type { HintEvents } from '../../../src/replication/hints/hint-events.ts';
import { type HintBounds, HintStore } from '../../../src/replication/hints/hint-store.ts';
import type { Replica, ReplicaWrite } from '../../../src/replication/replica.ts';
import { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { partitionOfToken } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { compareVersions } from '../../../src/version/version.ts';
import { SeededRandom } from '../../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../../simulation/world/virtual-disk.ts';
import { type ProcessTime, VirtualTime } from '../../simulation/world/virtual-time.ts';

export const PARTITION_BITS = 4;
export const PARTITIONS = 2 ** PARTITION_BITS;

export interface HintWorldOptions {
  readonly bounds?: Partial<HintBounds>;
  readonly segmentBytes?: number;
  readonly recordsPerSecond?: number;
}

/** What a peer says to a write, if not what it should, and when. */
export interface Whim {
  readonly code?: StarlingError['code'];
  readonly delayMs?: number;
}

/** A node that keeps hints, on a disk whose power can be cut, and the peers that they are for. */
export class HintWorld {
  readonly time = new VirtualTime();
  readonly disk: VirtualDisk;
  /** What peers hold, by peer and key. */
  readonly held = new Map<string, Map<string, Record>>();
  /** What was sent, acknowledged or not. */
  readonly sent: { readonly peer: string; readonly record: Record; readonly atMs: number }[] = [];
  /** What is marked, as `peer partition`. */
  readonly dirty = new Set<string>();
  /** By `peer reason`. */
  readonly dropped = new Map<string, number>();
  readonly failures: string[] = [];
  readonly logFailures: string[] = [];
  readonly differed: string[] = [];
  readonly alive = new Set<string>();
  readonly gone = new Set<string>();
  kept = 0;
  handedOver = 0;
  /** Who owns a partition, at present. */
  owners: (partition: number) => readonly string[] = () => ['a', 'b', 'c'];
  whim: (peer: string, record: Record) => Whim = () => ({});
  store!: HintStore;
  handoff!: Handoff;
  process!: ProcessTime;
  readonly #options: HintWorldOptions;
  readonly #random: SeededRandom;

  constructor(seed: number, options: HintWorldOptions = {}) {
    this.#options = options;
    this.#random = new SeededRandom(seed);
    this.disk = new VirtualDisk({ random: this.#random.fork('disk') });
  }

  /** Starts the node; one that runs is dead then. */
  async start(): Promise<void> {
    this.kill();
    this.process = this.time.process('node');
    const ports = {
      clock: this.process.clock,
      timers: this.process,
      random: this.#random.fork('node'),
      disk: this.disk.mount(this.process),
    };
    const events = this.#events();
    this.store = await this.settle(
      HintStore.open({
        ...ports,
        partitions: PARTITIONS,
        openEngine: (disk) =>
          LogEngine.open({
            ...ports,
            disk,
            partitionBits: PARTITION_BITS,
            segmentBytes: this.#options.segmentBytes ?? 16 << 10,
          }),
        onDirty: (peer, partition) => this.dirty.add(`${peer} ${partition}`),
        events,
        ...(this.#options.bounds && { bounds: this.#options.bounds }),
      }),
    );
    this.handoff = new Handoff({
      ...ports,
      store: this.store,
      replicaOf: (peer) => this.#replicaOf(peer),
      custody: {
        view: {
          custodians: (partition) => this.owners(partition),
          pending: () => [],
          ownersHash: (partition) => partition + 1000,
        },
      },
      standingOf: (peer) => (this.gone.has(peer) ? 'gone' : this.alive.has(peer) ? 'alive' : 'dead'),
      exchange: (peer) => this.differed.push(peer),
      events,
      ...(this.#options.recordsPerSecond !== undefined && {
        recordsPerSecond: this.#options.recordsPerSecond,
      }),
    });
    this.handoff.start();
  }

  /** kill -9 */
  kill(): void {
    (this.process as ProcessTime | undefined)?.kill();
    this.disk.unmount();
  }

  /** A power cut. */
  crash(): void {
    this.kill();
    this.disk.crash();
  }

  async stop(): Promise<void> {
    await this.settle(this.handoff.stop().then(() => this.store.stop()));
  }

  /** Keeps a hint, and waits until it is durable or known not to be. */
  async keep(peer: string, ...records: readonly Record[]): Promise<void> {
    for (const record of records) this.store.add(peer, record);
    await this.pass(100);
  }

  /** The peer is there again. */
  returns(peer: string): void {
    this.alive.add(peer);
    this.handoff.wake(peer);
  }

  pass(forMs: number): Promise<void> {
    return this.time.run(this.time.nowMs + forMs);
  }

  /** Waits until nothing is kept for the peer. False: that never came. */
  handsOver(peer: string, withinMs = 120_000): Promise<boolean> {
    return this.time.runUntil(() => !this.store.peers.includes(peer), withinMs);
  }

  settle<T>(promise: Promise<T>): Promise<T> {
    return this.time.settle(promise, 60_000);
  }

  /** The folders of logs, as `hints/b/1800000000000`. */
  get folders(): string[] {
    const under = (folder: string): string[] => this.disk.list(folder).map((name) => `${folder}/${name}`);
    return under('hints').flatMap(under);
  }

  #replicaOf(peer: string): Pick<Replica, 'write'> {
    return { write: (...call) => this.#write(peer, ...call) };
  }

  #write(
    peer: string,
    { record, ownersHash }: ReplicaWrite,
    timeoutMs: number,
    onAnswer: (answer: WriteAnswer) => void,
  ): void {
    this.sent.push({ peer, record, atMs: this.time.nowMs });
    const { code, delayMs = 1 } = this.whim(peer, record);
    const partition = partitionOfToken(record.key.tokenHigh, PARTITION_BITS);
    if (ownersHash !== partition + 1000) throw new Error('the wrong hash of the owners was sent');
    const answer = (): WriteAnswer => {
      if (delayMs > timeoutMs) return failed('TIMEOUT');
      if (code !== undefined) return failed(code);
      let records = this.held.get(peer);
      if (records === undefined) this.held.set(peer, (records = new Map<string, Record>()));
      const present = records.get(record.key.text);
      if (present === undefined || compareVersions(record.version, present.version) > 0)
        records.set(record.key.text, record);
      return { kind: 'acknowledged' };
    };
    this.process.after(Math.min(delayMs, timeoutMs), () => onAnswer(answer()));
  }

  #events(): HintEvents {
    return {
      hintKept: () => this.kept++,
      hintsDropped: (peer, count, reason) => {
        const name = `${peer} ${reason}`;
        this.dropped.set(name, (this.dropped.get(name) ?? 0) + count);
      },
      handedOver: (_peer, records) => {
        this.handedOver += records;
      },
      handoffFailed: (_peer, error) => this.failures.push(error.code),
      hintLogFailed: (_peer, error) => this.logFailures.push(error.code),
    };
  }
}

function failed(code: StarlingError['code']): WriteAnswer {
  return { kind: 'failed', error: new StarlingError(code, `it is ${code}`) };
}
