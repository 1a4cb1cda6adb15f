import { AntiEntropy, type AntiEntropyDependencies } from '../../src/antientropy/anti-entropy.ts';
import { Exchange, type ExchangeScope, type SyncLane } from '../../src/antientropy/exchange.ts';
import { ExchangeServer } from '../../src/antientropy/exchange-server.ts';
import { Holdings } from '../../src/antientropy/holdings.ts';
import { PurgeFloors } from '../../src/antientropy/purge-floors.ts';
import { Custody } from '../../src/replication/custody.ts';
import type { Record } from '../../src/version/record.ts';
import { starling } from '../../src/wire/gen/messages.js';
import type { ExchangeReport } from '../../src/wire/repair-codec.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryEngine } from '../storage/memory-engine.ts';
import { version } from '../storage/records.ts';

export const PARTITIONS = 8;
const MEMBERS = ['a', 'b', 'c'].map((peer) => ({ peer, status: 'active' as const, zone: '', weight: 100 }));
/** Long after everything that `records.ts` makes. */
const NOW_MS = version(1_000_000).wallMs;

export interface Side {
  readonly custody: Custody;
  readonly storage: MemoryEngine;
  readonly server: ExchangeServer;
  readonly floors: PurgeFloors;
  /** Records that it was asked to store, in all. */
  stored: number;
}

/** Three owners of everything, over engines in memory, whose messages really are encoded and decoded. */
export class ExchangeWorld {
  readonly time = new VirtualTime();
  readonly process = this.time.process('world');
  readonly sides = new Map<string, Side>();
  /** Names and sizes of the messages, both ways. */
  readonly messages: { readonly name: string; readonly sizeBytes: number }[] = [];
  /** What becomes of an answer on its way. */
  tamper: (answer: starling.v1.SyncResponse.$Properties) => starling.v1.SyncResponse.$Properties = (answer) =>
    answer;
  nowMs = NOW_MS;

  constructor() {
    for (const { peer } of MEMBERS) this.sides.set(peer, this.#makeSide(peer));
  }

  side(peer: string): Side {
    return this.sides.get(peer)!;
  }

  async put(records: readonly Record[], ...peers: readonly string[]): Promise<void> {
    for (const peer of peers) {
      const { storage } = this.side(peer);
      for (const record of records) storage.write(record);
      await this.time.settle(storage.durable(), 1000);
    }
  }

  /** `from` compares with `to`. */
  exchange(from: string, to: string, scope?: ExchangeScope): Promise<ExchangeReport> {
    const { storage, floors } = this.side(from);
    const exchange = new Exchange(
      {
        holdings: this.#holdingsOf(from),
        storage,
        floors,
        lane: this.#lane(from),
        timers: this.process,
        store: (records) => this.#store(from, records),
        bytesPerSecond: 1 << 20,
        isStopped: () => false,
      },
      to,
      scope,
    );
    return this.time.settle(exchange.run(), 600_000);
  }

  /** The whole of one side. */
  antiEntropyOf(
    self: string,
    options: Pick<AntiEntropyDependencies, 'intervalMs' | 'isDead' | 'scrub'>,
  ): AntiEntropy {
    const { custody, storage, floors } = this.side(self);
    return new AntiEntropy({
      self,
      partitions: PARTITIONS,
      held: custody,
      storage,
      lane: this.#lane(self),
      clock: { monotonicMs: () => this.time.nowMs },
      timers: this.process,
      random: new SeededRandom(1),
      ...options,
      clusterTimeMs: () => this.nowMs,
      store: (records) => this.#store(self, records),
      bytesPerSecond: 1 << 20,
      purgeLagMs: 86_400_000,
      floors,
      saveFloors: () => Promise.resolve(),
      events: {
        exchanged: () => undefined,
        exchangeFailed: () => undefined,
        floorsRaised: () => undefined,
        floorsNotRaised: () => undefined,
        scrubFound: () => undefined,
        scrubFailed: () => undefined,
      },
    });
  }

  contentOf(peer: string): string[] {
    const { storage } = this.side(peer);
    return storage
      .all()
      .map(({ key, version: { wallMs }, value }) => `${key.text} ${wallMs} ${String(value)}`)
      .sort();
  }

  ask(
    peer: string,
    request: starling.v1.SyncRequest.$Properties,
  ): Promise<starling.v1.SyncResponse.$Properties> {
    return this.time.settle(
      new Promise((resolve) => this.side(peer).server.serve('stranger', request, resolve)),
      1000,
    );
  }

  #makeSide(self: string): Side {
    const custody = new Custody({ self, partitions: PARTITIONS, replicas: 3, complete: Uint8Array.of(0xff) });
    custody.update(MEMBERS);
    const storage = new MemoryEngine(this.process, Math.log2(PARTITIONS));
    const floors = new PurgeFloors({ self, partitions: PARTITIONS, fenceMs: 0, floorsMs: [] });
    const server = new ExchangeServer({
      floors,
      holdings: new Holdings(self, custody, storage.leaves),
      storage,
      partitions: PARTITIONS,
      clusterTimeMs: () => this.nowMs,
      store: (records) => this.#store(self, records),
    });
    return { custody, storage, server, floors, stored: 0 };
  }

  #holdingsOf(peer: string): Holdings {
    const { custody, storage } = this.side(peer);
    return new Holdings(peer, custody, storage.leaves);
  }

  async #store(peer: string, records: readonly Record[]): Promise<void> {
    const side = this.side(peer);
    side.stored += records.length;
    for (const record of records) side.storage.write(record);
    await side.storage.durable();
  }

  #lane(from: string): SyncLane {
    return {
      request: (peer, request, _timeoutMs, onAnswer) => {
        const bytes = starling.v1.SyncRequest.encode(request).finish();
        this.#note(request, bytes);
        this.side(peer).server.serve(from, starling.v1.SyncRequest.decode(bytes), (response) => {
          const answered = starling.v1.SyncResponse.encode(this.tamper(response)).finish();
          this.#note(response, answered);
          const decoded = starling.v1.SyncResponse.decode(answered);
          onAnswer(decoded);
          // As a lane does: what the answer was a view of is used again.
          answered.fill(0xee);
        });
      },
    };
  }

  #note(message: object, bytes: Uint8Array): void {
    this.messages.push({ name: Object.keys(message)[0] ?? '', sizeBytes: bytes.length });
  }
}
