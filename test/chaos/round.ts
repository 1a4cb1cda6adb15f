import { LIMITS } from '../../src/base/limits.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { hasProgram } from '../power/machine.ts';
import { checkAcknowledgedWrites } from '../simulation/checkers/acknowledged-writes.ts';
import { checkExpiry, type MortalValue } from '../simulation/checkers/expiry.ts';
import { checkReads } from '../simulation/checkers/reads.ts';
import { checkWriteOrder } from '../simulation/checkers/write-order.ts';
import { type Operation, type Violation, isWritten } from '../simulation/history.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import type { ChaosPeer } from './chaos-peer.ts';
import { checkFootprints } from './checkers/footprints.ts';
import { checkResurrection } from './checkers/resurrection.ts';
import { ChaosCluster } from './cluster.ts';
import { MortalKeys } from './mortal-keys.ts';
import { type FaultBand, Nemesis } from './nemesis.ts';
import { Recorder } from './recorder.ts';
import { Sessions } from './sessions.ts';
import { SETTLES_WITHIN_MS, readAll, untilAllSeen, untilEqual, untilWhole } from './settling.ts';
import { type Footprint, type View, Watcher } from './watcher.ts';

export interface RoundOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly peers: number;
  readonly sessions: number;
  /** Faults by name; all where it isn't said. */
  readonly only?: readonly string[] | undefined;
  /** Beside those that every peer has. */
  readonly flags: readonly string[];
  /** What happens after the last fault and before the verdict: for planted bugs. */
  readonly finallyDo?: (peers: readonly ChaosPeer[]) => Promise<void>;
  readonly onLine: (line: string) => void;
}

/** What a round gave. */
export interface RoundResult {
  readonly seed: number;
  readonly durationMs: number;
  readonly peers: number;
  readonly operations: readonly Operation[];
  readonly mortals: readonly MortalValue[];
  readonly bands: readonly FaultBand[];
  readonly skipped: ReadonlyMap<string, string>;
  readonly views: readonly View[];
  readonly footprints: readonly Footprint[];
  readonly violations: readonly Violation[];
  /** From the end of the last fault until all saw all alive; and until all owners of all keys had the same. Undefined: never. */
  readonly viewsAfterMs: number | undefined;
  readonly equalAfterMs: number | undefined;
  readonly keysCompared: number;
}

const SECRET = 'of these chaos tests alone';
const HOT_KEYS = 20;
const CONSTANT_KEY = 'constant';
const READ_TIMEOUT_MS = 10_000;
/** Keys that are written once, of which so many tell whether owners are equal again after a fault. */
const SAMPLE = 60;
/** The cluster's time is the median of five clocks of one machine, of which one at most is wrong. */
const CLOCK_ERROR_MS = 1000;
/** Of one peer: far above what it needs, far below what it would take if anything were kept for good. */
const BOUNDS = { residentBytes: 1 << 30, descriptors: 1000 };

/** Real peers, real clients and a nemesis; and what the history of their answers says. */
export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const cluster = await ChaosCluster.start({ peers: options.peers, secret: SECRET, flags: options.flags });
  const round = new Round(options, cluster);
  try {
    return await round.run();
  } finally {
    await round.close();
    await cluster.close();
  }
}

class Round {
  readonly #options: RoundOptions;
  readonly #cluster: ChaosCluster;
  readonly #random: SeededRandom;
  readonly #recorder = new Recorder();
  readonly #mortals = new MortalKeys(this.#recorder);
  readonly #watcher: Watcher;
  readonly #sessions: Sessions;
  readonly #violations: Violation[] = [];
  #observer: StarlingClient | undefined;

