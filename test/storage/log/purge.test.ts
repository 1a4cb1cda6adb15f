import { expect } from 'chai';
import type { PurgeLimit } from '../../../src/storage/engine.ts';
import { filterPath } from '../../../src/storage/log/key-filter-files.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { keyOf } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { record, textOf, tombstone, version } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

const OPTIONS = { segmentBytes: 4096 };
const KEYS = Array.from({ length: 40 }, (_, i) => `key ${i}`);
const NOW_MS = 50_000;

/** A store whose records are written together, and whose background work is waited for. */
class Store {
  readonly home: VirtualHome;
  engine!: LogEngine;

  constructor(seed: number, options = {}) {
    this.home = new VirtualHome(seed, { ...OPTIONS, ...options });
  }

  async open(options = {}): Promise<void> {
    this.engine = await this.home.opened(options);
  }

  async write(records: readonly Record[]): Promise<void> {
    for (const written of records) this.engine.write(written);
    await this.home.settle(this.engine.durable());
    await this.quiet();
  }

  async allowPurge(limit: PurgeLimit): Promise<void> {
    for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++)
      await this.home.settle(this.engine.allowPurge(partition, limit));
    await this.quiet();
  }

  /** Lets compaction end what it has to do. */
  async quiet(): Promise<void> {
    await this.home.time.run(this.home.time.nowMs + 3000);
  }

  /** Reads the whole log anew. */
  async reread(): Promise<void> {
    this.home.crash();
    this.home.forgetCheckpoints();
    await this.open();
  }
}

const all = (floor: number): PurgeLimit => ({ floor: version(floor), expiredBeforeMs: NOW_MS });

