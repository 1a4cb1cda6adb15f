import { StarlingError } from '../base/errors.ts';
import type { Timers } from '../base/timers.ts';
import type { Custody } from '../replication/custody.ts';
import type { ExchangeReport } from '../wire/repair-codec.ts';

export interface LastComparisonDependencies {
  readonly self: string;
  readonly custody: { readonly view: Custody['view'] };
  readonly timers: Timers;
  /** Compares with another owner all that both own, and mends what differs. Never rejects. */
  readonly compare: (peer: string) => Promise<Pick<ExchangeReport, 'notCompared'> | StarlingError>;
  /** Called when it may be done. */
  readonly onProgress: () => void;
}

/** By then what was written before everybody knew of the change is no longer left to arrive by itself. */
const BEGIN_AFTER_MS = 3000;
const RETRY_AFTER_MS = 1000;

/**
 * Where a cluster shrinks below N members nobody takes over from the one that leaves: the other owners go on with what they have. Of a write that
 * one of them missed the leaver may have the only copy beside another; so it compares with all of them first, which have everything then.
 */
export class LastComparison {
  readonly #on: LastComparisonDependencies;
  /** The owners for which it is under way, and for which it is done. */
  #begunFor = '';
  #doneFor = '';

  constructor(dependencies: LastComparisonDependencies) {
    this.#on = dependencies;
  }

  /** Whether this node may go as far as that is concerned; begins what is missing. */
  isDone(): boolean {
    const { basis } = this.#on.custody.view;
    if (!this.#isNeeded() || this.#doneFor === basis) return true;
    if (this.#begunFor !== basis) {
      this.#begunFor = basis;
      this.#on.timers.after(BEGIN_AFTER_MS, () => void this.#run(basis));
    }
    return false;
  }

  /** The owners, or who is to change them, may be others now: what was compared for another change may have been overtaken. */
  handleOwners(): void {
    const { self, custody } = this.#on;
    if (custody.view.basis === this.#begunFor && custody.view.changing.includes(self)) return;
    this.#begunFor = '';
    this.#doneFor = '';
  }

  /** Why this node doesn't go yet, in a sentence; undefined where it isn't because of that. */
  reason(): string | undefined {
    const { self, custody } = this.#on;
    if (this.#begunFor !== custody.view.basis || this.#doneFor === custody.view.basis) return undefined;
    return `${self} is leaving and compares once more with the owners that go on without it, all of which must be up`;
  }

  #isNeeded(): boolean {
    const { self, custody } = this.#on;
    const { view } = custody;
    return view
      .partitionsOf(self)
      .some((partition) => view.successors(partition).length < view.custodians(partition).length);
  }

  async #run(basis: string): Promise<void> {
    const { self, custody, compare, timers, onProgress } = this.#on;
    const { view } = custody;
    if (this.#begunFor !== basis) return;
    const others = new Set(view.partitionsOf(self).flatMap((partition) => view.custodians(partition)));
    others.delete(self);
    for (const peer of others) {
      const report = await compare(peer);
      // Of what could not be compared nobody knows whether the other has it.
      if (report instanceof StarlingError || report.notCompared > 0) {
        timers.after(RETRY_AFTER_MS, () => void this.#run(basis));
        return;
      }
    }
    if (this.#begunFor !== basis) return;
    this.#doneFor = basis;
    onProgress();
  }
}
