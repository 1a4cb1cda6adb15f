import { expect } from 'chai';
import type { ScanPage, StorageEngine } from '../../src/storage/engine.ts';
import { type Key, keyOf, partitionOfToken } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { rejection } from './rejection.ts';
import { craftedKey, record, textOf, tombstone, version } from './records.ts';

/** Partitions of every engine under test: 2^4. */
export const PARTITION_BITS = 4;

/** Where an engine under test lives. */
export interface EngineHome {
  /** Opens it, the second time with what is there. */
  open(): Promise<StorageEngine>;
  /** Lets time pass until the promise settles. */
  settle<T>(promise: Promise<T>): Promise<T>;
  /** Throws it away. */
  dispose(): Promise<void>;
}

/** What every storage engine does, whatever it is made of. */
export function describeStorageEngine(name: string, makeHome: () => Promise<EngineHome>, keeps = true): void {
  describe(`storage engine: ${name}`, () => {
    let home: EngineHome;
    let engine: StorageEngine;

    const settle = <T>(promise: Promise<T>): Promise<T> => home.settle(promise);
    const inPartition = (partition: number, low: number): Key =>
      craftedKey(`p${partition}-${low}`, ((partition << (32 - PARTITION_BITS)) | low) >>> 0, low);

    beforeEach(async () => {
      home = await makeHome();
      engine = await settle(home.open());
    });

    afterEach(async () => {
      await settle(engine.close());
      await home.dispose();
    });

    it('knows nothing of a key that was never written', () => {
      expect(engine.read(keyOf('nobody'))).to.equal(undefined);
      expect(engine.readVersion(keyOf('nobody'))).to.equal(undefined);
    });

    it('reads what was written at once, and calls it durable only after it was flushed', async () => {
      const written = record('lark', 1);
      expect(engine.write(written)).to.deep.equal({ kind: 'applied', replaced: undefined });
      expect(engine.read(written.key)?.durable).to.equal(false);
      expect(engine.readVersion(written.key)).to.deep.equal({ version: version(1), durable: false });
      await settle(engine.durable());
      const found = engine.read(written.key);
      expect(textOf(found?.record)).to.equal('value 1');
      expect(found?.record.version).to.deep.equal(version(1));
      expect(found?.durable).to.equal(true);
      expect(engine.readVersion(written.key)).to.deep.equal({ version: version(1), durable: true });
    });

    it('keeps the newest version, in whatever order they come', async () => {
      engine.write(record('wren', 5));
      expect(engine.write(record('wren', 3))).to.deep.equal({ kind: 'stale', version: version(5) });
      expect(engine.write(record('wren', 5))).to.deep.equal({ kind: 'same' });
      expect(engine.write(record('wren', 9))).to.deep.equal({ kind: 'applied', replaced: version(5) });
      await settle(engine.durable());
      expect(engine.write(record('wren', 8))).to.deep.equal({ kind: 'stale', version: version(9) });
      expect(engine.write(record('wren', 9))).to.deep.equal({ kind: 'same' });
      expect(textOf(engine.read(keyOf('wren'))?.record)).to.equal('value 9');
      expect(engine.stats().records).to.equal(1);
    });

    it('keeps a tombstone as a record, and tells it from an empty value', async () => {
      engine.write(record('rook', 1));
      engine.write(tombstone('rook', 2));
      engine.write(record('crow', 1, ''));
      for (const flushed of [false, true]) {
        if (flushed) await settle(engine.durable());
        expect(engine.read(keyOf('rook'))?.record.value).to.equal(undefined);
        expect(engine.read(keyOf('rook'))?.record.version).to.deep.equal(version(2));
        expect(engine.read(keyOf('crow'))?.record.value).to.deep.equal(new Uint8Array(0));
      }
      expect(engine.stats()).to.include({ records: 2, tombstones: 1 });
      engine.write(record('rook', 3));
      expect(engine.stats()).to.include({ records: 2, tombstones: 0 });
    });

    it('keeps the time of expiry', async () => {
      engine.write({ ...record('swift', 1), expiresAtMs: 2 ** 47 + 12_345 });
      await settle(engine.durable());
      expect(engine.read(keyOf('swift'))?.record.expiresAtMs).to.equal(2 ** 47 + 12_345);
    });

    it('takes any text for a key, and values of any size up to the ceiling', async () => {
      const keys = ['__proto__', 'constructor', '🐦', 'x'.repeat(1024), '\0', ' ', '\ufeffa'];
      keys.forEach((key, i) => engine.write(record(key, i + 1, key)));
      const large = 'v'.repeat(3 << 20);
      engine.write(record('large', 1, large));
      await settle(engine.durable());
      for (const key of keys) expect(textOf(engine.read(keyOf(key))?.record)).to.equal(key);
      expect(textOf(engine.read(keyOf('large'))?.record) === large).to.equal(true);
    });

    it('gives out bytes that later reads and writes leave alone', async () => {
      engine.write(record('a', 1, 'first'));
      const pending = engine.read(keyOf('a'))!.record;
      await settle(engine.durable());
      const stored = engine.read(keyOf('a'))!.record;
      engine.write(record('b', 1, 'other'));
      engine.write(record('a', 2, 'newer'));
      engine.read(keyOf('b'));
      await settle(engine.durable());
      engine.read(keyOf('a'));
      expect([textOf(pending), textOf(stored)]).to.deep.equal(['first', 'first']);
    });

    it('takes a copy of the bytes it is given', async () => {
      const written = record('a', 1, 'mine');
      engine.write(written);
      written.value!.fill(0);
      await settle(engine.durable());
      expect(textOf(engine.read(written.key)?.record)).to.equal('mine');
    });

    it('keeps keys apart that share a token', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((text) => craftedKey(text, 0xffffffff, 0xffffffff));
      engine.write(record(a!, 1, 'of a'));
      engine.write(record(b!, 2, 'of b'));
      await settle(engine.durable());
      engine.write(record(a!, 3, 'new of a'));
      expect(engine.read(c!)).to.equal(undefined);
      for (const flushed of [false, true]) {
        if (flushed) await settle(engine.durable());
        expect(textOf(engine.read(a!)?.record)).to.equal('new of a');
        expect(textOf(engine.read(b!)?.record)).to.equal('of b');
      }
      expect(engine.count(15)).to.equal(2);
    });

    it('says that nothing waits where nothing was written', async () => {
      await settle(engine.durable());
    });

    it('scans one partition in the order of its tokens', async () => {
      // Some with a byte order mark, which belongs to the key.
      const keys = Array.from({ length: 200 }, (_, i) => keyOf(`${i % 9 === 0 ? '\ufeff' : ''}bird ${i}`));
      for (const key of keys) engine.write(record(key, 1));
      await settle(engine.durable());
      const seen: Record[] = [];
      for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++) {
        const { records, next } = await settle(
          engine.scan({ partition, after: undefined, limitBytes: 1 << 20 }),
        );
        expect(next).to.equal(undefined);
        expect(records.length).to.equal(engine.count(partition));
        for (const found of records) {
          expect(partitionOfToken(found.key.tokenHigh, PARTITION_BITS)).to.equal(partition);
        }
        seen.push(...records);
      }
      const expected = keys.toSorted((a, b) => a.tokenHigh - b.tokenHigh || a.tokenLow - b.tokenLow);
      expect(seen.map((found) => found.key)).to.deep.equal(expected);
      expect(seen.map(textOf)).to.deep.equal(expected.map(() => 'value 1'));
    });

    it('scans in pages that end between two tokens, never within one', async () => {
      for (let low = 0; low < 10; low++) engine.write(record(inPartition(3, low), 1, 'ten bytes!'));
      engine.write(record(craftedKey('twin 1', (3 << 28) | 4, 4), 1, 'ten bytes!'));
      engine.write(record(craftedKey('twin 2', (3 << 28) | 4, 4), 1, 'ten bytes!'));
      await settle(engine.durable());
      const pages: string[][] = [];
      let after;
      do {
        const page: ScanPage = await settle(engine.scan({ partition: 3, after, limitBytes: 28 }));
        pages.push(page.records.map((found) => `${found.key.tokenLow}`));
        after = page.next;
      } while (after !== undefined);
      expect(pages).to.deep.equal([['0', '1'], ['2', '3'], ['4', '4', '4'], ['5', '6'], ['7', '8'], ['9']]);
    });

    it('goes on with a scan after any change, and sees all that was there throughout', async () => {
      for (let low = 0; low < 50; low++) engine.write(record(inPartition(1, low * 10), 1));
      const first = await settle(engine.scan({ partition: 1, after: undefined, limitBytes: 100 }));
      for (let low = 0; low < 500; low++) engine.write(record(inPartition(1, low), 2));
      await settle(engine.durable());
      const rest = await settle(engine.scan({ partition: 1, after: first.next, limitBytes: 1 << 20 }));
      const seen = new Set([...first.records, ...rest.records].map((found) => found.key.tokenLow));
      for (let low = 0; low < 50; low++) expect(seen.has(low * 10), `token ${low * 10}`).to.equal(true);
    });

    it('scans an empty partition', async () => {
      const page = await settle(engine.scan({ partition: 2, after: undefined, limitBytes: 100 }));
      expect(page).to.deep.equal({ records: [], next: undefined });
    });

    it('drops one partition, and takes older versions there afterwards', async () => {
      engine.write(record(inPartition(1, 1), 5));
      engine.write(record(inPartition(1, 2), 5));
      engine.write(record(inPartition(2, 1), 5));
      await settle(engine.dropPartition(1));
      expect(engine.read(inPartition(1, 1))).to.equal(undefined);
      expect([engine.count(1), engine.count(2), engine.stats().records]).to.deep.equal([0, 1, 1]);
      expect(engine.write(record(inPartition(1, 1), 4))).to.deep.equal({
        kind: 'applied',
        replaced: undefined,
      });
      expect(engine.stats().highestVersion).to.deep.equal(version(5));
      await settle(engine.durable());
      expect(textOf(engine.read(inPartition(1, 1))?.record)).to.equal('value 4');
    });

    it('lets vanish what it may, and nothing else', async () => {
      const [old, recent, alive, expired, later] = [1, 2, 3, 4, 5].map((low) => inPartition(6, low));
      engine.write(tombstone(old!, 1));
      engine.write(tombstone(recent!, 9));
      engine.write(record(alive!, 1));
      engine.write({ ...record(expired!, 1), expiresAtMs: 1000 });
      engine.write({ ...record(later!, 1), expiresAtMs: 3000 });
      engine.write(tombstone(inPartition(7, 1), 1));
      await settle(engine.durable());
      await engine.allowPurge(6, { floor: version(5), expiredBeforeMs: 2000 });
      for (const key of [recent!, alive!, later!, inPartition(7, 1)]) {
        expect(engine.read(key), key.text).to.not.equal(undefined);
      }
      for (const key of [old!, expired!]) {
        expect(engine.readVersion(key), key.text).to.equal(undefined);
        expect(engine.leaves.records({ high: key.tokenHigh, low: key.tokenLow })).to.deep.equal([]);
      }
      const { records, settled, purged } = engine.stats();
      expect(records + settled + purged).to.equal(6);
    });

    it('looks through a partition, and finds nothing wrong where nothing is', async () => {
      for (let low = 0; low < 50; low++) engine.write(record(inPartition(3, low), 1));
      engine.write(tombstone(inPartition(3, 7), 2));
      engine.write(record(inPartition(4, 1), 1));
      await settle(engine.durable());
      const report = await settle(engine.scrub(3, () => Promise.resolve()));
      expect(report).to.include({ entries: 50, damaged: 0, differing: 0 });
    });

    it('refuses to go on with a scan behind a token of another partition', async () => {
      engine.write(record(inPartition(2, 1), 1));
      const scan = engine.scan({ partition: 2, after: { high: 0, low: 0 }, limitBytes: 100 });
      expect(await settle(rejection(scan))).to.have.property('code', 'INVALID_ARGUMENT');
    });

    it('refuses everything once it is closed, and closes twice', async () => {
      await settle(engine.close());
      await settle(engine.close());
      expect(() => engine.write(record('late', 1)))
        .to.throw()
        .with.property('code', 'STOPPED');
      expect(() => engine.read(keyOf('late')))
        .to.throw()
        .with.property('code', 'STOPPED');
      expect(await settle(rejection(engine.durable()))).to.have.property('code', 'STOPPED');
    });

    if (keeps) {
      it('has everything again when it is opened again', async () => {
        engine.write(record('a', 1));
        engine.write(record('b', 7));
        engine.write(tombstone('a', 2));
        engine.write(record(inPartition(9, 1), 3));
        await settle(engine.dropPartition(9));
        engine.write(record(inPartition(9, 2), 1));
        const before = engine.stats();
        await settle(engine.close());
        engine = await settle(home.open());
        expect(engine.read(keyOf('a'))).to.deep.equal({ record: tombstone('a', 2), durable: true });
        expect(engine.read(keyOf('b'))).to.deep.equal({ record: record('b', 7), durable: true });
        expect(engine.read(inPartition(9, 1))).to.equal(undefined);
        expect(textOf(engine.read(inPartition(9, 2))?.record)).to.equal('value 1');
        const { records, tombstones, highestVersion } = engine.stats();
        expect({ records, tombstones, highestVersion }).to.deep.equal({
          records: before.records,
          tombstones: before.tombstones,
          highestVersion: version(7),
        });
      });
    }
  });
}
