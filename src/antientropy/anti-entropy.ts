import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import type { starling } from '../wire/gen/messages.js';
import type { AntiEntropyEvents } from './events.ts';
import { Exchange, type SyncLane } from './exchange.ts';
import { ExchangeServer } from './exchange-server.ts';
import { type HeldPartitions, Holdings } from './holdings.ts';
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
  #isStopped = false;

  constructor(dependencies: AntiEntropyDependencies) {
    const { self, held, storage } = dependencies;
    const holdings = new Holdings(self, held, storage.leaves);
    this.#server = new ExchangeServer({ ...dependencies, holdings });
    const isStopped = () => this.#isStopped;
    this.#schedule = new Schedule({
      ...dependencies,
      partners: () => holdings.partners(),
      exchange: (peer) => new Exchange({ ...dependencies, holdings, isStopped }, peer).run(),
    });
  }

  /** Serves a peer's comparison. */
  serve(
    request: starling.v1.SyncRequest.$Properties,
    respond: (response: starling.v1.SyncResponse.$Properties) => void,
  ): void {
    this.#server.serve(request, respond);
  }

  start(): void {
    this.#schedule.start();
  }

  /** Compares with this peer at the next occasion: it was away, or is known to lack something. */
  want(peer: string): void {
    this.#schedule.want(peer);
  }

  /** Resolves when no exchange is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#schedule.stop();
  }
}
