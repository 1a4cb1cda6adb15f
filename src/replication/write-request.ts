import { StarlingError, toStarlingError } from '../base/errors.ts';
import { sleep } from '../base/timers.ts';
import { type QuorumOptions, writesNeeded } from '../quorum/consistency.ts';
import { ACKNOWLEDGED, type WriteAnswer, type WriteOutcome, WriteQuorum } from '../quorum/write-quorum.ts';
import type { CustodyView } from '../ring/custody-view.ts';
import { expiryOf } from '../version/expiry.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import type { Version } from '../version/version.ts';
import {
  type Coordination,
  deadError,
  isTransient,
  retryDelayMs,
  summarize,
  tellingError,
} from './coordination.ts';
import { MissedWrites, isMissed } from './missed-writes.ts';
import { RequestCourse } from './request-course.ts';
import type { PutRequestOptions, WriteRequestOptions } from './requests.ts';

/** Restamps of one write before it gives up: each means that somebody else wrote the key just then. */
const MAX_RESTAMPS = 16;

const NO_SUCCESSORS = { successors: 0, neededOfSuccessors: 0 } as const;

/** What was missing to W. */
interface Shortfall {
  readonly acknowledged: number;
  readonly errors: readonly StarlingError[];
}

type AttemptOutcome = WriteOutcome | { readonly kind: 'timeout' };

/**
 * One write (Dynamo 4.5): stamp, send to all custodians and their successors, acknowledged at W. A replica that holds something
 * newer says so; the write is then stamped above that and sent to all again, so that it is later than
 * everything acknowledged before it started, whatever the clocks say (P2).
 */
export class WriteRequest {
  readonly course: RequestCourse;
  readonly #on: Coordination;
  readonly #key: Key;
  readonly #value: Uint8Array | undefined;
  readonly #options: PutRequestOptions;
  /** Worked out once: records of one version must be the same everywhere, and a restamp buys no time. */
  readonly #expiresAtMs: number;
  readonly #deadlineMs: number;
  /** Replicas, of all attempts, that were sent the write and haven't refused it: one of them may have taken it. */
  #unrefused = 0;

  /** @param value undefined deletes the key */
  constructor(on: Coordination, key: Key, value: Uint8Array | undefined, options: PutRequestOptions) {
    this.course = new RequestCourse(on.clock, on.custody.partitionOf(key));
    this.#on = on;
    this.#key = key;
    this.#value = value;
    this.#options = options;
    this.#expiresAtMs = expiryOf(options.ttlMs, on.clusterTimeMs());
    this.#deadlineMs = on.clock.monotonicMs() + options.timeoutMs;
  }

  /** @throws StarlingError */
  async run(): Promise<Version> {
    const { hybridClock } = this.#on;
    if (this.#options.session) hybridClock.observe(this.#options.session, this.#on.clusterTimeMs());
    let version = this.#stamp();
    let restamps = 0;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt({
        key: this.#key,
        version,
        value: this.#value,
        expiresAtMs: this.#expiresAtMs,
      });
      switch (outcome.kind) {
        case 'acknowledged':
          return version;
        case 'stale':
          if (++restamps > MAX_RESTAMPS) throw this.#contended();
          version = await this.#restamp(outcome.version, attempt);
          break;
        case 'timeout':
          throw this.#timedOut();
        case 'failed':
          await this.#waitOut(outcome, attempt);
      }
    }
  }

