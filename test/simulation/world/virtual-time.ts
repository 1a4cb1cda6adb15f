/**
 * Virtual time: a queue of events that happen one after the other, as fast as the machine can.
 *
 *   VirtualTime ---- run(untilMs) ---> event, drain promises, event, drain promises, ...
 *     |-- process('a') -> ProcessTime: the Clock and the Timers of one life of one node
 *     |-- process('b') -> ...
 *     `-- after(...)    the world's own events: faults, workloads, checks
 *
 * After each event everything that it set off in promises has settled before the next one starts, so
 * a run depends on nothing but the order of the queue. Nothing here reads the machine's clock.
 */
import type { Clock } from '../../../src/base/clock.ts';
import type { Timer, Timers } from '../../../src/base/timers.ts';
import { EventQueue, type QueuedEvent } from './event-queue.ts';

/** What the wall clocks show at virtual time 0: a round number well inside 48 bits. */
export const EPOCH_MS = 1_800_000_000_000;

/** How long one turn of a node's event loop takes: what arrives meanwhile is coalesced. */
const ITERATION_MS = 0.05;

/** Events handed to the event loop at once; between any two of them Node drains the promises. */
const BATCH = 64;

/** A queued event that is its own Timer, so that scheduling allocates one object. */
class TimedTask implements QueuedEvent, Timer {
  readonly atMs: number;
  readonly sequence: number;
  readonly process: ProcessTime | undefined;
  #task: (() => void) | undefined;

  constructor(atMs: number, sequence: number, task: () => void, process: ProcessTime | undefined) {
    this.atMs = atMs;
    this.sequence = sequence;
    this.process = process;
    this.#task = task;
  }

  /** False once it was cancelled, or its process killed. */
  get isWanted(): boolean {
    return this.#task !== undefined && this.process?.isAlive !== false;
  }

  run(): void {
    const task = this.#task;
    this.#task = undefined;
    task?.();
  }

  cancel(): void {
    this.#task = undefined;
  }
}

export class VirtualTime implements Timers {
  readonly #queue = new EventQueue<TimedTask>();
  #nowMs = 0;
  #sequence = 0;
  #handled = 0;
  #fingerprint = 0;
  #lastProcessId = 0;

  /** Milliseconds since the world began. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Events that happened so far. */
  get handledEvents(): number {
    return this.#handled;
  }

