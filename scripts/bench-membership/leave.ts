import type { Found, Measurement, Site } from './measurement.ts';
import { untilDefined } from './until.ts';

const WITHIN_MS = 60_000;

export const LEAVE: Measurement = {
  name: 'leave',
  title: 'A member goes in good order',
  explanation:
    'From the signal (Starling: SIGTERM, at which it stops; serf: SIGINT, which is `serf leave` without the start of that program) until every ' +
    'other lists it as gone.',
  figures: [{ id: 'leaveKnown', title: 'known to all', unit: 'ms' }],
  take: measureLeave,
};

async function measureLeave({ cluster, signal }: Site): Promise<Found> {
  const leaver = cluster.anyMember();
  const witnesses = cluster.namesBut(leaver);
  const sinceMs = performance.now();
  cluster.sendAway(leaver);
  const question = { of: leaver.id ?? '', states: ['dead', 'left'], sinceMs } as const;
  const knownMs = await untilDefined(() => cluster.journal.allMs(witnesses, question), {
    what: 'all know that the member left',
    withinMs: WITHIN_MS,
    signal,
  });
  await leaver.ended();
  return { leaveKnown: knownMs - sinceMs };
}