  /** A stamp above the version that a replica holds; waits where that is ahead of this node's time by too much. */
  async #restamp(above: Version, attempt: number): Promise<Version> {
    this.#on.events.restamped();
    try {
      this.#on.hybridClock.observe(above, this.#on.clusterTimeMs());
    } catch (error) {
      await this.#waitOut({ acknowledged: 0, errors: [toStarlingError(error)] }, attempt);
    }
    return this.#stamp();
  }

  /** Waits a little before the next attempt. @throws StarlingError where the reasons won't pass, or not in time */
  async #waitOut(outcome: Shortfall, attempt: number): Promise<void> {
    const delayMs = retryDelayMs(this.#on.random, attempt);
    if (!isTransient(outcome.errors) || this.#remainingMs() <= delayMs) throw this.#failed(outcome);
    await sleep(this.#on.timers, delayMs);
  }

  #stamp(): Version {
    return this.#on.hybridClock.stamp(this.#on.clusterTimeMs());
  }

  #attempt(record: Record): Promise<AttemptOutcome> {
    const { custody, members, replicaOf, deadlines, quorum: options } = this.#on;
    const timeoutMs = this.#remainingMs();
    if (timeoutMs <= 0) return Promise.resolve({ kind: 'timeout' });
    const { partition } = this.course;
    const custodians = custody.view.custodians(partition);
    const ownersHash = custody.view.ownersHash(partition);
    const pending = custody.view.pending(partition);
    const replicas = [...custodians, ...pending];
    const quorum = new WriteQuorum({
      custodians: custodians.length,
      needed: needed(options, custodians, this.#options),
      ...this.#successors(custody.view, partition, replicas),
    });
    const { durability, trace } = this.#options;
    const write = { ownersHash, record, durability, repair: false, trace };
    return new Promise((resolve) => {
      const deadline = deadlines.after(timeoutMs, () => resolve({ kind: 'timeout' }));
      const missed = new MissedWrites(this.#on, record);
      const settle = (outcome: WriteOutcome | undefined) => {
        if (outcome === undefined) return;
        if (outcome.kind === 'acknowledged') missed.keep();
        deadline.cancel();
        resolve(outcome);
      };
      const standIns = this.#options.sloppy === true ? this.#standIns(replicas) : [];
      const fail = (slot: number, peer: string, error: StarlingError) => {
        const standIn = isMissed(error) ? standIns.pop() : undefined;
        if (standIn === undefined) {
          missed.note(peer, error);
          settle(quorum.answer(slot, { kind: 'failed', error }));
          return;
        }
        this.#unrefused++;
        replicaOf(standIn).keep({ peer, record, trace }, timeoutMs, (kept) => {
          if (isRefusal(kept)) this.#unrefused--;
          if (kept.kind === 'failed') fail(slot, peer, error);
          else settle(quorum.answer(slot, ACKNOWLEDGED));
        });
      };
      if (custodians.length === 0) settle(noOwners());
      replicas.forEach((peer, slot) => {
        if (members.isDead(peer)) {
          fail(slot, peer, deadError(peer));
          return;
        }
        this.#unrefused++;
        const asked = this.course.ask(peer);
        replicaOf(peer).write(write, timeoutMs, (answer) => {
          this.course.answered(asked);
          if (isRefusal(answer)) this.#unrefused--;
          if (answer.kind === 'failed' && answer.error.code === 'WRONG_OWNERS') {
            this.#on.events.ownersDiffered(peer, trace);
            members.exchange(peer);
          }
          if (answer.kind === 'failed') fail(slot, peer, answer.error);
          else settle(quorum.answer(slot, answer));
        });
      });
    });
  }

  /** Living members that own nothing of this, in no particular order but that this node comes first: the last of the list. */
  #standIns(replicas: readonly string[]): string[] {
    const { custody, members, random, self } = this.#on;
    const others = custody.view.electorate.filter(
      (peer) => !replicas.includes(peer) && !members.isDead(peer),
    );
    const start = random.integer(Math.max(1, others.length));
    const order = [...others.slice(start), ...others.slice(0, start)];
    return order.sort((a, b) => Number(a === self) - Number(b === self));
  }

  /** Who must have the write as well, lest it is lost by the change of the owners that is prepared. */
  #successors(view: CustodyView, partition: number, replicas: readonly string[]) {
    const successors = view.successors(partition);
    if (successors === view.custodians(partition)) return NO_SUCCESSORS;
    return {
      successors: successors.reduce((bits, peer) => bits | (1 << replicas.indexOf(peer)), 0),
      neededOfSuccessors: needed(this.#on.quorum, successors, this.#options),
    };
  }

  #remainingMs(): number {
    return this.#deadlineMs - this.#on.clock.monotonicMs();
  }

  #timedOut(): StarlingError {
    return new StarlingError(
      'TIMEOUT',
      `too few owners acknowledged the write within ${this.#options.timeoutMs} ms; its outcome is unknown, ` +
        'it may still surface: write again, or read to see',
      { timeoutMs: this.#options.timeoutMs },
    );
  }

  #failed(outcome: Shortfall): StarlingError {
    const telling = this.#unrefused === 0 ? tellingError(outcome.errors) : undefined;
    if (telling) return telling;
    return new StarlingError(
      'QUORUM_FAILED',
      `only ${outcome.acknowledged} owners acknowledged the write (${summarize(outcome.errors)}); its outcome is ` +
        'unknown, it may still surface: write again, or read to see',
      { acknowledged: outcome.acknowledged },
    );
  }

  #contended(): StarlingError {
    return new StarlingError(
      'QUORUM_FAILED',
      `the key was written by others during each of ${MAX_RESTAMPS} attempts; the outcome of this write is unknown`,
      { restamps: MAX_RESTAMPS },
    );
  }
}

/** Whether the replica surely has not taken the write. One whose flush failed may find it in its log at the next start. */
function isRefusal(answer: WriteAnswer): boolean {
  if (answer.kind !== 'failed') return answer.kind === 'stale';
  if (answer.error.code === 'STORE_POISONED') return false;
  return tellingError([answer.error]) !== undefined || isTransient([answer.error]);
}

function needed(options: QuorumOptions, custodians: readonly string[], request: WriteRequestOptions): number {
  return writesNeeded(options, custodians.length, request.consistency);
}

function noOwners(): WriteOutcome {
  const error = new StarlingError('NOT_READY', 'this peer knows no active member of the cluster yet');
  return { kind: 'failed', acknowledged: 0, errors: [error] };
}
