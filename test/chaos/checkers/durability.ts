import { type Version, compareVersions, formatVersion } from '../../../src/version/version.ts';
import type { Violation } from '../../simulation/history.ts';

/** A write that all owners of its key acknowledged as durable. */
export interface Entrusted {
  readonly key: string;
  readonly version: Version;
}

/** P6: what a peer has of keys that were entrusted to it before it lost its power, asked as soon as it is back. */
export function checkDurability(
  peer: string,
  entrusted: readonly Entrusted[],
  heldNow: ReadonlyMap<string, Version | undefined>,
): Violation[] {
  return entrusted.flatMap(({ key, version }): Violation[] => {
    const held = heldNow.get(key);
    if (held !== undefined && compareVersions(held, version) >= 0) return [];
    const what = held === undefined ? 'nothing' : formatVersion(held);
    const message = `${peer} acknowledged ${key} at ${formatVersion(version)} as durable, and has ${what} after a power cut`;
    return [{ promise: 'P6', message }];
  });
}
