import { checkAcknowledgedWrites } from './checkers/acknowledged-writes.ts';
import { checkExpiry } from './checkers/expiry.ts';
import { type Change, Changes } from './changes.ts';
import { SimulatedCluster } from './cluster.ts';
import type { Violation } from './history.ts';
import { MortalValues } from './mortal-values.ts';
import { type Fault, Nemesis } from './nemesis.ts';
import { shortcomings } from './wholeness.ts';
import { type Tally, historyViolations, tallyOf, unfinished } from './tally.ts';
import { Workload } from './workload.ts';

/** What a run gave; figures for people, violations for the test. */
export interface ElasticReport extends Tally {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** Reads of values that expire. */
  readonly sightings: number;
  readonly faults: ReadonlyMap<Fault | Change, number>;
  readonly virtualMs: number;
}

export interface ElasticOptions {
  /** Which changes there are, each as likely as the others. */
  readonly changes: readonly Change[];
  /** Whether some values have a time to live. */
  readonly mortalValues: boolean;
}

export const EVERYTHING: ElasticOptions = {
  changes: ['join', 'leave', 'return', 'removal', 'replacement', 'lost disk', 'long absence', 'new profile'],
  mortalValues: true,
};

/** What older seeds were found with: with anything more they are other runs. */
export const COMING_AND_GOING: ElasticOptions = {
  changes: ['join', 'leave', 'removal', 'lost disk'],
  mortalValues: false,
};

const MACHINES = 8;
const CLOCK_ERROR_MS = 5000;
const MEMBERS_FIRST = 4;
const LASTING_MS = 20_000;
/** By then every change has come to its end, and everybody holds just what they own. */
const SETTLES_WITHIN_MS = 240_000;
const CONVERGES_WITHIN_MS = 60_000;
/** By then every request that was under way has its answer, or its client has given up. */
const LAST_ANSWERS_MS = 5000;

/** Members come, go, are removed and lose their disks, under load and faults; in the end all must be as if nothing had happened. */
export async function runElastic(seed: number, options = EVERYTHING): Promise<ElasticReport> {
  const cluster = new SimulatedCluster({
    seed,
    nodes: MACHINES,
    replicas: 3,
    clockErrorMs: CLOCK_ERROR_MS,
    network: { lossRate: 0.01 },
  });
  const workload = new Workload(cluster, {
    sessions: 6,
    keys: 12,
    thinkMs: 60,
    reads: seed % 4 !== 3,
    oncePerMs: 300,
  });
  const nemesis = new Nemesis(cluster, {
    mostDown: 1,
    everyMs: 2500,
    lastingMs: 3000,
    clockErrorMs: CLOCK_ERROR_MS,
  });
  const changes = new Changes(cluster, { kinds: options.changes, everyMs: 2000, leastMembers: 4 });
  const mortals = new MortalValues(cluster, { everyMs: 250, reads: seed % 4 !== 3 });
  const violations: Violation[] = [];
  try {
    await cluster.start(MEMBERS_FIRST);
    cluster.forgetFounder();
    workload.start();
    nemesis.start();
    changes.start();
    if (options.mortalValues) mortals.start();
    await cluster.time.run(cluster.time.nowMs + LASTING_MS);
    nemesis.stop();
    changes.stop();
    workload.stop();
    mortals.stop();
    await cluster.cease();
    await cluster.time.run(cluster.time.nowMs + LAST_ANSWERS_MS);
    const missing = () => [
      ...shortcomings(cluster),
      ...cluster.membershipViolations().map(({ message }) => message),
    ];
    if (!(await cluster.time.runUntil(() => missing().length === 0, SETTLES_WITHIN_MS, 200))) {
      violations.push({
        promise: 'P8',
        message: `${SETTLES_WITHIN_MS} ms after all: ${missing().join('; ')}`,
      });
    }
    violations.push(...(await cluster.converge(CONVERGES_WITHIN_MS)));
    await cluster.time.run(cluster.time.nowMs + mortals.remainingMs(CLOCK_ERROR_MS));
    await mortals.lookAtAll();
    const finalReads = await cluster.readAll(workload.keys);
    violations.push(...checkAcknowledgedWrites(workload.operations, finalReads));
  } catch (error) {
    violations.push(unfinished(error));
  }
  violations.push(...historyViolations(cluster, workload), ...checkExpiry(mortals.values, CLOCK_ERROR_MS));
  return {
    seed,
    violations,
    ...tallyOf(workload),
    sightings: mortals.values.reduce((sum, { sightings }) => sum + sightings.length, 0),
    faults: new Map<Fault | Change, number>([...nemesis.counts, ...changes.counts]),
    virtualMs: cluster.time.nowMs,
  };
}