  constructor(options: RoundOptions, cluster: ChaosCluster) {
    this.#options = options;
    this.#cluster = cluster;
    this.#random = new SeededRandom(options.seed);
    this.#watcher = new Watcher(cluster.peers, () => this.#recorder.nowMs());
    this.#sessions = new Sessions({
      sessions: options.sessions,
      hotKeys: HOT_KEYS,
      addresses: cluster.addresses,
      random: this.#random.fork('sessions'),
      recorder: this.#recorder,
      mortals: this.#mortals,
    });
  }

  async run(): Promise<RoundResult> {
    const { addresses, peers } = this.#cluster;
    const observer = await connect({ addresses, timeoutMs: READ_TIMEOUT_MS });
    this.#observer = observer;
    await observer.put(CONSTANT_KEY, 'as it is');
    const nemesis = await this.#nemesis(observer);
    this.#watcher.start();
    await this.#sessions.start();
    await nemesis.run(this.#options.durationMs);
    await this.#options.finallyDo?.(peers);
    const viewsAfterMs = await untilAllSeen(peers);
    if (viewsAfterMs === undefined) this.#late('P7', 'not everybody is seen alive by everybody');
    this.#watcher.stop();
    await this.#sessions.stop();
    const equalAfterMs = await this.#judge(observer);
    const { seed, durationMs } = this.#options;
    return {
      seed,
      durationMs,
      peers: peers.length,
      operations: this.#recorder.operations,
      mortals: this.#mortals.values,
      bands: nemesis.bands,
      skipped: nemesis.skipped,
      views: this.#watcher.views,
      footprints: this.#watcher.footprints,
      violations: this.#violations,
      viewsAfterMs,
      equalAfterMs,
      keysCompared: this.#recorder.keys.size,
    };
  }

  async close(): Promise<void> {
    this.#watcher.stop();
    await this.#sessions.stop();
    await this.#observer?.close();
  }

  async #nemesis(observer: StarlingClient): Promise<Nemesis> {
    const { lab, peers, spare, diskObstacle } = this.#cluster;
    const random = this.#random.fork('nemesis');
    const world = {
      ...{ lab, peers, spare, diskObstacle, random, observer },
      secret: SECRET,
      straceObstacle: (await hasProgram('strace', '-V')) ? undefined : 'strace is not installed',
      constantKey: CONSTANT_KEY,
      overload: () => this.#sessions.overload(),
      onViolation: (violation: Violation) => this.#violations.push(violation),
    };
    return new Nemesis({
      world,
      random,
      only: this.#options.only,
      nowMs: () => this.#recorder.nowMs(),
      settle: (fromMs) => this.#settle(observer, fromMs),
      onLine: this.#options.onLine,
    });
  }

  /** All see all, every partition has its owners, and these have what was written while the fault was there. */
  async #settle(observer: StarlingClient, fromMs: number): Promise<number | undefined> {
    const { peers } = this.#cluster;
    const written = this.#recorder.operations.filter(
      (operation) => operation.endMs >= fromMs && operation.key.startsWith('once') && isWritten(operation),
    );
    const keys = written.slice(-SAMPLE).map(({ key }) => key);
    const startMs = performance.now();
    const steps = [
      { promise: 'P7', what: 'not all see all alive', until: () => untilAllSeen(peers) },
      { promise: 'P8', what: 'some owners lack something', until: () => untilWhole(observer) },
      { promise: 'P4', what: 'owners differ', until: () => untilEqual(observer, peers, keys) },
    ];
    for (const { promise, what, until } of steps) {
      if ((await until()) !== undefined) continue;
      this.#late(promise, what);
      return undefined;
    }
    return performance.now() - startMs;
  }

  /** Gives how long it took until all owners of all keys had the same. */
  async #judge(observer: StarlingClient): Promise<number | undefined> {
    const { peers } = this.#cluster;
    const { operations, keys } = this.#recorder;
    this.#options.onLine(`comparing the owners of ${keys.size} keys`);
    const equalAfterMs = await untilEqual(observer, peers, [...keys]);
    if (equalAfterMs === undefined) this.#late('P4', 'owners of some keys differ');
    const finalReads = await readAll(observer, [...keys], (message) =>
      this.#violations.push({ promise: 'P4', message }),
    );
    await this.#mortals.lookAtAll(observer, 2 * CLOCK_ERROR_MS + LIMITS.clientUnreadMs);
    this.#violations.push(
      ...checkAcknowledgedWrites(operations, finalReads),
      ...checkWriteOrder(operations),
      ...checkReads(operations),
      ...checkResurrection(operations, finalReads),
      ...checkExpiry(this.#mortals.values, CLOCK_ERROR_MS, LIMITS.clientUnreadMs),
      ...checkFootprints(this.#watcher.footprints, BOUNDS),
      ...peers
        .filter(({ unexpectedEnds }) => unexpectedEnds > 0)
        .map(({ host, output }) => ({ promise: 'P9', message: `${host.name} ended by itself: ${output}` })),
    );
    return equalAfterMs;
  }

  #late(promise: string, what: string): void {
    this.#violations.push({ promise, message: `${what}, ${SETTLES_WITHIN_MS} ms after a fault` });
  }
}
