import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { LIMITS } from '../../../src/base/limits.ts';
import { folderDisk } from '../../../src/storage/backup/folder-disk.ts';
import { encodeSegmentHeader } from '../../../src/storage/log/format.ts';
import { HighestVersion } from '../../../src/storage/log/highest-version.ts';
import { IndexTable } from '../../../src/storage/log/index-table.ts';
import { KeyFilter } from '../../../src/storage/log/key-filter.ts';
import { WORDS } from '../../../src/storage/log/packed-entry.ts';
import { encodeStateFile } from '../../../src/storage/state-file.ts';
import type { Finding } from '../../../src/storage/verify/findings.ts';
import { type VerifyReport, verifyDirectory } from '../../../src/storage/verify/verify.ts';
import { type Key, keyOf } from '../../../src/version/key.ts';
import { ZERO_VERSION } from '../../../src/version/version.ts';
import { DATA, Machine } from '../backup/machine.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { plantGetter, plantMethod } from '../log/mutant.ts';
import { plantAround } from '../plant-around.ts';
import { craftedKey, record } from '../records.ts';
import { rejection } from '../rejection.ts';
import { type Files, filesDisk } from './files-disk.ts';
import { EXPIRED_MS, smallStore } from './small-store.ts';

const CLOCK = { wallMs: () => EXPIRED_MS };
/** What `lock` says is nothing; the rest of the small store all has a meaning. */
const WITHOUT_MEANING = new Set(['lock']);

function verify(files: Files): Promise<VerifyReport> {
  return verifyDirectory({ disk: filesDisk(files), clock: CLOCK });
}

function changed(files: Files, path: string, content: Uint8Array | undefined): Files {
  const others = new Map(files);
  if (content === undefined) others.delete(path);
  else others.set(path, content);
  return others;
}

function flipped(bytes: Uint8Array, offset: number, mask = 0x10): Uint8Array {
  const copy = bytes.slice();
  copy[offset]! ^= mask;
  return copy;
}

const places = (findings: readonly Finding[]): string[] =>
  findings.map(({ file, offset = '' }) => `${file} ${offset}`.trim());

