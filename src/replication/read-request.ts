import { StarlingError, toStarlingError } from '../base/errors.ts';
import { type Timer, sleep } from '../base/timers.ts';
import { readsNeeded, writesNeeded } from '../quorum/consistency.ts';
import { ReadQuorum, type ReadStep } from '../quorum/read-quorum.ts';
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
import type { ReadRequestOptions } from './requests.ts';

/** An owner that has not sent the record after this long is slow: another is asked as well (Tail at Scale). */
const HEDGE_AFTER_MS = 50;

/** How long a read waits for those that are copying the partition. */
const PENDING_TIMEOUT_MS = 500;
/** For bringing custodians together of which one was found to differ. */
const SETTLE_TIMEOUT_MS = 2000;

type AttemptOutcome =
  | { readonly kind: 'answer'; readonly record: Record | undefined }
  | { readonly kind: 'fail'; readonly agreeing: number; readonly errors: readonly StarlingError[] }
  | { readonly kind: 'timeout' };

/**
 * One read (Dynamo 4.5): the record from the nearest custodian, versions from others, answered when R agree.
 * What the quorum asks for (fetches, repairs, comparisons) is carried out here, also after the client has its answer.
 */
export class ReadRequest {
  readonly #on: Coordination;
  readonly #key: Key;
  readonly #options: ReadRequestOptions;
  readonly #deadlineMs: number;

  constructor(on: Coordination, key: Key, options: ReadRequestOptions) {
    this.#on = on;
    this.#key = key;
    this.#options = options;
    this.#deadlineMs = on.clock.monotonicMs() + options.timeoutMs;
  }

  /** The newest record, deleted and expired ones included. @throws StarlingError */
  async run(): Promise<Record | undefined> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt();
      if (outcome.kind === 'answer') {
        if (outcome.record !== undefined) await this.#tellPending(outcome.record);
        return outcome.record;
      }
      if (outcome.kind === 'timeout') throw this.#timedOut();
      const delayMs = retryDelayMs(this.#on.random, attempt);
      if (!isTransient(outcome.errors) || this.#remainingMs() <= delayMs) throw this.#failed(outcome);
      await sleep(this.#on.timers, delayMs);
    }
  }

  /**
   * What a reader saw no later one may miss, also where some who hold it are no owners by then: who is copying the partition, and may
   * have read past this key, gets it too. Unlike a write this doesn't wait for one that doesn't answer: reads go on while a newcomer is down.
   */
  async #tellPending(record: Record): Promise<void> {
    const { custody, members, replicaOf } = this.#on;
    const partition = custody.partitionOf(this.#key);
    const pending = custody.view.pending(partition).filter((peer) => !members.isDead(peer));
    if (pending.length === 0) return;
    const ownersHash = custody.view.ownersHash(partition);
    const write = { ownersHash, record, durability: 'fsync' as const, repair: false };
    const timeoutMs = Math.max(1, Math.min(this.#remainingMs(), PENDING_TIMEOUT_MS));
    await Promise.all(
      pending.map(
        (peer) =>
          new Promise<void>((resolve) => {
            replicaOf(peer).write(write, timeoutMs, () => resolve());
          }),
      ),
    );
  }

  #attempt(): Promise<AttemptOutcome> {
    const timeoutMs = this.#remainingMs();
    if (timeoutMs <= 0) return Promise.resolve({ kind: 'timeout' });
    return new Promise((resolve) => {
      const deadline = this.#on.deadlines.after(timeoutMs, () => resolve({ kind: 'timeout' }));
      const attempt = new ReadAttempt(this.#on, this.#key, this.#options, timeoutMs, (outcome) => {
        deadline.cancel();
        resolve(outcome);
      });
      attempt.start();
    });
  }

  #remainingMs(): number {
    return this.#deadlineMs - this.#on.clock.monotonicMs();
  }

  #timedOut(): StarlingError {
    const { timeoutMs } = this.#options;
    return new StarlingError('TIMEOUT', `too few owners answered the read within ${timeoutMs} ms`, {
      timeoutMs,
    });
  }

  #failed(outcome: { agreeing: number; errors: readonly StarlingError[] }): StarlingError {
    const telling = tellingError(outcome.errors);
    if (telling) return telling;
    const reasons = summarize(outcome.errors);
    return new StarlingError('QUORUM_FAILED', `too few owners could answer the read (${reasons})`, {
      agreeing: outcome.agreeing,
    });
  }
}

/** Reads the key from all of its custodians, which sends the newest to each that lacks it. Never rejects. */
export async function settleDifference(on: Coordination, key: Key): Promise<void> {
  try {
    await new ReadRequest(on, key, { consistency: 'all', timeoutMs: SETTLE_TIMEOUT_MS }).run();
  } catch (error) {
    on.events.readRepairFailed(on.self, toStarlingError(error));
  }
}

