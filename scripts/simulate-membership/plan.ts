import type { Task } from '../../test/simulation/membership/scenarios/catalogue.ts';
import type { Protection } from '../../test/simulation/membership/scenarios/lifeguard.ts';
import type { Weather } from '../../test/simulation/membership/weather.ts';

export interface PlanOptions {
  /** Simulated hours of rough weather in all. */
  readonly hours: number;
  /** Of the scenarios that are looked at closely, and of a few minutes of rough weather. */
  readonly members: number;
  /** Of one quiet cluster; 0: none. */
  readonly large: number;
  readonly seed: number;
}

const HOUR_MS = 3_600_000;
const SPLIT_MS = HOUR_MS;
const IDLE_MS = 60_000;
const IDLE_LARGE_MS = 20_000;
const MUTE_TIMES = 50;

/** The other sizes: each costs as many events an hour as it has members, so the hours go to small ones. */
const SMALL = 20;
const HOUR_SHARES = [
  { members: SMALL, part: 0.94 },
  { members: 50, part: 0.05 },
  { members: 100, part: 0.01 },
] as const;
/** The largest meet each weather once. A thousand members in rough weather take a hundred times as long as they last. */
const LARGE_RUN_MS = HOUR_MS / 12;

const WEATHERS: readonly (readonly Weather[])[] = [
  ['loss'],
  ['pauses'],
  ['starvation'],
  ['loss', 'pauses', 'starvation'],
];

const LIFEGUARD = { members: 100, starved: 4, lastingMs: 600_000, seeds: 5 } as const;
export const PROTECTIONS: readonly Protection[] = ['both', 'Lifeguard', 'lateness', 'none'];

type Unseeded = Task extends infer Each ? (Each extends Task ? Omit<Each, 'seed'> : never) : never;

/** All that is to be run, the longest first, each with a seed of its own. */
export function planOf({ hours, members, large, seed }: PlanOptions): Task[] {
  const tasks: Task[] = [];
  const add = (task: Unseeded): void => void tasks.push({ ...task, seed: seed + tasks.length });
  if (large > 0) add({ scenario: 'everyday', members: large, idleMs: IDLE_LARGE_MS });
  for (const size of members > 100 ? [members, 100] : [members]) {
    add({ scenario: 'split', members: size, splitMs: SPLIT_MS });
    add({ scenario: 'massRestart', members: size, moves: false });
    add({ scenario: 'massRestart', members: size, moves: true });
    add({ scenario: 'manyDie', members: size, afterwardsMs: IDLE_MS });
    add({ scenario: 'everyday', members: size, idleMs: IDLE_MS });
  }
  add({ scenario: 'everyday', members: SMALL, idleMs: IDLE_MS });
  for (const size of [SMALL, 100]) add({ scenario: 'muteness', members: size, times: MUTE_TIMES });
  return [...tasks, ...lifeguardTasks(seed), ...weatherTasks(hours, members, seed)];
}

/** Each protection meets the same seeds. */
function lifeguardTasks(firstSeed: number): Task[] {
  const { members, starved, lastingMs, seeds } = LIFEGUARD;
  return PROTECTIONS.flatMap((protection) =>
    Array.from({ length: seeds }, (_, index): Task => {
      const seed = firstSeed + index;
      return { scenario: 'lifeguard', members, starved, lastingMs, protection, seed };
    }),
  );
}

/** The largest first, and the weathers in turn. */
function weatherTasks(hours: number, largest: number, firstSeed: number): Task[] {
  const runs: { members: number; lastingMs: number }[] = [];
  for (const { members, part } of HOUR_SHARES) {
    for (let left = Math.round(hours * part); left > 0; left--) runs.push({ members, lastingMs: HOUR_MS });
  }
  if (hours > 0) runs.push(...WEATHERS.map(() => ({ members: largest, lastingMs: LARGE_RUN_MS })));
  return runs.reverse().map(({ members, lastingMs }, index): Task => {
    const weathers = WEATHERS[index % WEATHERS.length]!;
    return { scenario: 'roughWeather', members, lastingMs, weathers, seed: firstSeed + index };
  });
}
