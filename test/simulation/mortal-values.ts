import type { MortalValue, Sighting } from './checkers/expiry.ts';
import type { SimulatedCluster } from './cluster.ts';
import type { SimulatedNode } from './simulated-node.ts';
import type { SeededRandom } from './world/seeded-random.ts';

export interface MortalValuesOptions {
  /** Between two values, on average. */
  readonly everyMs: number;
  /** Whether clients look at them before the end. */
  readonly reads: boolean;
}

interface Written extends MortalValue {
  writtenMs: number | undefined;
  readonly sightings: Sighting[];
}

const TIMEOUT_MS = 2000;
/** Of a value that expires while the world goes on, and of one that must outlive it: one in four. */
const SHORT_TTL_MS = { least: 1, most: 4000 } as const;
const LONG_TTL_MS = 3_600_000;
/** Looks at a value, and over how long. */
const LOOKS = 3;
const LOOKED_AT_FOR_MS = 16_000;

/** Programs that write values with a time to live, each under a key of its own, and look at them later. */
export class MortalValues {
  readonly #cluster: SimulatedCluster;
  readonly #options: MortalValuesOptions;
  readonly #random: SeededRandom;
  readonly #values: Written[] = [];
  #isStopped = false;

  constructor(cluster: SimulatedCluster, options: MortalValuesOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#random = cluster.random.fork('mortal values');
  }

  get values(): readonly MortalValue[] {
    return this.#values;
  }

  start(): void {
    this.#cluster.time.after(this.#random.between(0.5, 1.5) * this.#options.everyMs, () => {
      if (this.#isStopped) return;
      this.#writeOne();
      this.start();
    });
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** How long until the last of those that were to expire soon has done so, whatever the clocks say. */
  remainingMs(clockErrorMs: number): number {
    const short = this.#values.filter(({ ttlMs }) => ttlMs < LONG_TTL_MS);
    const lastMs = Math.max(0, ...short.map(({ askedMs, ttlMs }) => askedMs + ttlMs));
    return Math.max(0, lastMs + 2 * clockErrorMs + 1 - this.#cluster.time.nowMs);
  }

  /** Reads every one of them from all of its owners. */
  async lookAtAll(): Promise<void> {
    const startMs = this.#cluster.time.nowMs;
    const byKey = new Map(this.#values.map((written) => [written.key, written]));
    const answers = await this.#cluster.readAll(byKey.keys());
    const endMs = this.#cluster.time.nowMs;
    for (const { key, value } of answers)
      byKey.get(key)!.sightings.push({ startMs, endMs, value, expiresAtMs: undefined });
  }

  #writeOne(): void {
    const number = this.#values.length + 1;
    const ttlMs = this.#random.chance(0.25)
      ? LONG_TTL_MS
      : Math.round(this.#random.between(SHORT_TTL_MS.least, SHORT_TTL_MS.most));
    const looksAfterMs = Array.from({ length: LOOKS }, () => this.#random.between(0, LOOKED_AT_FOR_MS));
    const coordinator = this.#anyCoordinator();
    if (coordinator === undefined) return;
    const written: Written = {
      key: `mortal${number}`,
      value: `life${number}`,
      ttlMs,
      askedMs: this.#cluster.time.nowMs,
      writtenMs: undefined,
      sightings: [],
    };
    this.#values.push(written);
    const options = {
      consistency: undefined,
      timeoutMs: TIMEOUT_MS,
      durability: 'fsync' as const,
      session: undefined,
      ttlMs,
    };
    coordinator.requests!.put(written.key, written.value, options).then(
      () => (written.writtenMs = this.#cluster.time.nowMs),
      () => undefined,
    );
    if (!this.#options.reads) return;
    for (const afterMs of looksAfterMs) this.#cluster.time.after(afterMs, () => this.#look(written));
  }

  /** What can't be read just now is read another time. */
  #look({ key, sightings }: Written): void {
    const coordinator = this.#anyCoordinator();
    if (coordinator === undefined) return;
    const startMs = this.#cluster.time.nowMs;
    coordinator.requests!.get(key, { consistency: undefined, timeoutMs: TIMEOUT_MS }).then(
      ({ value, expiresAtMs }) =>
        sightings.push({
          startMs,
          endMs: this.#cluster.time.nowMs,
          value: value && Buffer.from(value).toString(),
          expiresAtMs,
        }),
      () => undefined,
    );
  }

  #anyCoordinator(): SimulatedNode | undefined {
    const { up } = this.#cluster;
    return up[this.#random.integer(Math.max(1, up.length))];
  }
}