/** One round of questions to the custodians as they are now. */
class ReadAttempt {
  readonly #on: Coordination;
  readonly #key: Key;
  readonly #timeoutMs: number;
  readonly #settle: (outcome: AttemptOutcome) => void;
  readonly #custodians: readonly string[];
  readonly #ownersHash: number;
  readonly #quorum: ReadQuorum;
  #hedge: Timer | undefined;

  constructor(
    on: Coordination,
    key: Key,
    options: ReadRequestOptions,
    timeoutMs: number,
    settle: (outcome: AttemptOutcome) => void,
  ) {
    this.#on = on;
    this.#key = key;
    this.#timeoutMs = timeoutMs;
    this.#settle = settle;
    const partition = on.custody.partitionOf(key);
    this.#custodians = nearestFirst(on, partition);
    this.#ownersHash = on.custody.view.ownersHash(partition);
    const owners = this.#custodians.length;
    this.#quorum = new ReadQuorum({
      custodians: owners,
      readsNeeded: readsNeeded(on.quorum, owners, options.consistency),
      writesNeeded: writesNeeded(on.quorum, owners, undefined),
    });
  }

  start(): void {
    if (this.#custodians.length === 0) {
      const error = new StarlingError('NOT_READY', 'this peer knows no active member of the cluster yet');
      this.#settle({ kind: 'fail', agreeing: 0, errors: [error] });
      return;
    }
    this.#hedge = this.#on.deadlines.after(HEDGE_AFTER_MS, () => {
      const steps = this.#quorum.hedge();
      if (steps.length > 0) this.#on.events.hedged();
      this.#perform(steps);
    });
    this.#perform(this.#quorum.start());
  }

  #ask(slot: number, forRecord: boolean): void {
    const peer = this.#peerAt(slot);
    if (this.#on.members.isDead(peer)) {
      this.#perform(this.#quorum.answer(slot, { kind: 'failed', error: deadError(peer) }));
      return;
    }
    const replica = this.#on.replicaOf(peer);
    const read = { ownersHash: this.#ownersHash, key: this.#key };
    const onAnswer = (answer: Parameters<ReadQuorum['answer']>[1]) => {
      if (answer.kind === 'failed' && answer.error.code === 'WRONG_OWNERS') {
        this.#on.events.ownersDiffered(peer);
        this.#on.members.exchange(peer);
      }
      this.#perform(this.#quorum.answer(slot, answer));
    };
    if (forRecord) replica.read(read, this.#timeoutMs, onAnswer);
    else replica.readVersion(read, this.#timeoutMs, onAnswer);
  }

  #perform(steps: readonly ReadStep[]): void {
    for (const step of steps) {
      switch (step.kind) {
        case 'ask':
          this.#ask(step.slot, step.forRecord);
          break;
        case 'compare':
          this.#compare(step.slot, step.version);
          break;
        case 'fetch':
          this.#fetch(step.slot);
          break;
        case 'repair':
          this.#repair(step.slot, step.record);
          break;
        case 'answer':
        case 'fail':
          this.#hedge?.cancel();
          this.#settle(step);
      }
    }
  }

  /** Also with one that is taken for dead: where that is wrong it may hold what nobody else does. */
  #compare(slot: number, version: Version | undefined): void {
    const comparison = { ownersHash: this.#ownersHash, key: this.#key, version };
    this.#on.comparisons.add(this.#peerAt(slot), comparison);
  }

  #fetch(slot: number): void {
    const read = { ownersHash: this.#ownersHash, key: this.#key };
    this.#on.replicaOf(this.#peerAt(slot)).read(read, this.#timeoutMs, (answer) => {
      this.#perform(this.#quorum.fetched(slot, answer));
    });
  }

  #repair(slot: number, record: Record): void {
    const peer = this.#peerAt(slot);
    const write = { ownersHash: this.#ownersHash, record, durability: 'fsync' as const, repair: true };
    this.#on.replicaOf(peer).write(write, this.#timeoutMs, (answer) => {
      const error = answer.kind === 'failed' ? answer.error : undefined;
      if (error) this.#on.events.readRepairFailed(peer, error);
      else this.#on.events.readRepaired(peer);
      this.#perform(this.#quorum.repaired(slot, record.version, error));
    });
  }

  #peerAt(slot: number): string {
    return this.#custodians[slot] as string;
  }
}

/** This node itself where it can answer, then the others from one that chance names, the dead ones last. */
function nearestFirst(on: Coordination, partition: number): readonly string[] {
  const custodians = on.custody.view.custodians(partition);
  const order: string[] = [];
  const last: string[] = [];
  const start = on.random.integer(Math.max(1, custodians.length));
  for (let i = 0; i < custodians.length; i++) {
    const peer = custodians[(start + i) % custodians.length]!;
    if (peer === on.self ? !on.custody.isComplete(partition) : on.members.isDead(peer)) last.push(peer);
    else if (peer === on.self) order.unshift(peer);
    else order.push(peer);
  }
  return last.length === 0 ? order : [...order, ...last];
}
