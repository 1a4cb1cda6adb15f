import type { Node } from '../../src/node/node.ts';
import { checkAcknowledgedWrites } from './checkers/acknowledged-writes.ts';
import { SimulatedCluster } from './cluster.ts';
import type { Violation } from './history.ts';
import { type Fault, Nemesis } from './nemesis.ts';
import { type Tally, historyViolations, tallyOf, unfinished } from './tally.ts';
import { Workload } from './workload.ts';

export interface ScenarioOptions {
  readonly seed: number;
  readonly nodes: number;
  readonly replicas: number;
  /** Virtual time under load and faults. */
  readonly lastingMs: number;
  /** Clocks are off by up to this, and are stepped by up to this. */
  readonly clockErrorMs: number;
  /** Whether clients read at all: without reads nothing repairs but anti-entropy. */
  readonly reads: boolean;
}

/** What a run gave; figures for people, violations for the test. */
export interface ScenarioReport extends Tally {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly durableAcknowledgements: number;
  /** Deletions that every owner had, and that at the end some had forgotten, or would. */
  readonly settled: number;
  /** Hints that came to their owners, as far as those who kept them have lived on since. */
  readonly handedOver: number;
  readonly faults: ReadonlyMap<Fault, number>;
  readonly virtualMs: number;
  /** Two runs of one seed agree on it. */
  readonly fingerprint: string;
}

/** By then every request that was under way has its answer, or its client has given up. */
const LAST_ANSWERS_MS = 5000;

function settledAt({ storage }: Node): number {
  const { settled, purged } = storage.stats();
  return settled + purged;
}

/** Custodians are equal again by then: each compares with one other every two seconds. */
const CONVERGES_WITHIN_MS = 60_000;

/** Three times the purge lag, and a few comparisons. */
const FORGETS_WITHIN_MS = 15_000;

/** The options of one seed: small clusters, each of its own size. */
export function optionsOf(seed: number): ScenarioOptions {
  return {
    seed,
    nodes: 3 + (seed % 3),
    replicas: 3,
    lastingMs: 12_000,
    clockErrorMs: 5000,
    reads: seed % 4 !== 3,
  };
}

/**
 * One whole life of a cluster: it forms, works under faults, recovers from them, and is looked at. Everything
 * follows from the seed.
 */
export async function runScenario(options: ScenarioOptions): Promise<ScenarioReport> {
  const cluster = new SimulatedCluster({ ...options, network: { lossRate: 0.01 } });
  const workload = new Workload(cluster, {
    sessions: 6,
    keys: 4,
    thinkMs: 40,
    reads: options.reads,
    oncePerMs: 300,
  });
  const nemesis = new Nemesis(cluster, {
    mostDown: 1,
    everyMs: 1500,
    lastingMs: 4000,
    clockErrorMs: options.clockErrorMs,
  });
  const violations: Violation[] = [];
  try {
    await cluster.start();
    workload.start();
    nemesis.start();
    await cluster.time.run(cluster.time.nowMs + options.lastingMs);
    nemesis.stop();
    workload.stop();
    await cluster.recover();
    await cluster.time.run(cluster.time.nowMs + LAST_ANSWERS_MS);
    violations.push(...(await cluster.converge(CONVERGES_WITHIN_MS)));
    // What was deleted is forgotten meanwhile.
    await cluster.time.run(cluster.time.nowMs + FORGETS_WITHIN_MS);
    const finalReads = await cluster.readAll(workload.keys);
    violations.push(...checkAcknowledgedWrites(workload.operations, finalReads));
  } catch (error) {
    violations.push(unfinished(error));
  }
  violations.push(...historyViolations(cluster, workload));
  return {
    seed: options.seed,
    violations,
    ...tallyOf(workload),
    durableAcknowledgements: cluster.nodes.reduce((sum, node) => sum + node.ledger.count, 0),
    settled: cluster.up.reduce((sum, { node }) => sum + settledAt(node!), 0),
    handedOver: cluster.up.reduce((sum, node) => sum + node.count('hints_handed_over'), 0),
    faults: nemesis.counts,
    virtualMs: cluster.time.nowMs,
    fingerprint: cluster.time.fingerprint,
  };
}
