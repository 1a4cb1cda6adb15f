import { StarlingError } from '../base/errors.ts';
import type { Timer } from '../base/timers.ts';
import type { TraceContext } from '../base/tracing.ts';
import { readsNeeded, writesNeeded } from '../quorum/consistency.ts';
import { type ReadAnswer, ReadQuorum, type ReadStep } from '../quorum/read-quorum.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import type { Version } from '../version/version.ts';
import { type Coordination, deadError } from './coordination.ts';
import type { ReplicaRead } from './replica.ts';
import type { RequestCourse } from './request-course.ts';
import type { ValueRequestOptions } from './requests.ts';
import type { ValueRoom } from './value-room.ts';

/** The record, or that there is none. */
export interface ReadOutcome {
  readonly kind: 'answer';
  readonly record: Record | undefined;
  /** Who is known to hold it, among owners of this hash. */
  readonly holders: readonly string[];
  readonly ownersHash: number;
}

export type AttemptOutcome =
  | ReadOutcome
  | { readonly kind: 'fail'; readonly agreeing: number; readonly errors: readonly StarlingError[] }
  | { readonly kind: 'timeout' };

export interface ReadQuestion {
  readonly key: Key;
  readonly options: ValueRequestOptions;
  readonly timeoutMs: number;
  readonly course: RequestCourse;
}

/** One round of questions to the custodians as they are now. */
export class ReadAttempt {
  readonly #on: Coordination;
  readonly #key: Key;
  readonly #timeoutMs: number;
  readonly #trace: TraceContext | undefined;
  readonly #room: ValueRoom | undefined;
  readonly #course: RequestCourse;
  readonly #settle: (outcome: AttemptOutcome) => void;
  readonly #custodians: readonly string[];
  readonly #ownersHash: number;
  readonly #quorum: ReadQuorum;
  #hedge: Timer | undefined;
  #isGivenUp = false;

  constructor(
    on: Coordination,
    { key, options, timeoutMs, course }: ReadQuestion,
    settle: (outcome: AttemptOutcome) => void,
  ) {
    this.#on = on;
    this.#key = key;
    this.#timeoutMs = timeoutMs;
    this.#trace = options.trace;
    this.#room = options.room;
    this.#course = course;
    this.#settle = settle;
    const { partition } = course;
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
    this.#hedge = this.#on.deadlines.after(this.#on.hedgeDelay.ofMs(this.#custodians), () => {
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
    const read = this.#read();
    const asked = this.#course.ask(peer);
    const askedMs = this.#on.clock.monotonicMs();
    const onAnswer = (answer: ReadAnswer) => {
      this.#course.answered(asked);
      if (answer.kind === 'held' && peer !== this.#on.self)
        this.#on.hedgeDelay.answered(peer, this.#on.clock.monotonicMs() - askedMs);
      if (answer.kind === 'failed' && answer.error.code === 'WRONG_OWNERS') {
        this.#on.events.ownersDiffered(peer, this.#trace);
        this.#on.members.exchange(peer);
      }
      if (this.#hasRoomFor(answer)) this.#perform(this.#quorum.answer(slot, answer));
    };
    if (forRecord) replica.read(read, this.#timeoutMs, onAnswer);
    else replica.readVersion(read, this.#timeoutMs, onAnswer);
  }

  /** False: the attempt has been given up, and so is the value. */
  #hasRoomFor(answer: ReadAnswer): boolean {
    if (this.#isGivenUp) return false;
    const error = this.#refusalOf(answer);
    if (error === undefined) return true;
    this.#isGivenUp = true;
    this.#hedge?.cancel();
    this.#settle({ kind: 'fail', agreeing: 0, errors: [error] });
    return false;
  }

  #refusalOf(answer: ReadAnswer): StarlingError | undefined {
    if (this.#room === undefined) return undefined;
    if (answer.kind === 'failed' || answer.record?.value === undefined) return this.#room.refusal;
    return this.#room.hold(answer.record.value.length);
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
          this.#hedge?.cancel();
          this.#settle({ ...step, holders: this.#holders(), ownersHash: this.#ownersHash });
          break;
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
    this.#on.replicaOf(this.#peerAt(slot)).read(this.#read(), this.#timeoutMs, (answer) => {
      if (this.#hasRoomFor(answer)) this.#perform(this.#quorum.fetched(slot, answer));
    });
  }

  #repair(slot: number, record: Record): void {
    const peer = this.#peerAt(slot);
    const write = {
      ownersHash: this.#ownersHash,
      record,
      durability: 'fsync' as const,
      repair: true,
      trace: this.#trace,
    };
    this.#on.replicaOf(peer).write(write, this.#timeoutMs, (answer) => {
      const error = answer.kind === 'failed' ? answer.error : undefined;
      if (error) this.#on.events.readRepairFailed(peer, error, this.#trace);
      else this.#on.events.readRepaired(peer);
      this.#perform(this.#quorum.repaired(slot, record.version, error));
    });
  }

  #read(): ReplicaRead {
    return { ownersHash: this.#ownersHash, key: this.#key, trace: this.#trace, room: this.#room };
  }

  #holders(): readonly string[] {
    const { holders } = this.#quorum;
    return this.#custodians.filter((_, slot) => (holders & (1 << slot)) !== 0);
  }

  #peerAt(slot: number): string {
    return this.#custodians[slot] as string;
  }
}

/**
 * This node itself where it can answer, then the others from one that chance names; then those that won't own the partition after the
 * change that is prepared, and the dead ones last.
 */
function nearestFirst(on: Coordination, partition: number): readonly string[] {
  const { view } = on.custody;
  const custodians = view.custodians(partition);
  const order: string[] = [];
  const losing: string[] = [];
  const last: string[] = [];
  const start = on.random.integer(Math.max(1, custodians.length));
  for (let i = 0; i < custodians.length; i++) {
    const peer = custodians[(start + i) % custodians.length]!;
    if (peer === on.self ? !on.custody.isComplete(partition) : on.members.isDead(peer)) last.push(peer);
    else if (view.loses(peer, partition)) losing.push(peer);
    else if (peer === on.self) order.unshift(peer);
    else order.push(peer);
  }
  return losing.length + last.length === 0 ? order : [...order, ...losing, ...last];
}
