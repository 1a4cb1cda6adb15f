import { assert } from '../base/assert.ts';
import type { StarlingError } from '../base/errors.ts';
import type { Record } from '../version/record.ts';
import { type Version, ZERO_VERSION, compareVersions } from '../version/version.ts';

/** What one replica says to a read: the version it holds, and the record where that was asked for. */
export type ReadAnswer =
  | { readonly kind: 'held'; readonly version: Version | undefined; readonly record: Record | undefined }
  | { readonly kind: 'failed'; readonly error: StarlingError };

/** What the caller is to do next. */
export type ReadStep =
  /** Ask this slot for its version, and for the record where wanted; feed the answer to `answer`. */
  | { readonly kind: 'ask'; readonly slot: number; readonly forRecord: boolean }
  /** Ask this slot for the whole record; feed the answer to `fetched`. */
  | { readonly kind: 'fetch'; readonly slot: number }
  /** Send the record to this slot, which lacks it; feed the outcome to `repaired`. */
  | { readonly kind: 'repair'; readonly slot: number; readonly record: Record }
  /** Answer the client: undefined where nobody ever heard of the key. */
  | { readonly kind: 'answer'; readonly record: Record | undefined }
  /** Compare what this slot holds with the version that was answered, when there is time. */
  | { readonly kind: 'compare'; readonly slot: number; readonly version: Version | undefined }
  | { readonly kind: 'fail'; readonly agreeing: number; readonly errors: readonly StarlingError[] };

export interface ReadQuorumOptions {
  /** Custodians of the key, in slots from the nearest to the farthest. */
  readonly custodians: number;
  /** Custodians that must have answered, R. */
  readonly readsNeeded: number;
  /** Custodians that must hold a value that was found on only some of them before it is returned, W. */
  readonly writesNeeded: number;
}

const NOTHING: readonly ReadStep[] = [];

/**
 * One read with read repair (Dynamo 4.5 and 5), as a value that is fed answers.
 *
 *     asking R --R answered--> agreed ------------------------------> answered, the others compared later
 *        |               \-> differing --repaired to W of them--> /
 *        '--one fails or is slow--> asking more
 *
 * The nearest custodian is asked for the record and R - 1 others for their version. The client is answered when R
 * have answered and the newest record among them is at hand; where those R differ everybody is asked, and it is first
 * written to W custodians, so that what one reader saw no later one can miss. Every custodian that answers
 * with something older, before the client's answer or after it, is sent the newest. Custodians that weren't needed
 * are compared afterwards, many keys at a time.
 */
export class ReadQuorum {
  readonly #options: ReadQuorumOptions;
  /** By slot; undefined until it has answered (or once it failed). */
  readonly #held: (Version | undefined)[];
  readonly #errors: StarlingError[] = [];
  #newest: Version = ZERO_VERSION;
  #record: Record | undefined;
  /** Slots `0..asked-1` were asked. */
  #asked = 0;
  /** Slots that have answered or failed, as bits. */
  #heard = 0;
  #answeredCount = 0;
  #failedCount = 0;
  #fetching = false;
  #differing = false;
  /** Slots that were sent the newest version, as bits. */
  #repairing = 0;
  /** Slots that failed a fetch or a repair: not asked again. */
  #unusable = 0;
  #decided = false;

  constructor(options: ReadQuorumOptions) {
    assert(options.custodians <= 31, 'a read goes to at most 31 replicas');
    this.#options = options;
    this.#held = new Array<Version | undefined>(options.custodians).fill(undefined);
  }

  /** Slots that are known to hold the newest version that was heard of, as bits. */
  get holders(): number {
    let bits = 0;
    this.#held.forEach((version, slot) => {
      if (version !== undefined && compareVersions(version, this.#newest) === 0) bits |= 1 << slot;
    });
    return bits;
  }

  /** The first steps. */
  start(): readonly ReadStep[] {
    return this.#askUpTo(this.#options.readsNeeded);
  }

  /** Those that were asked are slow: asks all others, the next one for the record (The Tail at Scale, hedged requests). */
  hedge(): readonly ReadStep[] {
    return this.#decided ? NOTHING : this.#askUpTo(this.#options.custodians);
  }

