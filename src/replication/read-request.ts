import { StarlingError, toStarlingError } from '../base/errors.ts';
import { sleep } from '../base/timers.ts';
import { writesNeeded } from '../quorum/consistency.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import {
  type Coordination,
  deadError,
  isTransient,
  retryDelayMs,
  summarize,
  tellingError,
} from './coordination.ts';
import { type AttemptOutcome, ReadAttempt, type ReadOutcome } from './read-attempt.ts';
import { RequestCourse } from './request-course.ts';
import type { ValueRequestOptions } from './requests.ts';

/** For bringing custodians together of which one was found to differ. */
const SETTLE_TIMEOUT_MS = 2000;

/**
 * One read (Dynamo 4.5): the record from the nearest custodian, versions from others, answered when R agree.
 * What the quorum asks for (fetches, repairs, comparisons) is carried out here, also after the client has its answer.
 */
export class ReadRequest {
  readonly course: RequestCourse;
  readonly #on: Coordination;
  readonly #key: Key;
  readonly #options: ValueRequestOptions;
  readonly #deadlineMs: number;

  constructor(on: Coordination, key: Key, options: ValueRequestOptions) {
    this.course = new RequestCourse(on.clock, on.custody.partitionOf(key));
    this.#on = on;
    this.#key = key;
    this.#options = options;
    this.#deadlineMs = on.clock.monotonicMs() + options.timeoutMs;
  }

  /** The newest record, deleted and expired ones included. @throws StarlingError */
  async run(): Promise<Record | undefined> {
    for (let attempt = 1; ; attempt++) {
      let outcome = await this.#attempt();
      if (outcome.kind === 'answer') outcome = await this.#tellSuccessors(outcome);
      if (outcome.kind === 'answer') return outcome.record;
      if (outcome.kind === 'timeout') throw this.#timedOut();
      const delayMs = retryDelayMs(this.#on.random, attempt);
      if (!isTransient(outcome.errors) || this.#remainingMs() <= delayMs) throw this.#failed(outcome);
      await sleep(this.#on.timers, delayMs);
    }
  }

  /**
   * What a reader saw no later one may miss, also where some who hold it are no owners by then: while a change of the owners is
   * prepared, or where one was made during the read, W of the successors must hold it, too. Mostly they do: successors are asked first.
   */
  #tellSuccessors(answer: ReadOutcome): Promise<AttemptOutcome> {
    const { record, holders, ownersHash } = answer;
    const { custody, quorum } = this.#on;
    const { view } = custody;
    const { partition } = this.course;
    const successors = view.successors(partition);
    const isSettled = successors === view.custodians(partition) && ownersHash === view.ownersHash(partition);
    if (isSettled || record === undefined || this.#options.consistency === 'one') {
      return Promise.resolve(answer);
    }
    const lacking = successors.filter((peer) => !holders.includes(peer));
    const missing = writesNeeded(quorum, successors.length, undefined) - (successors.length - lacking.length);
    return missing > 0 ? this.#tell(answer, record, lacking, missing) : Promise.resolve(answer);
  }

  /** Writes the record to these; resolves with the answer when so many have it, and with a failure where fewer can. */
  #tell(
    answer: ReadOutcome,
    record: Record,
    peers: readonly string[],
    needed: number,
  ): Promise<AttemptOutcome> {
    const { custody, members, replicaOf, events } = this.#on;
    const ownersHash = custody.view.ownersHash(this.course.partition);
    const { trace } = this.#options;
    const write = { ownersHash, record, durability: 'fsync' as const, repair: false, trace };
    const timeoutMs = Math.max(1, this.#remainingMs());
    return new Promise((resolve) => {
      let told = 0;
      const errors: StarlingError[] = [];
      const count = (peer: string, error: StarlingError | undefined) => {
        if (error === undefined) told++;
        else errors.push(error);
        if (error?.code === 'WRONG_OWNERS') {
          events.ownersDiffered(peer, trace);
          members.exchange(peer);
        }
        if (told >= needed) resolve(answer);
        else if (errors.length > peers.length - needed) resolve({ kind: 'fail', agreeing: told, errors });
      };
      for (const peer of peers) {
        if (members.isDead(peer)) count(peer, deadError(peer));
        else
          replicaOf(peer).write(write, timeoutMs, (answered) =>
            count(peer, answered.kind === 'failed' ? answered.error : undefined),
          );
      }
    });
  }

  #attempt(): Promise<AttemptOutcome> {
    const timeoutMs = this.#remainingMs();
    if (timeoutMs <= 0) return Promise.resolve({ kind: 'timeout' });
    return new Promise((resolve) => {
      const deadline = this.#on.deadlines.after(timeoutMs, () => resolve({ kind: 'timeout' }));
      const question = { key: this.#key, options: this.#options, timeoutMs, course: this.course };
      const attempt = new ReadAttempt(this.#on, question, (outcome) => {
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
