import type { Measurement, Site } from './measurement.ts';
import { untilDefined } from './until.ts';

const WITHIN_MS = 60_000;

export const DEATH: Measurement = {
  name: 'kill',
  title: 'A member is killed',
  explanation:
    'From kill -9 until the first other suspects it, and until every other has declared it dead (serf: failed). The kernel closes its ' +
    'connections, which Starling takes as a hint to probe at once; serf, which speaks UDP, has no such hint.',
  figures: [
    { id: 'killSuspected', title: 'suspected', unit: 'ms' },
    { id: 'killDead', title: 'declared dead by all', unit: 'ms' },
  ],
  async take(site) {
    const { suspectedMs, deadMs } = await timeDeath(site, 'SIGKILL');
    return { killSuspected: suspectedMs, killDead: deadMs };
  },
};

export const SILENCE: Measurement = {
  name: 'kill',
  title: 'A member falls silent',
  explanation:
    'The same, but it is stopped (SIGSTOP): its connections stay open, as those of a machine do that loses its power.',
  figures: [
    { id: 'silentSuspected', title: 'suspected', unit: 'ms' },
    { id: 'silentDead', title: 'declared dead by all', unit: 'ms' },
  ],
  isLong: true,
  async take(site) {
    const { suspectedMs, deadMs } = await timeDeath(site, 'SIGSTOP');
    return { silentSuspected: suspectedMs, silentDead: deadMs };
  },
};

export interface Death {
  readonly suspectedMs: number;
  readonly deadMs: number;
}

/** Sends a member that signal, waits until all others have declared it dead, and ends it. */
export async function timeDeath(
  { cluster, signal }: Pick<Site, 'cluster' | 'signal'>,
  deathBy: 'SIGKILL' | 'SIGSTOP',
): Promise<Death> {
  const { journal } = cluster;
  const victim = cluster.anyMember();
  const witnesses = cluster.namesBut(victim);
  const of = victim.id ?? '';
  const sinceMs = performance.now();
  victim.signal(deathBy);
  const deadMs = await untilDefined(() => journal.allMs(witnesses, { of, states: ['dead'], sinceMs }), {
    what: `all have declared the member dead that got ${deathBy}`,
    withinMs: WITHIN_MS,
    signal,
  });
  await victim.kill();
  const suspectedMs = journal.firstMs({ of, states: ['suspect', 'dead'], sinceMs }) ?? deadMs;
  return { suspectedMs: suspectedMs - sinceMs, deadMs: deadMs - sinceMs };
}