  /** The first answer of one slot. */
  answer(slot: number, answer: ReadAnswer): readonly ReadStep[] {
    assert((this.#heard & (1 << slot)) === 0, 'a replica answers a read once');
    this.#heard |= 1 << slot;
    if (answer.kind === 'failed') {
      this.#failedCount++;
      this.#errors.push(answer.error);
      return this.#next();
    }
    this.#answeredCount++;
    this.#held[slot] = answer.version ?? ZERO_VERSION;
    this.#learn(this.#held[slot], answer.record);
    return this.#next();
  }

  /** The answer to a `fetch`. A replica may hold something newer by now. */
  fetched(slot: number, answer: ReadAnswer): readonly ReadStep[] {
    this.#fetching = false;
    if (answer.kind === 'failed' || answer.record === undefined) {
      this.#unusable |= 1 << slot;
      if (answer.kind === 'failed') this.#errors.push(answer.error);
    } else {
      this.#held[slot] = answer.record.version;
      this.#learn(answer.record.version, answer.record);
    }
    return this.#next();
  }

  /** The outcome of a `repair`: whether the slot holds that version now, durably. */
  repaired(slot: number, version: Version, error: StarlingError | undefined): readonly ReadStep[] {
    if (error !== undefined) {
      this.#errors.push(error);
      this.#unusable |= 1 << slot;
    } else if (compareVersions(version, this.#held[slot] ?? ZERO_VERSION) > 0) {
      this.#held[slot] = version;
    }
    return this.#next();
  }

  #learn(version: Version, record: Record | undefined): void {
    const order = compareVersions(version, this.#newest);
    if (order > 0) {
      this.#newest = version;
      this.#record = record;
      this.#repairing = 0;
    } else if (order === 0 && record !== undefined) {
      this.#record = record;
    }
  }

  #next(): readonly ReadStep[] {
    const { custodians, readsNeeded } = this.#options;
    if (!this.#decided && this.#failedCount > custodians - readsNeeded) return this.#fail();
    if (this.#answeredCount < readsNeeded) return this.#askUpTo(readsNeeded + this.#failedCount);
    const absent = compareVersions(this.#newest, ZERO_VERSION) === 0;
    if (absent) return this.#decided ? NOTHING : this.#answer();
    const holders = this.#count((version) => compareVersions(version, this.#newest) === 0);
    if (!this.#decided && !this.#differing && holders < this.#answeredCount) this.#differing = true;
    if (this.#record === undefined) {
      return this.#decided && holders === this.#answeredCount ? NOTHING : this.#fetch();
    }
    const repairs = this.#repairs(this.#record);
    if (this.#decided) return repairs;
    const steps = this.#differing ? [...repairs, ...this.#askUpTo(custodians)] : repairs;
    if (!this.#differing || holders >= this.#options.writesNeeded) return [...steps, ...this.#answer()];
    return this.#canStillReach(holders) ? steps : this.#fail();
  }

  /** Holders that may still come: those not heard of yet and those being repaired. */
  #canStillReach(holders: number): boolean {
    const { custodians, writesNeeded } = this.#options;
    const unheard = custodians - this.#answeredCount - this.#failedCount;
    let underRepair = 0;
    this.#held.forEach((version, slot) => {
      const bit = 1 << slot;
      const lacks = version !== undefined && compareVersions(version, this.#newest) < 0;
      if (lacks && (this.#repairing & bit) !== 0 && (this.#unusable & bit) === 0) underRepair++;
    });
    return holders + unheard + underRepair >= writesNeeded;
  }

  #fetch(): readonly ReadStep[] {
    if (this.#fetching) return NOTHING;
    const slot = this.#held.findIndex(
      (version, at) =>
        version !== undefined &&
        compareVersions(version, this.#newest) === 0 &&
        (this.#unusable & (1 << at)) === 0,
    );
    if (slot < 0) {
      const unheard = this.#options.custodians - this.#answeredCount - this.#failedCount;
      if (this.#decided) return NOTHING;
      return unheard > 0 ? this.#askUpTo(this.#options.custodians) : this.#fail();
    }
    this.#fetching = true;
    return [{ kind: 'fetch', slot }];
  }

  #repairs(record: Record): ReadStep[] {
    const steps: ReadStep[] = [];
    this.#held.forEach((version, slot) => {
      const bit = 1 << slot;
      if (version === undefined || (this.#repairing & bit) !== 0) return;
      if (compareVersions(version, this.#newest) >= 0) return;
      this.#repairing |= bit;
      steps.push({ kind: 'repair', slot, record });
    });
    return steps;
  }

  #answer(): readonly ReadStep[] {
    this.#decided = true;
    const version = this.#record?.version;
    const steps: ReadStep[] = [{ kind: 'answer', record: this.#record }];
    for (let slot = this.#asked; slot < this.#options.custodians; slot++) {
      steps.push({ kind: 'compare', slot, version });
    }
    return steps;
  }

  /** Asks until so many were asked in all; the first, and each while no record is on its way or at hand, for the record. */
  #askUpTo(count: number): readonly ReadStep[] {
    const end = Math.min(count, this.#options.custodians);
    if (this.#asked >= end) return NOTHING;
    const steps: ReadStep[] = [];
    for (let forRecord = this.#record === undefined; this.#asked < end; forRecord = false) {
      steps.push({ kind: 'ask', slot: this.#asked++, forRecord });
    }
    return steps;
  }

  #fail(): readonly ReadStep[] {
    if (this.#decided) return NOTHING;
    this.#decided = true;
    const agreeing = this.#count((version) => compareVersions(version, this.#newest) === 0);
    return [{ kind: 'fail', agreeing, errors: this.#errors }];
  }

  #count(matches: (version: Version) => boolean): number {
    return this.#held.reduce(
      (sum, version) => (version !== undefined && matches(version) ? sum + 1 : sum),
      0,
    );
  }
}
