import type { Clock } from '../../base/clock.ts';
import { type ErrorCode, type StarlingError, toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timers } from '../../base/timers.ts';
import type { CustodyView } from '../../ring/custody-view.ts';
import type { ScanPage } from '../../storage/engine.ts';
import type { Record } from '../../version/record.ts';
import type { Replica } from '../replica.ts';
import { HandoffPace } from './handoff-pace.ts';
import type { HintDropReason, HintEvents } from './hint-events.ts';
import type { HintStore } from './hint-store.ts';
import type { SealedHints } from './sealed-hints.ts';

/** For one record. */
const TIMEOUT_MS = 5000;
/** What an overloaded peer is sent again before the partition is left for later. */
const TRIES = 5;
/** A larger record counts as several. */
const RECORD_BYTES = 4096;
/** Those that were there when the peer came back, and those that came while they were handed over; the rest waits for its turn. */
const LOGS_EACH_TIME = 2;

/** What is the matter with one record or one partition. Anything else is the matter with the peer. */
const OF_PARTITION: ReadonlySet<ErrorCode> = new Set([
  'WRONG_OWNERS',
  'NOT_READY',
  'CLOCK_DRIFT',
  'CORRUPTION',
  'INVALID_ARGUMENT',
]);

export interface HandoffParts {
  readonly store: HintStore;
  /** Who owns what, at present. */
  readonly custody: { readonly view: Pick<CustodyView, 'custodians' | 'pending' | 'ownersHash'> };
  readonly replicaOf: (peer: string) => Pick<Replica, 'write'>;
  /** Compare what the two know of the membership, soon. */
  readonly exchange: (peer: string) => void;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly events: HintEvents;
  /** Most records returned to one peer in a second; 1000 by default. Higher is done sooner, and clients notice. */
  readonly recordsPerSecond?: number;
}

/** How far it got: to the end of the page; the partition has to wait; the peer has to. */
type Progress = 'done' | 'later' | 'ended';

interface Sending {
  readonly record: Record;
  readonly weight: number;
  tries: number;
}

/**
 * Returns the hints for one peer, once, partition by partition: a page is read, sent in a small window, and counts as handed
 * over when all of it is acknowledged. A record may be sent twice, when something goes wrong in between, and never not at all.
 */
export class PeerHandoff {
  readonly #peer: string;
  readonly #on: HandoffParts;
  readonly #pace: HandoffPace;
  #inFlight = 0;
  #weightInFlight = 0;
  /** With the page that is being sent. */
  #progress: Progress = 'done';
  /** Called at the next answer. */
  #onChange: () => void = () => undefined;
  #stopped = false;

  constructor(peer: string, parts: HandoffParts) {
    this.#peer = peer;
    this.#on = parts;
    this.#pace = new HandoffPace(parts.clock, parts.recordsPerSecond ?? LIMITS.handoffRecordsPerSecond);
  }

