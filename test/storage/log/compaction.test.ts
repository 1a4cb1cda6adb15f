import { expect } from 'chai';
import { SILENT_STORAGE_EVENTS } from '../../../src/storage/events.ts';
import type { ScanPage, Token } from '../../../src/storage/engine.ts';
import { keyOf } from '../../../src/version/key.ts';
import { record, textOf, tombstone } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

const KEYS = 40;
const OPTIONS = { segmentBytes: 4096 };

describe('log engine, compaction', () => {
  const fill = async (
    home: VirtualHome,
    engine: { write: (r: ReturnType<typeof record>) => unknown; durable: () => Promise<void> },
    rounds: number,
  ): Promise<void> => {
    for (let round = 1; round <= rounds; round++) {
      for (let i = 0; i < KEYS; i++) engine.write(record(`key ${i}`, round, `${round}`.repeat(50)));
      await home.settle(engine.durable());
    }
    await home.time.run(home.time.nowMs + 2000);
  };

  it('gives the space of overwritten records back, down to about twice what is live', async () => {
    const home = new VirtualHome(1, OPTIONS);
    const engine = await home.opened();
    await fill(home, engine, 20);
    const { diskBytes, liveBytes, records } = engine.stats();
    expect(records).to.equal(KEYS);
    expect(diskBytes).to.be.at.most(2 * liveBytes + OPTIONS.segmentBytes);
    const files = home.disk.list('log').filter((name) => name.endsWith('.seg'));
    expect(files.length).to.equal(engine.stats().segments);
    for (let i = 0; i < KEYS; i++)
      expect(textOf(engine.read(keyOf(`key ${i}`))?.record)).to.equal('20'.repeat(50));
  });

  it('keeps tombstones', async () => {
    const home = new VirtualHome(2, OPTIONS);
    let engine = await home.opened();
    engine.write(record('gone', 1));
    engine.write(tombstone('gone', 2));
    await fill(home, engine, 20);
    home.crash();
    engine = await home.opened();
    expect(engine.read(keyOf('gone'))?.record).to.deep.equal(tombstone('gone', 2));
  });

  it('gives back the space of a dropped partition, whose records stay away', async () => {
    const home = new VirtualHome(3, OPTIONS);
    let engine = await home.opened();
    await fill(home, engine, 1);
    for (let partition = 0; partition < 16; partition++) await home.settle(engine.dropPartition(partition));
    await home.time.run(home.time.nowMs + 1000);
    expect(engine.stats()).to.include({ records: 0, liveBytes: 0, segments: 1 });
    home.crash();
    engine = await home.opened();
    expect(engine.stats()).to.include({ records: 0, liveBytes: 0 });
  });

  it('leaves a damaged segment alone and says so', async () => {
    const home = new VirtualHome(4, OPTIONS);
    const damaged: unknown[] = [];
    const engine = await home.opened({
      events: { ...SILENT_STORAGE_EVENTS, damageFound: (error) => void damaged.push(error.facts.file) },
    });
    await fill(home, engine, 1);
    home.disk.rot('log/00000001.seg', 30);
    // All but the first key, whose entry is the damaged one.
    for (let i = 1; i < KEYS; i++) engine.write(record(`key ${i}`, 2));
    await home.settle(engine.durable());
    await home.time.run(home.time.nowMs + 5000);
    expect(damaged).to.deep.equal(['log/00000001.seg']);
    expect(home.disk.list('log')).to.include('00000001.seg');
    expect(() => engine.read(keyOf('key 0')))
      .to.throw()
      .with.property('code', 'CORRUPTION');
  });

  it('moves records under a scan that is under way, which sees each of them once', async () => {
    const home = new VirtualHome(6, { ...OPTIONS, compactionLiveFraction: 0.9 });
    const engine = await home.opened();
    await fill(home, engine, 2);
    const seen: string[] = [];
    for (let partition = 0; partition < 16; partition++) {
      let after: Token | undefined;
      do {
        const page: ScanPage = await home.settle(engine.scan({ partition, after, limitBytes: 1 }));
        seen.push(...page.records.map((found) => found.key.text));
        after = page.next;
        // Overwrites a few others, which brings segments below what is worth keeping.
        for (let i = 0; i < 8; i++)
          engine.write(record(`key ${i}`, 1000 + home.seen.compactions + seen.length));
        await home.time.run(home.time.nowMs + 20);
      } while (after !== undefined);
    }
    expect(home.seen.compactions).to.be.greaterThan(20);
    expect(seen.sort()).to.deep.equal(Array.from({ length: KEYS }, (_, i) => `key ${i}`).sort());
  });

  it('closes a segment early that is mostly dead, so that a small store stays small', async () => {
    const home = new VirtualHome(7, { segmentBytes: 1 << 20 });
    const engine = await home.opened();
    await fill(home, engine, 100);
    const { diskBytes, liveBytes } = engine.stats();
    expect(liveBytes).to.be.below(10_000);
    expect(diskBytes).to.be.below((1 << 20) / 8 + 2 * liveBytes);
  });

  it('loses nothing in a crash at any moment of it', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const home = new VirtualHome(seed, { ...OPTIONS, compactionLiveFraction: 0 });
      let engine = await home.opened();
      await fill(home, engine, 3);
      for (let i = 0; i < KEYS; i += 2) engine.write(record(`key ${i}`, 9, 'new'));
      await home.settle(engine.durable());
      await home.settle(engine.close());
      void home.open({ compactionLiveFraction: 0.9 });
      await home.time.run(home.time.nowMs + home.random.between(0.5, 20));
      home.crash();
      engine = await home.opened();
      for (let i = 0; i < KEYS; i++) {
        const expected = i % 2 === 0 ? 'new' : '3'.repeat(50);
        expect(textOf(engine.read(keyOf(`key ${i}`))?.record), `seed ${seed}, key ${i}`).to.equal(expected);
      }
      expect(engine.stats().records).to.equal(KEYS);
    }
  });

  it('goes on reading and writing while it works, and ends when the store is closed', async () => {
    const home = new VirtualHome(5, { ...OPTIONS, compactionBytesPerSecond: 1 << 20 });
    const engine = await home.opened();
    for (let round = 1; round <= 30; round++) {
      for (let i = 0; i < KEYS; i++) {
        engine.write(record(`key ${i}`, round, `${round}`.repeat(50)));
        expect(textOf(engine.read(keyOf(`key ${i}`))?.record)).to.equal(`${round}`.repeat(50));
      }
      await home.settle(engine.durable());
    }
    await home.settle(engine.close());
    expect((await home.opened()).stats().records).to.equal(KEYS);
  });
});
