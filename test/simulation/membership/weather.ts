import { shuffled } from '../../../src/base/random.ts';
import type { CoreCluster } from './core-cluster.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** What members suffer without deserving to be declared dead. */
export type Weather = 'loss' | 'pauses' | 'starvation';

const LOSS = 0.1;

/** On average so many of the members are paused, each for a time between these. */
const PAUSED_PART = 0.05;
const SHORTEST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 30_000;
/** One pause in so many hits several members at the same instant, as when a machine with many of them stalls. */
const JOINT_PAUSE_EVERY = 10;
const JOINTLY_PAUSED_PART = 0.2;

/** Of the members so many get hardly any of the processor, for a few minutes; then others do. */
const STARVED_PART = 0.04;
const SHORTEST_FAMINE_MS = 60_000;
const LONGEST_FAMINE_MS = 300_000;
const RELIEF_MS = 30_000;
/** What a starved member gets: long waits, and a moment to run in between. */
const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 2000;
const SHORTEST_BURST_MS = 1;
const LONGEST_BURST_MS = 50;

/** Begins some weather, for as long as the cluster runs or until the function given back is called. */
export function beginWeather(cluster: CoreCluster, weather: Weather): () => void {
  switch (weather) {
    case 'loss':
      cluster.network.loss = LOSS;
      return () => void (cluster.network.loss = 0);
    case 'pauses':
      return beginPauses(cluster);
    case 'starvation':
      return beginFamines(cluster);
  }
}

/** SIGSTOP and SIGCONT. */
function beginPauses(cluster: CoreCluster): () => void {
  const { random } = cluster;
  const meanPauseMs = (SHORTEST_PAUSE_MS + LONGEST_PAUSE_MS) / 2;
  let isOver = false;
  const pause = (): void => {
    if (isOver) return;
    const running = cluster.running();
    const isJoint = random.integer(JOINT_PAUSE_EVERY) === 0;
    const count = isJoint ? Math.ceil(JOINTLY_PAUSED_PART * running.length) : 1;
    const lastingMs = random.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
    for (const member of shuffled(random, running).slice(0, count)) {
      if (member.stall !== undefined) continue;
      cluster.block(member);
      cluster.after(lastingMs, () => cluster.unblock(member));
    }
    // As many pauses begin as keep that part of the members paused.
    const perPauseMs = (count * meanPauseMs) / (PAUSED_PART * running.length);
    cluster.after(2 * perPauseMs * random.fraction(), pause);
  };
  pause();
  return () => void (isOver = true);
}

/** Other processes take the processor from some members. */
function beginFamines(cluster: CoreCluster): () => void {
  const { random } = cluster;
  let isOver = false;
  const famine = (): void => {
    if (isOver) return;
    const running = cluster.running();
    const count = Math.max(1, Math.round(STARVED_PART * running.length));
    const reliefs = shuffled(random, running)
      .slice(0, count)
      .map((member) => starve(cluster, member));
    cluster.after(random.between(SHORTEST_FAMINE_MS, LONGEST_FAMINE_MS), () => {
      for (const relieve of reliefs) relieve();
      cluster.after(RELIEF_MS, famine);
    });
  };
  famine();
  return () => void (isOver = true);
}

/** Lets the member run in short bursts only, until the function given back is called. */
export function starve(cluster: CoreCluster, member: SimulatedMember): () => void {
  const { life } = member;
  member.isStarved = true;
  const wait = (): void => {
    if (!member.isStarved || member.life !== life) return;
    cluster.block(member);
    cluster.after(cluster.random.between(SHORTEST_WAIT_MS, LONGEST_WAIT_MS), () => {
      cluster.unblock(member);
      cluster.after(cluster.random.between(SHORTEST_BURST_MS, LONGEST_BURST_MS), wait);
    });
  };
  cluster.after(cluster.random.between(0, LONGEST_WAIT_MS), wait);
  return () => {
    member.isStarved = false;
    member.recoveringSinceMs = cluster.nowMs;
  };
}
