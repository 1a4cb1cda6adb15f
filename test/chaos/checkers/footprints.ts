import type { Violation } from '../../simulation/history.ts';
import type { Footprint } from '../watcher.ts';

export interface Bounds {
  readonly residentBytes: number;
  readonly descriptors: number;
}

/** P9: no peer ever takes more memory, or has more files open, than this; one violation for each peer and kind. */
export function checkFootprints(footprints: readonly Footprint[], bounds: Bounds): Violation[] {
  const kinds = ['residentBytes', 'descriptors'] as const;
  return [...new Set(footprints.map(({ peer }) => peer))].flatMap((name) =>
    kinds.flatMap((kind): Violation[] => {
      const over = footprints.find(({ peer, [kind]: value }) => peer === name && value > bounds[kind]);
      if (over === undefined) return [];
      const message = `${name} has ${kind} ${over[kind]} at ${over.atMs}, beyond ${bounds[kind]}`;
      return [{ promise: 'P9', message }];
    }),
  );
}
