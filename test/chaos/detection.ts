import type { FaultBand } from './nemesis.ts';
import type { View } from './watcher.ts';

/** Faults whose victims are dead from their beginning to their end. */
const DEATHS: ReadonlySet<string> = new Set(['kill', 'kill of two', 'lost disk']);
/** After a fault of which all was not well in time. */
const GRACE_MS = 60_000;

/** How long it took, each time a peer was killed, until all others held it for dead; only of those that all did before it was back. */
export function detectionTimes(bands: readonly FaultBand[], views: readonly View[]): number[] {
  return bands
    .filter(({ fault }) => DEATHS.has(fault))
    .flatMap(({ peers, fromMs, untilMs }) => {
      const during = views.filter(
        ({ atMs, viewer }) => atMs >= fromMs && atMs <= untilMs && !peers.includes(viewer),
      );
      const viewers = [...new Set(during.map(({ viewer }) => viewer))];
      return peers.flatMap((victim) => {
        const times = viewers.map(
          (name) => during.find(({ viewer, dead }) => viewer === name && dead.includes(victim))?.atMs,
        );
        const known = times.filter((time) => time !== undefined);
        return known.length === 0 || known.length < times.length ? [] : [Math.max(...known) - fromMs];
      });
    });
}

/** Of whom somebody held another for dead, and since when. */
export interface FalseDeath {
  readonly atMs: number;
  readonly viewer: string;
  readonly peer: string;
}

/** Each time that a peer that nothing befell was held for dead by one that nothing befell either. */
export function falseDeaths(bands: readonly FaultBand[], views: readonly View[]): FalseDeath[] {
  const excused = bands.map(({ excused: names, fromMs, untilMs, settledAfterMs }) => ({
    names: new Set(names),
    fromMs,
    untilMs: untilMs + (settledAfterMs ?? GRACE_MS),
  }));
  const isExcused = (name: string, atMs: number) =>
    excused.some(({ names, fromMs, untilMs }) => names.has(name) && atMs >= fromMs && atMs <= untilMs);
  const held = new Map<string, ReadonlySet<string>>();
  const found: FalseDeath[] = [];
  for (const { atMs, viewer, dead } of views) {
    const wronged = new Set(dead.filter((name) => !isExcused(name, atMs) && !isExcused(viewer, atMs)));
    for (const peer of wronged) if (held.get(viewer)?.has(peer) !== true) found.push({ atMs, viewer, peer });
    held.set(viewer, wronged);
  }
  return found;
}