describe('a verification', function () {
  this.timeout(120_000);

  let store: Files;

  before(async () => {
    store = await smallStore();
  });

  it('finds nothing wrong with a healthy store, and counts what is in it', async () => {
    const { totals, ...found } = await verify(store);
    expect(found).to.deep.equal({ problems: [], problemCount: 0, notes: [], noteCount: 0 });
    expect(totals).to.deep.equal({
      segments: 4,
      segmentBytes: 2344,
      checkpoints: 2,
      keyFilters: 2,
      entries: 38,
      liveKeys: 28,
      tombstones: 3,
      expired: 1,
      lostBytes: 0,
    });
  });

  describe('names file and place', () => {
    const paths = [
      'identity.key',
      'log/00000001.ckpt',
      'log/00000002.ckpt',
      'log/00000002.keys',
      'log/00000003.keys',
      'log/00000002.seg',
      'log/00000003.seg',
      'log/00000004.seg',
      'log/00000005.seg',
      'log/state.json',
      'manifest.json',
      'state/custody.json',
    ];

    it('in all files that have a meaning', () => {
      expect([...store.keys()].filter((path) => !WITHOUT_MEANING.has(path))).to.have.members(paths);
    });

    for (const path of paths) {
      it(`of every flipped byte of ${path}`, async () => {
        const content = store.get(path)!;
        const masks = path.endsWith('.json') ? [0x01, 0x10] : [0x10];
        for (let offset = 0; offset < content.length; offset++) {
          for (const mask of masks) {
            const { problems } = await verify(changed(store, path, flipped(content, offset, mask)));
            const found = problems.find(({ file }) => file === path);
            expect(found, `flip of ${mask} at ${offset}`).to.not.equal(undefined);
            expect(found!.offset ?? 0, `flip of ${mask} at ${offset}`).to.be.at.most(offset);
          }
        }
      });

      it(`of ${path} cut off at any length`, async () => {
        const content = store.get(path)!;
        const step = path.endsWith('.json') ? 1 : 7;
        for (let length = content.length - 1; length >= 0; length -= step) {
          const { problems } = await verify(changed(store, path, content.slice(0, length)));
          expect(
            problems.map(({ file }) => file),
            `cut at ${length}`,
          ).to.include(path);
        }
      });
    }

    it('where a state file is written in another way', async () => {
      const text = new TextDecoder().decode(store.get('log/state.json')).replace('\n  "sum"', '\r  "sum"');
      const { problems } = await verify(changed(store, 'log/state.json', new TextEncoder().encode(text)));
      expect(places(problems)).to.deep.equal([`log/state.json ${text.indexOf('\r')}`]);
    });

    for (const path of paths.filter((name) => !/(ckpt|keys|custody\.json)$/.test(name))) {
      it(`where ${path} is missing`, async () => {
        const { problems } = await verify(changed(store, path, undefined));
        expect(problems.map(({ file }) => file)).to.include(path);
      });
    }
  });

  describe('behind damage', () => {
    const path = 'log/00000003.seg';
    let content: Uint8Array;
    /** Offsets of the entries. */
    let entries: number[];

    before(() => {
      content = store.get(path)!;
      const view = new DataView(content.buffer, content.byteOffset);
      entries = [];
      for (let at = 28; at < content.length; at += 44 + view.getUint16(at + 10) + view.getUint32(at + 12)) {
        entries.push(at);
      }
    });

    it('goes on at the next entry, and says how much is lost', async () => {
      const [damaged, next] = entries.slice(-2);
      const { problems, totals, notes } = await verify(changed(store, path, flipped(content, damaged! + 20)));
      expect(places(problems)).to.deep.equal([`${path} ${damaged}`]);
      expect(problems[0]!.what).to.include(`${next! - damaged!} bytes, before the next one at ${next},`);
      expect(totals).to.include({ entries: 37, lostBytes: next! - damaged! });
      expect(notes[0]?.what).to.include('1 of the newest records');
    });

    it('goes on at the next entry where only a value is damaged, and names the key', async () => {
      const [first] = entries;
      const { problems, totals } = await verify(changed(store, path, flipped(content, entries[1]! - 1)));
      expect(places(problems)).to.deep.equal([`${path} ${first}`]);
      expect(problems[0]!.what).to.match(/value of the key "key \d+" fails its checksum/);
      expect(totals).to.include({ entries: 38, lostBytes: 0 });
    });

    it('reports each of several', async () => {
      let damaged = content;
      for (const entry of [entries[1]!, entries[4]!, entries.at(-1)!]) damaged = flipped(damaged, entry);
      const { problems } = await verify(changed(store, path, damaged));
      expect(places(problems)).to.deep.equal(
        [1, 4, entries.length - 1].map((index) => `${path} ${entries[index]}`),
      );
    });

    it('goes on in the other segments where a header is damaged', async () => {
      const { problems, totals, notes } = await verify(changed(store, path, flipped(content, 17)));
      expect(places(problems)).to.deep.equal([`${path} 0`]);
      expect(totals.entries).to.equal(38 - entries.length);
      expect(notes.map(({ what }) => what).join()).to.match(/\d+ of the newest records/);
    });

    it('goes on where a sector can not be read', async () => {
      const files = filesDisk(store);
      const openToRead = async (name: string) => {
        const file = await files.openToRead(name);
        if (file === undefined || name !== path) return file;
        const fail = (): never => {
          throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
        };
        return { ...file, read: async () => fail(), readSync: fail };
      };
      const { problems, totals } = await verifyDirectory({ disk: { ...files, openToRead }, clock: CLOCK });
      expect(problems[0]).to.deep.include({ file: path, offset: 0 });
      expect(problems[0]!.what).to.include("can't be read").and.include('EIO');
      expect(totals.entries).to.equal(38 - entries.length);
    });

    it('lists no more than it may, and counts the rest', async () => {
      const files = new Map(store);
      for (let i = 0; i < LIMITS.listedFindings + 5; i++) files.set(`state/${i}.json`, new Uint8Array(1));
      const { problems, problemCount } = await verify(files);
      expect(problems).to.have.length(LIMITS.listedFindings);
      expect(problemCount).to.equal(LIMITS.listedFindings + 5);
    });
  });

  describe('takes for no problem', () => {
    it('the end of a flush that was cut short, where the log had not noted it', async () => {
      const machine = new Machine(1);
      const engine = await machine.opened(DATA);
      engine.write(record('a', 1));
      await machine.settle(engine.durable());
      const { diskBytes } = engine.stats();
      engine.write(record('b', 2));
      engine.write(record('c', 3));
      await machine.settle(engine.durable());
      machine.restart();
      const files = machine.contents(DATA);
      const segment = files.get('log/00000001.seg')!;
      const torn = await verify(changed(files, 'log/00000001.seg', flipped(segment, diskBytes + 20)));
      expect(torn.problems).to.deep.equal([]);
      expect(places(torn.notes)).to.deep.equal([`log/00000001.seg ${diskBytes}`]);
      expect(torn.totals.entries).to.equal(1);
      const damaged = await verify(changed(files, 'log/00000001.seg', flipped(segment, 40)));
      expect(places(damaged.problems), 'a later flush is behind it').to.deep.equal(['log/00000001.seg 28']);
    });

    it('zeros, which are room for what is still to be written', async () => {
      const machine = new Machine(1);
      const engine = await machine.opened(DATA);
      engine.write(record('a', 1));
      await machine.settle(engine.durable());
      machine.restart();
      const files = machine.contents(DATA);
      expect(files.get('log/00000001.seg')!.length).to.be.greaterThan(engine.stats().diskBytes + 1000);
      const { problems, notes, totals } = await verify(files);
      expect({ problems, notes }).to.deep.equal({ problems: [], notes: [] });
      expect(totals).to.include({ entries: 1, lostBytes: 0 });
    });

    it('more in a segment than the next one knows, which was taken back on a full disk', async () => {
      const path = 'log/00000003.seg';
      const content = store.get(path)!;
      const longer = Uint8Array.from([...content, 1, 2, 3]);
      const { problems, notes, totals } = await verify(changed(store, path, longer));
      expect(problems).to.deep.equal([]);
      expect(places(notes)).to.deep.equal([`${path} ${content.length}`]);
      expect(totals.entries).to.equal(38);
    });

    it('what the next start takes away', async () => {
      const files = new Map(store);
      const header = { partitionBits: PARTITION_BITS, number: 1, salt: 1, previousBytes: 0 };
      files.set('log/00000001.seg', encodeSegmentHeader(header));
      files.set('log/00000006.seg', new Uint8Array(20));
      files.set('log/00000003.ckpt.new', new Uint8Array(3));
      files.set('log/00000001.keys', new Uint8Array(3));
      files.set('log/notes.txt', new Uint8Array(3));
      const { problems, notes } = await verify(files);
      expect(problems).to.deep.equal([]);
      expect(places(notes)).to.have.members([
        'log/00000001.seg',
        'log/00000006.seg 0',
        'log/00000003.ckpt.new',
        'log/00000001.keys',
        'log/notes.txt',
      ]);
    });
  });

  describe('finds what was written wrongly, with right checksums:', () => {
    const written = async (key: Key, value?: Uint8Array): Promise<VerifyReport> => {
      const machine = new Machine(1);
      const engine = await machine.opened(DATA);
      engine.write({ ...record(key, 1), ...(value && { value }) });
      await machine.settle(engine.close());
      return verify(machine.contents(DATA));
    };

    it('a token that is not that of its key', async () => {
      const { problems } = await written(craftedKey('lark', 1, 2));
      expect(places(problems)).to.deep.equal(['log/00000001.seg 28']);
      expect(problems[0]!.what).to.include('its token is not that of its key "lark"');
    });

    it('keys and values that are no text', async () => {
      const bytes = Uint8Array.of(0x61, 0xff);
      expect((await written({ ...craftedKey('', 1, 2), bytes })).problems[0]!.what).to.include(
        'its key is no well-formed UTF-8',
      );
      expect((await written(keyOf('wren'), bytes)).problems[0]!.what).to.include('the value of "wren"');
    });

    it('no text that is unusual', async () => {
      const value = new TextEncoder().encode('\ufeff\u0000🐦');
      expect((await written(keyOf('\ufeff\u0000🐦'), value)).problems).to.deep.equal([]);
    });

    it('segments of another name, or another partition count', async () => {
      const renamed = changed(store, 'log/00000006.seg', store.get('log/00000004.seg'));
      expect((await verify(renamed)).problems.map(({ what }) => what).join()).to.include(
        'renamed copy of segment 4',
      );
      const manifest = { cluster: 'birds', clusterId: '', storageId: 'x', partitions: 32 };
      const other = await verify(changed(store, 'manifest.json', encodeStateFile(manifest)));
      expect(other.problems.map(({ what }) => what).join()).to.include('written for 16 partitions');
      const odd = encodeStateFile({ ...manifest, partitions: 12 });
      expect(places((await verify(changed(store, 'manifest.json', odd))).problems)).to.deep.equal([
        'manifest.json 0',
      ]);
    });

    it('a filter that lacks keys', async () => {
      const remove = plantMethod(KeyFilter.prototype, 'add', () => undefined);
      try {
        const { problems } = await verify(await smallStore());
        expect(problems.map(({ file }) => file)).to.include('log/00000002.keys');
        expect(problems[0]!.what).to.match(/lacks \d+ of its segment's keys/);
      } finally {
        remove();
      }
    });

    const dumps: [string, (words: Uint32Array) => Uint32Array, RegExp][] = [
      ['a checkpoint that lacks a key', (words) => words.slice(WORDS), /lacks \d+ keys/],
      [
        'one that points to another place',
        (words) => changedWord(words, 2, (offset) => offset + 1),
        /no such record/,
      ],
      ['one with another length', (words) => changedWord(words, 1, (length) => length + 1), /no such record/],
      [
        'one that takes a tombstone for a record',
        (words) => changedWord(words, 1, (flags) => flags ^ 0x01000000),
        /no such record/,
      ],
      [
        'one with another hash',
        (words) => changedWord(words, 0, (hash) => (hash ^ 1) >>> 0),
        /no such record/,
      ],
      [
        'one that names a segment which it does not know',
        (words) => changedWord(words, 3, (slot) => (slot | 0x7f000000) >>> 0),
        /does not know/,
      ],
      [
        'one in another order',
        (words) => Uint32Array.from([...words.slice(WORDS), ...words.slice(0, WORDS)]),
        /not in the order/,
      ],
    ];
    for (const [name, spoil, pattern] of dumps) {
      it(name, async () => {
        const remove = plantAround(
          IndexTable.prototype,
          'dump',
          (dump) =>
            function (this: IndexTable) {
              const words = dump.call(this);
              return words.length > WORDS ? spoil(words) : words;
            },
        );
        try {
          const { problems } = await verify(await crowded());
          expect(problems.map(({ what }) => what).join()).to.match(pattern);
          expect(new Set(problems.map(({ file }) => file))).to.deep.equal(new Set(['log/00000001.ckpt']));
        } finally {
          remove();
        }
      });
    }

    it('a checkpoint that points to a record which was overwritten before it was begun', async () => {
      let remove = (): void => undefined;
      const files = await crowded(() => {
        // The slot keeps what it had: writes are lost to the index from here on.
        remove = plantMethod(IndexTable.prototype, 'replace', () => undefined);
      });
      remove();
      expect((await verify(files)).problems.map(({ what }) => what).join()).to.match(/not the newest/);
    });

    it('a checkpoint that says of no version that it was the highest', async () => {
      const remove = plantGetter(HighestVersion.prototype, 'value', ZERO_VERSION);
      try {
        const { problems } = await verify(await crowded());
        expect(problems.map(({ what }) => what).join()).to.include('a higher version');
      } finally {
        remove();
      }
    });

    it('a checkpoint of another log', async () => {
      const other = new Machine(99);
      const engine = await other.opened(DATA);
      engine.write(record('a', 1));
      await other.settle(engine.close());
      const foreign = other.contents(DATA).get('log/00000001.ckpt');
      const files = await crowded();
      const { problems } = await verify(changed(files, 'log/00000001.ckpt', foreign));
      expect(problems.map(({ what }) => what).join()).to.include('it is of another log');
    });
  });

  describe('of a directory', () => {
    let machine: Machine;

    beforeEach(async () => {
      machine = new Machine(1);
      for (const [path, content] of store) machine.disk.plant(`${DATA}/${path}`, content);
    });

    const run = (folder = DATA): Promise<VerifyReport> =>
      machine.settle(
        verifyDirectory({ disk: folderDisk(machine.mount, folder), clock: machine.process.clock }),
      );

    it('changes no file, whatever is wrong', async () => {
      machine.disk.rot(`${DATA}/log/00000004.seg`, 60);
      machine.disk.rot(`${DATA}/log/00000002.ckpt`, 60);
      machine.disk.lose(`${DATA}/log/00000002.seg`);
      const before = machine.contents(DATA);
      machine.disk.fault = ({ kind }) =>
        ['open', 'read', 'readSync', 'readFile', 'list', 'close'].includes(kind) ? undefined : 'EROFS';
      expect((await run()).problemCount).to.be.greaterThan(2);
      expect(machine.contents(DATA)).to.deep.equal(before);
    });

    it('keeps peers out meanwhile, and lets them in afterwards', async () => {
      const running = run();
      await machine.time.run(machine.time.nowMs + 0.2);
      const lock = (): Promise<() => Promise<void>> => machine.settle(machine.mount.lock(`${DATA}/lock`));
      expect(await rejection(lock())).to.have.property('code', 'CONFIGURATION');
      await running;
      const unlock = await lock();
      const error = await rejection(run());
      expect(error).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
      expect((error as StarlingError).message).to.include('starling snapshot');
      await machine.settle(unlock());
      expect((await run()).problems).to.deep.equal([]);
    });

    it('refuses what is none', async () => {
      const error = await rejection(run('peer'));
      expect(error).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
      expect((error as StarlingError).message).to.include('neither a Starling data directory nor a snapshot');
    });

    it('tells how far it is, and ends when it is told to', async () => {
      const abort = new AbortController();
      const seen: number[][] = [];
      const options = { disk: filesDisk(store), clock: CLOCK };
      await verifyDirectory({ ...options, onProgress: (...bytes) => seen.push(bytes) });
      const [doneBytes, totalBytes] = seen.at(-1)!;
      expect(doneBytes! / totalBytes!).to.be.within(0.9, 1);
      expect(seen.map(([done]) => done)).to.deep.equal(seen.map(([done]) => done!).sort((a, b) => a - b));
      abort.abort();
      expect(await rejection(verifyDirectory({ ...options, signal: abort.signal }))).to.have.property(
        'name',
        'AbortError',
      );
    });
  });
});

/** A log of which a checkpoint has many entries in one table. */
async function crowded(beforeOverwriting = (): void => undefined): Promise<Files> {
  const machine = new Machine(5);
  const engine = await machine.opened(DATA);
  const texts = Array.from({ length: 3000 }, (_, i) => `key ${i}`).filter(
    (text) => keyOf(text).tokenHigh >>> 22 === 7,
  );
  expect(texts.length).to.be.greaterThan(1);
  for (const text of texts) engine.write(record(text, 1));
  beforeOverwriting();
  for (const text of texts) engine.write(record(text, 2));
  await machine.settle(engine.close());
  return machine.contents(DATA);
}

/** With one word of the first entry changed. */
function changedWord(words: Uint32Array, word: number, change: (word: number) => number): Uint32Array {
  words[word] = change(words[word]!);
  return words;
}
