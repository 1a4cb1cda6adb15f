import { compareVersions } from '../../version/version.ts';
import type { Appender } from './appender.ts';
import { keyBytesAt } from './format.ts';
import type { HighestVersion } from './highest-version.ts';
import type { KeyIndex } from './key-index.ts';
import type { LogState } from './log-state.ts';
import type { ReplayedEntry } from './recovery.ts';
import type { Segment } from './segment.ts';

export interface ReplayParts {
  readonly index: KeyIndex;
  readonly appender: Appender;
  readonly state: LogState;
  /** Learns of all entries, those that aren't the newest of their keys included. */
  readonly highestVersion: HighestVersion;
}

/** Builds the index from the entries of the log, in their order. */
export class Replay {
  readonly #index: KeyIndex;
  readonly #appender: Appender;
  readonly #state: LogState;
  readonly #highestVersion: HighestVersion;

  constructor({ index, appender, state, highestVersion }: ReplayParts) {
    this.#index = index;
    this.#appender = appender;
    this.#state = state;
    this.#highestVersion = highestVersion;
  }

  /** @throws StarlingError CORRUPTION */
  apply(segment: Segment, offset: number, { head, block, at }: ReplayedEntry): void {
    this.#highestVersion.note(head.version);
    const { tokenHigh, tokenLow } = head;
    const partition = this.#index.partitionOf(tokenHigh);
    if (this.#state.isDropped(partition, { segment: segment.number, offset })) return;
    const entry = this.#index.packed(head, segment.slot, offset);
    const present = this.#index.locate({ bytes: keyBytesAt(block, at, head), tokenHigh, tokenLow });
    if (present === undefined) this.#appender.insert(head, entry);
    // The same version twice: a copy that compaction made, and whose original outlived it in a crash.
    else if (compareVersions(head.version, present.head.version) >= 0)
      this.#appender.replace(present, head, entry);
  }
}
