import type { Key } from '../../../src/version/key.ts';
import { type Version, compareVersions, formatVersion } from '../../../src/version/version.ts';
import type { Violation } from '../history.ts';

/** A node that has just started. */
export interface Holder {
  readonly held: (key: Key) => Version | undefined;
  readonly isOwned: (key: Key) => boolean;
  /** Below this a key that isn't there was deleted. */
  readonly floorMs: (key: Key) => number;
}

/** What one replica has acknowledged as durable: the newest version of each key. Kept outside the node, which may crash. */
export class AcknowledgementLedger {
  readonly #newest = new Map<string, { key: Key; version: Version }>();
  #count = 0;

  /** Acknowledgements noted. */
  get count(): number {
    return this.#count;
  }

  note(key: Key, version: Version): void {
    this.#count++;
    const known = this.#newest.get(key.text);
    if (!known || compareVersions(version, known.version) > 0) this.#newest.set(key.text, { key, version });
  }

  /** These keys are not to be held any more. */
  forget(isForgotten: (key: Key) => boolean): void {
    for (const [text, { key }] of this.#newest) if (isForgotten(key)) this.#newest.delete(text);
  }

  /** P6: after a crash a peer holds everything that it acknowledged as durable, and still has to. */
  check(node: string, { held, isOwned, floorMs }: Holder): Violation[] {
    const violations: Violation[] = [];
    for (const { key, version } of this.#newest.values()) {
      const found = held(key);
      if (found && compareVersions(found, version) >= 0) continue;
      if (!isOwned(key) || (!found && version.wallMs < floorMs(key))) continue;
      violations.push({
        promise: 'P6',
        message:
          `${node} acknowledged ${key.text} at ${formatVersion(version)} as durable and has ` +
          `${found ? formatVersion(found) : 'nothing'} after a restart`,
      });
    }
    return violations;
  }
}