  /** A hash of which events happened when, in which process: two runs of one seed must agree on it. */
  get fingerprint(): string {
    return (this.#fingerprint >>> 0).toString(16).padStart(8, '0');
  }

  /** One life of a node: ends with `kill`, after which a restarted node gets another. */
  process(name: string): ProcessTime {
    return new ProcessTime(this, name, ++this.#lastProcessId);
  }

  after(delayMs: number, task: () => void): Timer {
    return this.at(this.#nowMs + Math.max(0, delayMs), task);
  }

  endOfIteration(task: () => void): void {
    this.at(this.#nowMs + ITERATION_MS, task);
  }

  /**
   * Calls `task` at an absolute virtual time (now, where that has passed). Unlike a delay this is
   * exact: things that must stay in order are given ascending times.
   */
  at(atMs: number, task: () => void, process?: ProcessTime): Timer {
    const event = new TimedTask(Math.max(atMs, this.#nowMs), this.#sequence++, task, process);
    this.#queue.push(event);
    return event;
  }

  /**
   * Lets time pass until `untilMs`; events at exactly that time still happen. Rejects with what an
   * event threw, at the time it was thrown.
   */
  async run(untilMs: number): Promise<void> {
    await this.#drainPromises();
    while (this.#isDue(untilMs)) await this.#runBatch(untilMs);
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  /**
   * Lets time pass until the condition holds, looking every `everyMs`, at most for `withinMs`. False:
   * it never held.
   */
  async runUntil(condition: () => boolean, withinMs: number, everyMs = 10): Promise<boolean> {
    const deadlineMs = this.#nowMs + withinMs;
    for (;;) {
      await this.#drainPromises();
      if (condition()) return true;
      if (this.#nowMs >= deadlineMs) return false;
      await this.run(Math.min(deadlineMs, this.#nowMs + everyMs));
    }
  }

  /** Runs the world until the promise settles, at most for `withinMs`, and gives its value. */
  async settle<T>(promise: Promise<T>, withinMs: number): Promise<T> {
    let settled = false;
    const note = () => {
      settled = true;
    };
    promise.then(note, note);
    if (await this.runUntil(() => settled, withinMs, 1)) return promise;
    throw new Error(`nothing after ${withinMs} ms of virtual time`);
  }

  #isDue(untilMs: number): boolean {
    const next = this.#queue.peek();
    return next !== undefined && next.atMs <= untilMs;
  }

  #drainPromises(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** One event per setImmediate: Node drains the promises between two of them, without polling for I/O. */
  #runBatch(untilMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let failed = false;
      const step = () => {
        if (failed) return;
        try {
          this.#runOne(untilMs);
        } catch (error) {
          failed = true;
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
          reject(error);
        }
      };
      for (let i = 0; i < BATCH; i++) setImmediate(step);
      setImmediate(resolve);
    });
  }

  #runOne(untilMs: number): void {
    while (this.#isDue(untilMs)) {
      const event = this.#queue.pop()!;
      if (!event.isWanted) continue;
      if (event.process?.isPaused) {
        event.process.hold(event);
        continue;
      }
      this.#nowMs = event.atMs;
      this.#handled++;
      this.#note(event);
      event.run();
      return;
    }
  }

  #note(event: TimedTask): void {
    const microseconds = Math.round(event.atMs * 1000) | 0;
    this.#fingerprint = mix(mix(this.#fingerprint, microseconds), event.process?.id ?? 0);
  }
}

/** One step of a hash over 32-bit words. */
function mix(hash: number, value: number): number {
  return (Math.imul(hash ^ value, 0x85ebca6b) ^ (hash >>> 13)) | 0;
}

/**
 * Clock and timers of one life of one node. What it schedules happens only while it is alive and
 * not paused; a wall clock that is wrong, or runs too fast or too slow, is set here.
 */
export class ProcessTime implements Timers {
  readonly clock: Clock;
  readonly name: string;
  /** Distinguishes the lives of the same node. */
  readonly id: number;
  readonly #time: VirtualTime;
  #held: HeldEvent[] = [];
  #state: 'running' | 'paused' | 'killed' = 'running';
  #wallErrorMs = 0;
  #driftRate = 0;
  #driftSinceMs = 0;

  constructor(time: VirtualTime, name: string, id: number) {
    this.#time = time;
    this.name = name;
    this.id = id;
    this.clock = {
      wallMs: () => Math.floor(EPOCH_MS + this.#wallAheadMs()),
      monotonicMs: () => time.nowMs,
    };
  }

  get isAlive(): boolean {
    return this.#state !== 'killed';
  }

  get isPaused(): boolean {
    return this.#state === 'paused';
  }

  after(delayMs: number, task: () => void): Timer {
    return this.at(this.#time.nowMs + Math.max(0, delayMs), task);
  }

  endOfIteration(task: () => void): void {
    this.at(this.#time.nowMs + ITERATION_MS, task);
  }

  /** As `VirtualTime.at`, happening in this process. */
  at(atMs: number, task: () => void): Timer {
    return this.#time.at(atMs, task, this);
  }

  /** Ends this life: nothing that it scheduled happens any more, nor anything scheduled later. */
  kill(): void {
    this.#state = 'killed';
    this.#held = [];
  }

  /** As SIGSTOP: what comes due waits. */
  pause(): void {
    if (this.#state === 'running') this.#state = 'paused';
  }

  /** As SIGCONT: what came due meanwhile happens at once, in order. */
  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'running';
    const held = this.#held;
    this.#held = [];
    for (const event of held) this.at(this.#time.nowMs, () => event.run());
  }

  /** Keeps an event that came due during a pause. Called by the world. */
  hold(event: HeldEvent): void {
    this.#held.push(event);
  }

  /** Steps the wall clock to this far ahead of (or, negative, behind) the truth. */
  setWallErrorMs(errorMs: number): void {
    this.#wallErrorMs = errorMs;
    this.#driftSinceMs = this.#time.nowMs;
  }

  /** Lets the wall clock gain this many milliseconds per second from now on. */
  setWallDrift(gainMsPerSecond: number): void {
    this.#wallErrorMs = this.#wallAheadMs() - this.#time.nowMs;
    this.#driftSinceMs = this.#time.nowMs;
    this.#driftRate = gainMsPerSecond / 1000;
  }

  #wallAheadMs(): number {
    const nowMs = this.#time.nowMs;
    return nowMs + this.#wallErrorMs + (nowMs - this.#driftSinceMs) * this.#driftRate;
  }
}

/** An event that came due while its process was paused; `run` does nothing once it was cancelled. */
interface HeldEvent {
  run(): void;
}