  /** Never rejects. What couldn't be handed over stays. */
  async run(): Promise<void> {
    const { store } = this.#on;
    for (let log = 0; log < LOGS_EACH_TIME && !this.#stopped; log++) {
      const hints = await store.oldest(this.#peer);
      if (hints === undefined || !(await this.#returnAll(hints))) return;
      await store.forget(this.#peer, hints);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#onChange();
  }

  /** Whether nothing is left. */
  async #returnAll(hints: SealedHints): Promise<boolean> {
    for (const partition of hints.partitions) {
      if ((await this.#returnPartition(hints, partition)) === 'ended') return false;
    }
    return hints.partitions.length === 0;
  }

  async #returnPartition(hints: SealedHints, partition: number): Promise<Progress> {
    for (;;) {
      if (this.#stopped) return 'ended';
      const standing = this.#standing(partition);
      if (standing === 'unknown') return 'later';
      if (standing === 'former owner') return this.#giveUp(hints, partition, 'gone');
      const page = await readPage(hints, partition);
      if (page === 'damaged') return this.#giveUp(hints, partition, 'disk');
      if (page === 'closed') return 'ended';
      this.#progress = 'done';
      const progress = await this.#send(partition, page.records);
      if (progress !== 'done') return progress;
      hints.advance(partition, page.next);
      this.#on.events.handedOver(this.#peer, page.records.length);
      if (page.next === undefined) return 'done';
    }
  }

  #giveUp(hints: SealedHints, partition: number, reason: HintDropReason): Progress {
    this.#on.store.lose(this.#peer, new Map([[partition, hints.count(partition)]]), reason);
    hints.forget(partition);
    return 'done';
  }

  #standing(partition: number): 'owner' | 'former owner' | 'unknown' {
    const { view } = this.#on.custody;
    const custodians = view.custodians(partition);
    if (custodians.length === 0) return 'unknown';
    const owns = custodians.includes(this.#peer) || view.pending(partition).includes(this.#peer);
    return owns ? 'owner' : 'former owner';
  }

  async #send(partition: number, records: readonly Record[]): Promise<Progress> {
    const queue: Sending[] = records.map((record) => ({ record, weight: weightOf(record), tries: 0 }));
    for (;;) {
      if (this.#stopped) return 'ended';
      const next = this.#progress === 'done' ? queue[0] : undefined;
      if (next === undefined && this.#inFlight === 0) return this.#progress;
      const delayMs = next !== undefined && this.#hasRoom(next.weight) ? this.#pace.delayMs() : Infinity;
      if (next === undefined || delayMs > 0) {
        await this.#change(delayMs);
        continue;
      }
      queue.shift();
      this.#sendOne(partition, next, (error) => this.#handleFailure(error, next, queue));
    }
  }

  /** Resolves at the next answer, at a stop, and after so long. */
  #change(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = withinMs < Infinity ? this.#on.timers.after(withinMs, resolve) : undefined;
      this.#onChange = () => {
        timer?.cancel();
        resolve();
      };
    });
  }

  #hasRoom(weight: number): boolean {
    return this.#inFlight === 0 || this.#weightInFlight + weight <= LIMITS.handoffInFlight;
  }

  #sendOne(partition: number, { record, weight }: Sending, onFailure: (error: StarlingError) => void): void {
    const { custody, clock, replicaOf } = this.#on;
    const ownersHash = custody.view.ownersHash(partition);
    const startMs = clock.monotonicMs();
    this.#inFlight++;
    this.#weightInFlight += weight;
    this.#pace.sent(weight);
    const request = { ownersHash, record, durability: 'fsync', repair: true } as const;
    replicaOf(this.#peer).write(request, TIMEOUT_MS, (answer) => {
      this.#inFlight--;
      this.#weightInFlight -= weight;
      // A peer that has something newer needs the hint no more.
      if (answer.kind === 'failed') onFailure(answer.error);
      else this.#pace.answered(clock.monotonicMs() - startMs);
      this.#onChange();
    });
  }

  #handleFailure(error: StarlingError, sending: Sending, queue: Sending[]): void {
    if (error.code === 'OVERLOADED') {
      this.#pace.overloaded();
      if (++sending.tries < TRIES) {
        queue.push(sending);
        return;
      }
    }
    if (error.code === 'WRONG_OWNERS') this.#on.exchange(this.#peer);
    // Of those in flight together the first speaks for all.
    if (this.#progress === 'done') this.#on.events.handoffFailed(this.#peer, error);
    if (this.#progress !== 'ended') this.#progress = OF_PARTITION.has(error.code) ? 'later' : 'ended';
  }
}

async function readPage(hints: SealedHints, partition: number): Promise<ScanPage | 'damaged' | 'closed'> {
  try {
    return await hints.page(partition);
  } catch (error) {
    return toStarlingError(error).code === 'CORRUPTION' ? 'damaged' : 'closed';
  }
}

function weightOf({ key, value }: Record): number {
  return Math.ceil((key.bytes.length + (value?.length ?? 0)) / RECORD_BYTES);
}
