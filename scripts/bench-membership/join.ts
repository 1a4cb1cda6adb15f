import type { Journal } from './journal.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import type { Member } from './member.ts';
import { untilDefined } from './until.ts';
import { falseDeaths, suspicions } from './verdicts.ts';

const WITHIN_MS = 60_000;

export const JOIN: Measurement = {
  name: 'join',
  title: 'A newcomer joins',
  explanation:
    'From its first contact (Starling: its first connection; serf: when it says that it is joining) until every other lists it as alive. ' +
    'What comes before is the start of a program, Node and libp2p here and a small binary there: shown apart, from the start of the process. ' +
    'Suspicions and deaths are those of members that live, until nobody has anything more to do.',
  figures: [
    { id: 'joinKnown', title: 'known to all', unit: 'ms' },
    { id: 'joinKnows', title: 'knows all', unit: 'ms' },
    { id: 'joinKnownFromStart', title: 'known to all, from the start of its process', unit: 'ms' },
    { id: 'joinSuspicions', title: 'suspicions of the living', unit: 'number' },
    { id: 'joinFalseDeaths', title: 'alive, but declared dead', unit: 'number' },
  ],
  bringsNewcomer: true,
  take: measureJoin,
};

async function measureJoin({ cluster, signal }: Site): Promise<Found> {
  const { journal } = cluster;
  const others = cluster.members;
  const names = others.map(({ seat }) => seat.name);
  const newcomer = cluster.join();
  const sinceMs = newcomer.startedMs;
  const wait = { withinMs: WITHIN_MS, signal };
  const knownMs = await untilDefined(
    () => {
      newcomer.checkRunning();
      const { id } = newcomer;
      return id === undefined ? undefined : journal.allMs(names, { of: id, states: ['alive'], sinceMs });
    },
    { ...wait, what: 'all know the newcomer' },
  );
  const knowsMs = await untilDefined(() => knowsAllMs(journal, newcomer, others), {
    ...wait,
    what: 'the newcomer knows all',
  });
  const { contactedMs } = newcomer;
  if (contactedMs === undefined) throw new Error('the newcomer did not say when it turned to another');
  await cluster.untilSettled();
  const sightings = journal.since(sinceMs);
  return {
    joinKnown: knownMs - contactedMs,
    joinKnows: knowsMs - contactedMs,
    joinKnownFromStart: knownMs - sinceMs,
    joinSuspicions: suspicions(sightings, cluster.ids),
    joinFalseDeaths: falseDeaths(sightings, cluster.ids).members,
  };
}

/** When the newcomer had listed the last of the others; undefined while it has not. */
function knowsAllMs(journal: Journal, newcomer: Member, others: readonly Member[]): number | undefined {
  const { seat, startedMs: sinceMs } = newcomer;
  const times = others.map(({ id = '' }) =>
    journal.allMs([seat.name], { of: id, states: ['alive'], sinceMs }),
  );
  return times.every((atMs) => atMs !== undefined) ? Math.max(...times) : undefined;
}