describe('log engine, purging', () => {
  it('keeps tombstones until it may let them go, and then gives their room back', async () => {
    const store = new Store(1);
    await store.open();
    await store.write(KEYS.map((key) => record(key, 1, 'v'.repeat(100))));
    await store.write(KEYS.map((key) => tombstone(key, 2)));
    expect(store.engine.stats()).to.include({ records: KEYS.length, tombstones: KEYS.length });
    await store.allowPurge(all(2));
    expect(store.engine.stats()).to.include({ records: 0, tombstones: 0, purged: KEYS.length, liveBytes: 0 });
    expect(store.engine.stats().diskBytes).to.be.below(100);
    expect(store.engine.stats().highestVersion).to.deep.equal(version(2));
    await store.reread();
    expect(store.engine.stats()).to.include({ records: 0 });
    expect(store.engine.stats().highestVersion).to.deep.equal(version(2));
  });

  it('lets nothing go that is newer than the floor', async () => {
    const store = new Store(2);
    await store.open();
    await store.write(KEYS.map((key, i) => tombstone(key, i + 1)));
    await store.allowPurge(all(20));
    for (const [i, key] of KEYS.entries()) {
      const found = store.engine.read(keyOf(key))?.record;
      expect(found, key).to.deep.equal(i + 1 <= 20 ? undefined : tombstone(key, i + 1));
    }
  });

  it('lets records go that expired in time, and none that live', async () => {
    const store = new Store(3);
    await store.open();
    const expiry = [0, NOW_MS - 1, NOW_MS, NOW_MS + 1, 1];
    await store.write(
      KEYS.map((key, i) => ({ ...record(key, 1, 'v'.repeat(60)), expiresAtMs: expiry[i % 5]! })),
    );
    await store.allowPurge(all(1));
    const found = KEYS.map((key) => store.engine.read(keyOf(key)) !== undefined);
    expect(found).to.deep.equal(KEYS.map((_, i) => [true, false, false, true, false][i % 5]));
    // The last few lie in a segment that is too small to be worth it.
    expect(store.engine.stats().purged).to.be.greaterThan(20);
    await store.reread();
    await store.allowPurge(all(1));
    expect(KEYS.map((key) => store.engine.read(keyOf(key)) !== undefined)).to.deep.equal(found);
  });

  it('keeps a tombstone while an older segment may still hold a record of its key', async () => {
    // The first segment stays for the sake of its other records: it is mostly live.
    const store = new Store(4, { compactionLiveFraction: 0.5 });
    await store.open();
    const cold = KEYS.map((key) => record(`cold ${key}`, 1, 'c'.repeat(60)));
    await store.write([record('doomed', 1, 'the dead'), ...cold.slice(0, 34)]);
    await store.write(KEYS.map((key) => record(key, 2, 'v'.repeat(100))));
    await store.write([tombstone('doomed', 3), ...KEYS.map((key) => tombstone(key, 3))]);
    await store.write(Array.from({ length: 60 }, (_, i) => record(`more ${i}`, 4, 'm'.repeat(40))));
    await store.allowPurge(all(3));
    expect(store.home.disk.list('log')).to.include('00000001.seg');
    expect(store.home.disk.content(filterPath(1)), 'what the first segment holds was looked up').to.not.equal(
      undefined,
    );
    expect(store.engine.stats(), 'all but one went').to.include({ settled: 1, tombstones: 0 });
    await store.reread();
    expect(store.engine.read(keyOf('doomed'))?.record).to.deep.equal(tombstone('doomed', 3));

    // Once that segment is rewritten for other reasons, nothing stands in the way any more.
    await store.write(cold.map(({ key }) => record(key, 5, 'short')));
    expect(store.home.disk.list('log')).to.not.include('00000001.seg').and.not.include('00000001.keys');
    store.home.crash();
    await store.open({ compactionLiveFraction: 0.9 });
    await store.allowPurge(all(3));
    for (let round = 6; round < 9; round++) {
      await store.write(Array.from({ length: 60 }, (_, i) => record(`more ${i}`, round, 'm'.repeat(40))));
    }
    expect(store.engine.read(keyOf('doomed'))).to.equal(undefined);
    await store.reread();
    expect(store.engine.read(keyOf('doomed'))).to.equal(undefined);
    expect(textOf(store.engine.read(keyOf('cold key 3'))?.record)).to.equal('short');
  });

  it('makes a damaged filter anew, and purges nothing behind a damaged segment', async () => {
    for (const damage of ['filter', 'segment'] as const) {
      const store = new Store(5, { compactionLiveFraction: 0.9 });
      await store.open();
      await store.write(KEYS.map((key) => record(`cold ${key}`, 1, 'c'.repeat(60))));
      await store.write(KEYS.map((key) => tombstone(key, 2)));
      await store.allowPurge(all(1));
      if (damage === 'filter') store.home.disk.plant(filterPath(1), new Uint8Array(200));
      else store.home.disk.rot('log/00000001.seg', 2000);
      await store.write(Array.from({ length: 60 }, (_, i) => record(`more ${i}`, 3, 'm'.repeat(40))));
      await store.allowPurge(all(2));
      expect(store.engine.stats().settled, damage).to.equal(damage === 'filter' ? 0 : KEYS.length);
    }
  });

  it('goes on with what was settled before it was opened again', async () => {
    const store = new Store(7, { compactionLiveFraction: 0.9 });
    await store.open();
    await store.write(KEYS.map((key) => tombstone(key, 1)));
    // As if the process ended before compaction had its turn.
    for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++)
      void store.engine.allowPurge(partition, all(1));
    await store.home.settle(store.engine.close());
    const { settled } = store.engine.stats();
    expect(settled).to.equal(KEYS.length);
    await store.open();
    await store.write(Array.from({ length: 60 }, (_, i) => record(`more ${i}`, 2, 'm'.repeat(60))));
    await store.quiet();
    expect(store.engine.stats()).to.include({ settled: 0, purged: KEYS.length });
  });

  it('takes a record back whose tombstone is gone, as the owner of the data asked for', async () => {
    const store = new Store(6);
    await store.open();
    await store.write(KEYS.map((key) => tombstone(key, 5)));
    await store.allowPurge(all(5));
    await store.write([record('key 1', 4, 'from somebody who may')]);
    await store.reread();
    expect(textOf(store.engine.read(keyOf('key 1'))?.record)).to.equal('from somebody who may');
  });
});
