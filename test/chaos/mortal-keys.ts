import type { StarlingClient } from '../../src/client/index.ts';
import type { MortalValue, Sighting } from '../simulation/checkers/expiry.ts';
import type { SeededRandom } from '../simulation/world/seeded-random.ts';
import type { Recorder } from './recorder.ts';

interface Written extends MortalValue {
  writtenMs: number | undefined;
  readonly sightings: Sighting[];
}

const TTL_MS = { least: 500, most: 8000 } as const;
/** Looks are at one of so many that were written last. */
const RECENT = 60;

/** Values with a time to live, each under a key of its own, and what clients saw of them. */
export class MortalKeys {
  readonly #recorder: Recorder;
  readonly #values: Written[] = [];

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  get values(): readonly MortalValue[] {
    return this.#values;
  }

  async write(client: StarlingClient, random: SeededRandom): Promise<void> {
    const number = this.#recorder.nextNumber();
    const mortal: Written = {
      key: `mortal${number}`,
      value: `value${number}`,
      ttlMs: Math.round(random.between(TTL_MS.least, TTL_MS.most)),
      askedMs: this.#recorder.nowMs(),
      writtenMs: undefined,
      sightings: [],
    };
    this.#values.push(mortal);
    try {
      await client.put(mortal.key, mortal.value, { ttlMs: mortal.ttlMs });
      mortal.writtenMs = this.#recorder.nowMs();
    } catch {
      // Whether it was written stays unknown.
    }
  }

  async look(client: StarlingClient, random: SeededRandom): Promise<void> {
    const recent = this.#values.slice(-RECENT);
    const mortal = recent[random.integer(recent.length)];
    if (mortal !== undefined) await this.#lookAt(mortal, client).catch(() => undefined);
  }

  /** Waits for the end of the last one, and looks at all of them. Rejects where one can't be read. */
  async lookAtAll(client: StarlingClient, atMostMs: number): Promise<void> {
    const lastMs = Math.max(0, ...this.#values.map(({ askedMs, ttlMs }) => askedMs + ttlMs));
    const waitMs = Math.max(0, lastMs + atMostMs - this.#recorder.nowMs());
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    for (const mortal of this.#values) await this.#lookAt(mortal, client);
  }

  async #lookAt({ key, sightings }: Written, client: StarlingClient): Promise<void> {
    const startMs = this.#recorder.nowMs();
    const { value, expiresAtMs } = await client.get(key);
    sightings.push({ startMs, endMs: this.#recorder.nowMs(), value, expiresAtMs });
  }
}
