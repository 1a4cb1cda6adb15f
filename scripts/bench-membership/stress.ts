import { setTimeout as sleep } from 'node:timers/promises';
import { timeDeath } from './death.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { Spinners } from './spinners.ts';
import { falseDeaths, suspicions } from './verdicts.ts';

export const STRESS: Measurement = {
  name: 'stress',
  title: 'Every core is busy',
  explanation:
    `While ${Spinners.count} processes that only compute share the cores with the members, at the same priority, for a minute: members that ` +
    'lived and were declared dead by somebody, and how many declared or believed it; suspicions, those of one member that follow ' +
    'each other within 2 s taken as one; and denials by the suspected. Then, under the same load, one is killed (kill -9).',
  figures: [
    { id: 'stressFalseDeaths', title: 'alive, but declared dead', unit: 'number' },
    { id: 'stressFalseVerdicts', title: 'verdicts of that kind', unit: 'number' },
    { id: 'stressSuspicions', title: 'suspicions of the living', unit: 'number' },
    { id: 'stressRefutals', title: 'denials', unit: 'number' },
    { id: 'stressKillSuspected', title: 'kill -9, suspected', unit: 'ms' },
    { id: 'stressKillDead', title: 'kill -9, declared dead by all', unit: 'ms' },
  ],
  runsMost: 2,
  isLong: true,
  isOfLargest: true,
  async take(site) {
    const spinners = new Spinners();
    try {
      return await measureUnderStress(site);
    } finally {
      await spinners.stop();
    }
  },
};

async function measureUnderStress(site: Site): Promise<Found> {
  const { cluster, signal, stressMs } = site;
  const { journal } = cluster;
  const sinceMs = performance.now();
  await sleep(stressMs, undefined, { signal });
  for (const member of cluster.members) member.checkRunning();
  const sightings = journal.since(sinceMs);
  const { members, verdicts } = falseDeaths(sightings, cluster.ids);
  const found = {
    stressFalseDeaths: members,
    stressFalseVerdicts: verdicts,
    stressSuspicions: suspicions(sightings, cluster.ids),
    stressRefutals: journal.refutalsSince(sinceMs),
  };
  const { suspectedMs, deadMs } = await timeDeath(site, 'SIGKILL');
  return { ...found, stressKillSuspected: suspectedMs, stressKillDead: deadMs };
}
