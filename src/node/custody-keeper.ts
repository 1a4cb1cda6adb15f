import { toStarlingError } from '../base/errors.ts';
import type { Timers } from '../base/timers.ts';
import { type Intent, finalityOf } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import { basisOf } from '../ring/custody-view.ts';
import type { Log } from '../telemetry/log.ts';
import { type KnownMember, type StateFiles, saveCustodyState } from './custody-state.ts';

export interface CustodyKeeperDependencies {
  readonly custody: Custody;
  /** From which the view was derived that this node last acted by. */
  readonly members: readonly KnownMember[];
  readonly files: StateFiles;
  readonly timers: Timers;
  readonly log: Log;
  /** Saves the purge floors as they are. @throws StarlingError */
  readonly saveFloors: () => Promise<void>;
}

/** What this node has promised about its view. */
export interface ViewBond {
  /** Whether it has let somebody change these owners, for whom the view stays what it was then until they are others, or it is given back. */
  isBound(): boolean;
  /** Something was learned that has to wait for that. To be learned again when the view is bound no more. */
  handleWait(): void;
}

const FREE: ViewBond = { isBound: () => false, handleWait: () => undefined };

/** After a save that failed: a full disk doesn't empty at once. */
const RETRY_MS = 1000;

/**
 * Lets this node's view of who owns what go forward only, crashes included: what it learns of the members is on
 * disk before it acts by it. A replica that acknowledged under one list of owners and came back with an older one
 * could acknowledge again what the newer owners will never hear of.
 *
 *     learn --> members --> saved --> custody.update
 */
export class CustodyKeeper {
  readonly #on: CustodyKeeperDependencies;
  readonly #members: Map<string, KnownMember>;
  /** What custody was last derived from. */
  #positions = '';
  #isChanged = false;
  /** Whether a copy was completed that the saved floors know nothing of. */
  #hasCopied = false;
  /** What is to be saved as cleared, before custody is told. */
  #clearing: readonly number[] = [];
  #running: Promise<void> | undefined;
  #isStopped = false;
  /** One retry at a time, however many saves have failed. */
  #isRetryPlanned = false;
  bond: ViewBond = FREE;

  constructor(dependencies: CustodyKeeperDependencies) {
    this.#on = dependencies;
    this.#members = new Map(dependencies.members.map((member) => [member.peer, member]));
    this.#derive([...this.#members.values()]);
  }

  /** Takes what is newer in these intents; custody follows when it is saved. */
  learn(intents: readonly Intent[]): void {
    const news = intents.map(memberOf).filter((member) => {
      const known = this.#members.get(member.peer);
      return known === undefined || isNewer(member, known);
    });
    const isChanged = news.some((member) => {
      const known = this.#members.get(member.peer);
      return known === undefined || positionsOf([known]) !== positionsOf([member]);
    });
    if (isChanged && this.#hasToWait(news)) {
      this.bond.handleWait();
      return;
    }
    for (const member of news) this.#members.set(member.peer, member);
    // Not "differs from what custody was derived from": a save of something else may be under way.
    if (isChanged) this.#saveSoon();
  }

  /** Whether custody follows from all that was learned. */
  get isUpToDate(): boolean {
    return positionsOf(this.#members.values()) === this.#positions;
  }

  /** Whether the owners are the same with these members, and others are being let change them. */
  #hasToWait(news: readonly KnownMember[]): boolean {
    if (!this.bond.isBound()) return false;
    const members = new Map([...this.#members, ...news.map((member) => [member.peer, member] as const)]);
    return basisOf([...members.values()]) === this.#on.custody.view.basis;
  }

  /** The partition's copy is durable here. That it is will be, soon: until then a crash costs another copy. */
  markComplete(partition: number): void {
    this.#on.custody.markComplete(partition);
    this.#hasCopied = true;
    this.#saveSoon();
  }

  /** Nothing is left of these partitions from before this node owned them; resolves when that is on disk. */
  async markCleared(partitions: readonly number[]): Promise<void> {
    this.#clearing = partitions;
    try {
      await this.#save();
    } finally {
      this.#clearing = [];
    }
    this.#on.custody.markCleared(partitions);
  }

  /** At the founding of a cluster: its founder has all there is. */
  async markAllComplete(): Promise<void> {
    this.#on.custody.markAllComplete();
    await this.#save();
  }

  /** Nothing is written any more afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    // What was learned during one save is saved by a next.
    for (let running = this.#running; running !== undefined; running = this.#running) {
      await running.catch(() => undefined);
    }
  }

  #saveSoon(): void {
    if (this.#isStopped) return;
    this.#save().catch((error: unknown) => {
      const { message } = toStarlingError(error, 'DISK_FULL');
      this.#on.log.warn({}, `could not save what is known of the owners, trying again: ${message}`);
      if (this.#isRetryPlanned) return;
      this.#isRetryPlanned = true;
      this.#on.timers.after(RETRY_MS, () => {
        this.#isRetryPlanned = false;
        this.#saveSoon();
      });
    });
  }

  /** Resolves when everything as it is now is on disk: joins a save that is to begin, not one that has begun. */
  async #save(): Promise<void> {
    this.#isChanged = true;
    while (this.#hasToSave()) {
      this.#running ??= this.#write().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
  }

  #hasToSave(): boolean {
    return this.#isChanged || this.#running !== undefined;
  }

  async #write(): Promise<void> {
    this.#isChanged = false;
    const members = [...this.#members.values()];
    try {
      const { complete } = this.#on.custody;
      if (this.#hasCopied) await this.#saveFloors();
      await saveCustodyState(this.#on.files, { complete, cleared: this.#cleared(), members });
    } catch (error) {
      this.#isChanged = true;
      throw error;
    }
    this.#derive(members);
  }

  /** A copy is complete down to the floor of what it was made from: it must not be taken for more after a crash. */
  async #saveFloors(): Promise<void> {
    this.#hasCopied = false;
    try {
      await this.#on.saveFloors();
    } catch (error) {
      this.#hasCopied = true;
      throw error;
    }
  }

  #cleared(): Uint8Array {
    const { cleared } = this.#on.custody;
    for (const partition of this.#clearing) cleared[partition >>> 3]! |= 1 << (partition & 7);
    return cleared;
  }

  #derive(members: readonly KnownMember[]): void {
    const positions = positionsOf(members);
    if (positions === this.#positions) return;
    this.#positions = positions;
    this.#on.custody.update(members);
  }
}

function memberOf({ peer, status, zone, weight, seat, next, counter, sinceCounter }: Intent): KnownMember {
  return { peer, status, zone, weight, seat, next, counter, sinceCounter };
}

const PASSAGE = ['joining', 'active', 'leaving', 'left', 'removing', 'removed'] as const;

/** As `compareIntents` has it: a removal is final; else by counter, and in one of them the later status wins everywhere. */
function isNewer(a: KnownMember, b: KnownMember): boolean {
  const order =
    finalityOf(a.status) - finalityOf(b.status) ||
    a.counter - b.counter ||
    PASSAGE.indexOf(a.status) - PASSAGE.indexOf(b.status);
  return order > 0;
}

function positionsOf(members: Iterable<KnownMember>): string {
  return [...members]
    .map(({ peer, status, zone, weight, seat, next, sinceCounter = 0 }) =>
      JSON.stringify([
        peer,
        status,
        zone,
        weight,
        seat ?? '',
        next?.zone ?? '',
        next?.weight ?? 0,
        sinceCounter,
      ]),
    )
    .sort()
    .join('\n');
}
