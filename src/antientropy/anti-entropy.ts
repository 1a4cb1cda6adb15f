import { StarlingError, toStarlingError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import type { starling } from '../wire/gen/messages.js';
import type { ExchangeReport } from '../wire/repair-codec.ts';
import type { AntiEntropyEvents } from './events.ts';
import { Exchange, type ExchangeScope, type SyncLane } from './exchange.ts';
import { ExchangeServer } from './exchange-server.ts';
import { FloorKeeper, type FloorState } from './floor-keeper.ts';
import { type HeldPartitions, Holdings } from './holdings.ts';
import { Pause } from './pause.ts';
import type { PurgeFloors } from './purge-floors.ts';
import { Scrub, type ScrubEvents, type ScrubSettings } from './scrub.ts';
import { Schedule } from './schedule.ts';

/** How much it does. */
export interface Pace {
  /** Pause between two exchanges, in ms. */
  readonly intervalMs: number;
  /** Most bytes of records that one exchange moves in a second. */
  readonly bytesPerSecond: number;
}

export interface AntiEntropyDependencies extends Pace {
  readonly self: string;
  readonly partitions: number;
  readonly held: HeldPartitions;
  readonly storage: StorageEngine;
  readonly lane: SyncLane;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly timers: Timers;
  readonly random: Random;
  readonly isDead: (peer: string) => boolean;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  /** Takes records that other custodians hold; resolves when they are durable. @throws StarlingError */
  readonly store: (records: readonly Record[], ownersHash: number) => Promise<void>;
  /** How long tombstones and expired records are kept at least. */
  readonly purgeLagMs: number;
  readonly floors: PurgeFloors;
  /** Saves fence and floors; resolves when they are durable. */
  readonly saveFloors: (state: FloorState) => Promise<void>;
  /** How what is held is read again and again; undefined: it isn't. */
  readonly scrub: ScrubSettings | undefined;
  readonly events: AntiEntropyEvents & ScrubEvents;
}

/**
 * Keeps the custodians of every partition equal, whoever reads or doesn't (Dynamo 4.7).
 *
 *     schedule --> exchange with a peer --lane--> its exchange server
 *                     |                              |
 *                  hash tree and records          hash tree and records
 */
export class AntiEntropy {
  /** Of what it begins by itself; others are answered, and `compare` is obeyed. */
  readonly pause: Pause;
  /** Undefined: what is held is not read again. */
  readonly scrub: Scrub | undefined;
  readonly #on: Pick<AntiEntropyDependencies, 'self' | 'partitions' | 'isDead'>;
  readonly #holdings: Holdings;
  readonly #server: ExchangeServer;
  readonly #schedule: Schedule;
  readonly #keeper: FloorKeeper;
  readonly #events: AntiEntropyEvents;
  #pace: Pace;
  #isStopped = false;
  #resuming: Promise<void> = Promise.resolve();

  constructor(dependencies: AntiEntropyDependencies) {
    const { self, held, storage } = dependencies;
    const holdings = new Holdings(self, held, storage.leaves);
    this.#on = dependencies;
    const { intervalMs, bytesPerSecond } = dependencies;
    this.#pace = { intervalMs, bytesPerSecond };
    this.#holdings = holdings;
    this.pause = new Pause(dependencies.clock);
    this.#server = new ExchangeServer({ ...dependencies, holdings });
    this.#events = dependencies.events;
    this.scrub = dependencies.scrub && this.#makeScrub(dependencies, dependencies.scrub);
    const isStopped = () => this.#isStopped;
    this.#keeper = new FloorKeeper({ ...dependencies, holdings, isStopped, save: dependencies.saveFloors });
    this.#schedule = new Schedule({
      ...dependencies,
      intervalMs: () => this.#pace.intervalMs,
      partners: () => holdings.partners(),
      isPaused: () => this.pause.leftMs > 0,
      exchange: async (peer, scope) => {
        await this.#advance(() => this.#keeper.advance());
        return new Exchange({ ...dependencies, ...this.#pace, holdings, isStopped }, peer, scope).run();
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
    this.scrub?.start();
  }

  /** How often it compares by itself, and how much that moves, from the next time on. */
  setPace({ intervalMs, bytesPerSecond }: Pace): void {
    this.#pace = { intervalMs, bytesPerSecond };
  }

  /** Compares with this peer at the next occasion: it was away, or is known to lack something. */
  want(peer: string): void {
    this.#schedule.want(peer);
  }

  /**
   * Compares with another owner as soon as no other exchange runs here, and mends what differs. Gives what came of it, or why not:
   * INVALID_ARGUMENT where the two own nothing together, or there is no such partition; UNAVAILABLE where the peer is dead; OVERLOADED
   * where too many wait; NOT_READY; STOPPED; or as the exchange failed, of which stays what was moved until then. Never rejects.
   */
  async compare(peer: string, scope: ExchangeScope): Promise<ExchangeReport | StarlingError> {
    return this.#obstacleTo(peer, scope) ?? this.#schedule.order(peer, scope);
  }

  #obstacleTo(peer: string, { partition }: ExchangeScope): StarlingError | undefined {
    const { self, partitions, isDead } = this.#on;
    if (peer === self) return invalid(`${peer} has nothing to compare with itself: name another owner`);
    if (partition !== undefined && partition >= partitions) {
      return invalid(`there is no partition ${partition}: they go from 0 to ${partitions - 1}`);
    }
    const owned = this.#holdings.ownedWith(peer);
    if (owned.length === 0) return invalid(`${self} owns nothing together with ${peer}`);
    if (partition !== undefined && !owned.includes(partition)) {
      return invalid(`${self} and ${peer} are not both owners of partition ${partition}`);
    }
    return isDead(peer)
      ? new StarlingError('UNAVAILABLE', `${peer} is dead: nothing can be compared with it`, { peer })
      : undefined;
  }

  /** Resolves when no exchange is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#schedule.stop(), this.scrub?.stop(), this.#resuming]);
  }

  #makeScrub(dependencies: AntiEntropyDependencies, settings: ScrubSettings): Scrub {
    const compareFirst = (partition: number): void => {
      const { owners } = this.#holdings.ownersOf(partition);
      for (const peer of owners) if (peer !== dependencies.self) this.want(peer);
    };
    return new Scrub({ ...dependencies, ...settings, compareFirst });
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

function invalid(message: string): StarlingError {
  return new StarlingError('INVALID_ARGUMENT', message);
}
