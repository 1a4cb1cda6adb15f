import os from 'node:os';
import type { Engine, Seat } from './engine.ts';
import { Journal } from './journal.ts';
import { Member } from './member.ts';
import type { OwnTraffic } from './own-traffic.ts';
import { until } from './until.ts';

/** A whole cluster copies partitions one member after the other, on as many cores as there are. */
const SETTLE_WITHIN_MS = 300_000;
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
/** Twenty programs that start at once on two cores are too busy to answer each other for a while. */
const STARTED_AT_ONCE = os.availableParallelism();
/** Without a word about anybody for this long, news has reached its end. */
const QUIET_MS = 1500;
/** Asking a member takes it some work. */
const ASK_EVERY_MS = 250;

export interface ClusterOptions {
  readonly engine: Engine;
  /** One a member; the first founds the cluster. */
  readonly seats: readonly Seat[];
  readonly signal: AbortSignal;
}

/** The processes of one cluster, and what they say of each other. */
export class Cluster {
  readonly journal = new Journal();
  readonly #options: ClusterOptions;
  readonly #members = new Map<Seat, Member>();

  constructor(options: ClusterOptions) {
    this.#options = options;
  }

  /** Those whose processes run. */
  get members(): readonly Member[] {
    return [...this.#members.values()].filter(({ isRunning }) => isRunning);
  }

  /** What the members that run are called by each other. */
  get ids(): ReadonlySet<string> {
    return new Set(this.members.flatMap(({ id }) => (id === undefined ? [] : [id])));
  }

  /** Names of the members that run, but for this one. */
  namesBut(member: Member): string[] {
    return this.members.filter((other) => other !== member).map(({ seat }) => seat.name);
  }

  /** One that runs, by chance: none is always the one that others joined by. */
  anyMember(): Member {
    const { members } = this;
    const any = members[Math.floor(Math.random() * members.length)];
    if (any === undefined) throw new Error('nobody is there');
    return any;
  }

  /** Starts a member at every empty one of the first `count` seats, and resolves when all are settled. */
  async fill(count: number): Promise<void> {
    const seats = this.#options.seats.slice(0, count).filter((seat) => !this.#isTaken(seat));
    // Whoever joins a cluster that is not founded yet has to wait and to try again.
    const founder = this.members.length === 0 ? seats.shift() : undefined;
    if (founder) await this.#untilReady([this.#run(founder)]);
    while (seats.length > 0) {
      await this.#untilReady(seats.splice(0, STARTED_AT_ONCE).map((seat) => this.#run(seat)));
    }
    await this.untilSettled();
  }

  /** Starts the newcomer at the next empty seat, and doesn't wait for it. */
  join(): Member {
    const seat = this.#options.seats.find((one) => !this.#isTaken(one));
    if (seat === undefined) throw new Error('every seat is taken');
    return this.#run(seat);
  }

  /** Resolves when every member lists every other as alive, has no more to do, and nobody has said anything for a while. */
  async untilSettled(): Promise<void> {
    const { engine, signal } = this.#options;
    const { members, journal } = this;
    const wait = { withinMs: SETTLE_WITHIN_MS, signal };
    await until(() => this.#allListAll(), { ...wait, what: `${members.length} members list each other` });
    await until(() => engine.isAtRest(members), {
      ...wait,
      what: `${members.length} members are at rest`,
      everyMs: ASK_EVERY_MS,
    });
    await until(() => this.#allListAll() && performance.now() - journal.lastMs > QUIET_MS, {
      ...wait,
      what: 'the members have nothing more to say of each other',
    });
  }

  /** What the members that run count as sent, together; undefined where they don't. */
  ownTraffic(): Promise<OwnTraffic | undefined> {
    return this.#options.engine.ownTraffic(this.members);
  }

  /** Tells a member to go, in good order. */
  sendAway(member: Member): void {
    member.signal(this.#options.engine.leaveSignal);
  }

  /** Ends all in good order, so that what they keep is complete. */
  async stop(): Promise<void> {
    const { members } = this;
    for (const member of members) this.sendAway(member);
    await until(() => this.members.length === 0, {
      what: `${members.length} members end when they are told to`,
      withinMs: STOP_WITHIN_MS,
      signal: this.#options.signal,
    });
  }

  /** Ends all at once. */
  async kill(): Promise<void> {
    await Promise.all(this.members.map((member) => member.kill()));
  }

  #isTaken(seat: Seat): boolean {
    return this.#members.get(seat)?.isRunning === true;
  }

  #run(seat: Seat): Member {
    const { engine } = this.#options;
    const { journal } = this;
    journal.forget(seat.name);
    const joinBy = this.members[0]?.seat;
    const member = new Member({ engine, seat, joinBy, journal });
    this.#members.set(seat, member);
    return member;
  }

  async #untilReady(members: readonly Member[]): Promise<void> {
    for (const member of members) {
      await until(
        () => {
          member.checkRunning();
          return member.isReady;
        },
        { what: `${member.seat.name} joined`, withinMs: READY_WITHIN_MS, signal: this.#options.signal },
      );
    }
  }

  #allListAll(): boolean {
    const { members, journal } = this;
    return members.every(({ id }) =>
      members.every(
        (member) => member.id === id || (id !== undefined && journal.lists(member.seat.name, id)),
      ),
    );
  }
}
