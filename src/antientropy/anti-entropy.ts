import { toStarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import type { starling } from '../wire/gen/messages.js';
import type { AntiEntropyEvents } from './events.ts';
import { Exchange, type SyncLane } from './exchange.ts';
import { ExchangeServer } from './exchange-server.ts';
import { FloorKeeper, type FloorState } from './floor-keeper.ts';
import { type HeldPartitions, Holdings } from './holdings.ts';
import type { PurgeFloors } from './purge-floors.ts';
import { Schedule } from './schedule.ts';

export interface AntiEntropyDependencies {
  readonly self: string;
  readonly partitions: number;
  readonly held: HeldPartitions;
  readonly storage: StorageEngine;
  readonly lane: SyncLane;
  readonly timers: Timers;
  readonly random: Random;
  readonly isDead: (peer: string) => boolean;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  /** Takes records that other custodians hold; resolves when they are durable. @throws StarlingError */
  readonly store: (records: readonly Record[], ownersHash: number) => Promise<void>;
  readonly intervalMs: number;
  readonly bytesPerSecond: number;
  /** How long tombstones and expired records are kept at least. */
  readonly purgeLagMs: number;
  readonly floors: PurgeFloors;
  /** Saves fence and floors; resolves when they are durable. */
  readonly saveFloors: (state: FloorState) => Promise<void>;
  readonly events: AntiEntropyEvents;
}

/**
 * Keeps the custodians of every partition equal, whoever reads or doesn't (Dynamo 4.7).
 *
 *     schedule --> exchange with a peer --lane--> its exchange server
 *                     |                              |
 *                  hash tree and records          hash tree and records
 */
export class AntiEntropy {
  readonly #server: ExchangeServer;
  readonly #schedule: Schedule;
  readonly #keeper: FloorKeeper;
  readonly #events: AntiEntropyEvents;
  #isStopped = false;
  #resuming: Promise<void> = Promise.resolve();

  constructor(dependencies: AntiEntropyDependencies) {
    const { self, held, storage } = dependencies;
    const holdings = new Holdings(self, held, storage.leaves);
    this.#server = new ExchangeServer({ ...dependencies, holdings });
    this.#events = dependencies.events;
    const isStopped = () => this.#isStopped;
    this.#keeper = new FloorKeeper({ ...dependencies, holdings, isStopped, save: dependencies.saveFloors });
    this.#schedule = new Schedule({
      ...dependencies,
      partners: () => holdings.partners(),
      exchange: async (peer) => {
        await this.#advance(() => this.#keeper.advance());
        return new Exchange({ ...dependencies, holdings, isStopped }, peer).run();
      },
    });
  }

  /** Serves a peer's comparison. */
  serve(
    peer: string,
    request: starling.v1.SyncRequest.$Properties,
    respond: (response: starling.v1.SyncResponse.$Properties) => void,
  ): void {
    this.#server.serve(peer, request, respond);
  }

  start(): void {
    this.#resuming = this.#advance(() => this.#keeper.resume());
    this.#schedule.start();
  }

  /** Compares with this peer at the next occasion: it was away, or is known to lack something. */
  want(peer: string): void {
    this.#schedule.want(peer);
  }

  /** Resolves when no exchange is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#schedule.stop(), this.#resuming]);
  }

  /** Never rejects: floors that stay where they are cost room, nothing else. */
  async #advance(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!this.#isStopped) this.#events.floorsNotRaised(toStarlingError(error, 'DISK_FULL'));
    }
  }
}
