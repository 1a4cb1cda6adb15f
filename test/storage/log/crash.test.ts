import { expect } from 'chai';
import { compareVersions } from '../../../src/version/version.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { Record } from '../../../src/version/record.ts';
import { record, textOf, tombstone } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

const SEEDS = 300;
const KEYS = 30;

describe('log engine, power cuts', () => {
  it(`keeps every acknowledged write through power cuts and kills, at ${SEEDS} seeds`, async () => {
    let acknowledged = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const outcome = await live(seed, () => undefined);
      expect(outcome.violations, `seed ${seed}`).to.deep.equal([]);
      acknowledged += outcome.acknowledged;
    }
    expect(acknowledged).to.be.greaterThan(SEEDS * 20);
  });

  it('would notice a disk that says "durable" when it is not', async () => {
    let caught = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const outcome = await live(seed, (home) => {
        home.disk.syncLies = true;
      });
      if (outcome.violations.length > 0) caught++;
    }
    expect(caught).to.be.greaterThan(10);
  });
});

/** Some lives of one store, each ended in the middle of its work. */
async function live(
  seed: number,
  plant: (home: VirtualHome) => void,
): Promise<{ violations: string[]; acknowledged: number }> {
  const home = new VirtualHome(seed, { segmentBytes: 2048 });
  const work = new Workload(home);
  let engine = await home.opened();
  plant(home);
  for (let life = 0; life < 4; life++) {
    work.start(engine);
    await home.time.run(home.time.nowMs + home.random.between(1, 60));
    if (home.random.chance(0.7)) home.crash();
    else home.kill();
    try {
      engine = await home.opened();
    } catch (error) {
      work.violations.push(`life ${life}: ${String(error)}`);
      break;
    }
    work.check(engine, `life ${life}`);
  }
  return work;
}

/** Writes, remembers what was acknowledged, and looks for it afterwards. */
class Workload {
  readonly violations: string[] = [];
  acknowledged = 0;
  readonly #home: VirtualHome;
  readonly #written = new Map<number, Record>();
  readonly #newestAcknowledged = new Map<string, Record>();
  #stamp = 0;
  #life = 0;

  constructor(home: VirtualHome) {
    this.#home = home;
  }

  /** Three writers that never stop by themselves. */
  start(engine: LogEngine): void {
    const life = ++this.#life;
    for (let writer = 0; writer < 3; writer++) void this.#write(engine, life);
  }

  check(engine: LogEngine, when: string): void {
    for (let i = 0; i < KEYS; i++) {
      const expected = this.#newestAcknowledged.get(`key ${i}`);
      const { key } = record(`key ${i}`, 0);
      const found = engine.read(key)?.record;
      if (
        expected !== undefined &&
        (found === undefined || compareVersions(found.version, expected.version) < 0)
      ) {
        this.violations.push(`${when}: key ${i} lost version ${expected.version.wallMs}`);
      }
      if (found === undefined) continue;
      // What a restarted store vouches for must survive the next crash, whoever was told of it.
      this.#acknowledge(found);
      const written = this.#written.get(found.version.wallMs);
      if (written?.key.text !== key.text || textOf(written) !== textOf(found)) {
        this.violations.push(`${when}: key ${i} has a value that nobody wrote`);
      }
    }
  }

  async #write(engine: LogEngine, life: number): Promise<void> {
    while (life === this.#life) {
      const batch: Record[] = [];
      for (let i = this.#home.random.integer(4); i >= 0; i--) {
        const next = this.#next();
        this.#written.set(next.version.wallMs, next);
        engine.write(next);
        batch.push(next);
      }
      await engine.durable();
      for (const done of batch) this.#acknowledge(done);
    }
  }

  #next(): Record {
    const key = `key ${this.#home.random.integer(KEYS)}`;
    const stamp = ++this.#stamp;
    if (this.#home.random.chance(0.1)) return tombstone(key, stamp);
    return record(key, stamp, `${stamp}:`.repeat(1 + this.#home.random.integer(80)));
  }

  #acknowledge(done: Record): void {
    this.acknowledged++;
    const newest = this.#newestAcknowledged.get(done.key.text);
    if (newest === undefined || compareVersions(newest.version, done.version) < 0) {
      this.#newestAcknowledged.set(done.key.text, done);
    }
  }
}
