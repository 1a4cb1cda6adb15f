import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { SILENT_STORAGE_EVENTS } from '../../../src/storage/events.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { keyOf } from '../../../src/version/key.ts';
import { rejection } from '../rejection.ts';
import { record, textOf, tombstone } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

const SEGMENT = 'log/00000001.seg';
const STATE = 'log/state.json';

/** The files of a small log: three flushes, closed in good order. */
interface SmallLog {
  readonly segment: Uint8Array;
  readonly state: Uint8Array;
  /** Size of the file after the creation and after each flush. */
  readonly flushedAt: number[];
}

async function smallLog(): Promise<SmallLog> {
  const home = new VirtualHome(7);
  const engine = await home.opened();
  const flushedAt = [engine.stats().diskBytes];
  const flushes = [
    [record('a', 1), record('b', 2)],
    [record('c', 3), tombstone('a', 4)],
    [record('b', 5, 'last')],
  ];
  for (const flush of flushes) {
    for (const written of flush) engine.write(written);
    await home.settle(engine.durable());
    flushedAt.push(engine.stats().diskBytes);
  }
  await home.settle(engine.close());
  return { segment: home.disk.content(SEGMENT)!, state: home.disk.content(STATE)!, flushedAt };
}

/** A store that finds these files. */
function homeWith(segment: Uint8Array, state?: Uint8Array): VirtualHome {
  const home = new VirtualHome(8);
  home.disk.plant(SEGMENT, segment);
  if (state !== undefined) home.disk.plant(STATE, state);
  return home;
}

/** What a reader sees of the three keys. */
function seen(engine: LogEngine): (string | undefined)[] {
  return ['a', 'b', 'c'].map((key) => {
    const found = engine.read(keyOf(key));
    return found === undefined ? 'absent' : textOf(found.record);
  });
}

/** In the order of the log: what is seen once the first so many entries are there. */
const PREFIXES = [
  ['absent', 'absent', 'absent'],
  ['value 1', 'absent', 'absent'],
  ['value 1', 'value 2', 'absent'],
  ['value 1', 'value 2', 'value 3'],
  [undefined, 'value 2', 'value 3'],
  [undefined, 'last', 'value 3'],
];

describe('log engine, damaged files', () => {
  let log: SmallLog;

  before(async () => {
    log = await smallLog();
  });

  it('cuts a torn tail at every length, keeps what is before it and goes on from there', async () => {
    let prefix = 0;
    for (let length = 0; length <= log.segment.length; length++) {
      const home = homeWith(log.segment.slice(0, length));
      let engine = await home.opened();
      const found = seen(engine);
      if (JSON.stringify(found) !== JSON.stringify(PREFIXES[prefix])) prefix++;
      expect(found, `cut at ${length}`).to.deep.equal(PREFIXES[prefix]);
      engine.write(record('c', 9, 'afterwards'));
      await home.settle(engine.durable());
      home.crash();
      engine = await home.opened();
      expect(seen(engine), `cut at ${length}, after a crash`).to.deep.equal([
        ...found.slice(0, 2),
        'afterwards',
      ]);
    }
    expect(prefix).to.equal(PREFIXES.length - 1);
  });

  it('refuses a log that lost bytes which it is known to have had', async () => {
    for (let length = 0; length < log.segment.length; length++) {
      const error = await openFailure(homeWith(log.segment.slice(0, length), log.state));
      expect(error.code, `cut at ${length}`).to.equal('CORRUPTION');
    }
  });

  it('finds every flipped bit of a log that was closed, and names the place', async () => {
    for (let offset = 0; offset < log.segment.length; offset++) {
      const error = await openFailure(homeWith(flipped(log.segment, offset), log.state));
      expect(error.code, `flip at ${offset}`).to.equal('CORRUPTION');
      expect(error.facts.file).to.equal(SEGMENT);
      expect(error.facts.offset).to.be.at.most(offset);
    }
  });

  it('tells damage from a torn tail, by the flushes behind it, when it was not closed', async () => {
    const lastFlush = log.flushedAt.at(-2)!;
    for (let offset = log.flushedAt[0]!; offset < log.segment.length; offset++) {
      const home = homeWith(flipped(log.segment, offset));
      if (offset < lastFlush)
        expect((await openFailure(home)).code, `flip at ${offset}`).to.equal('CORRUPTION');
      else expect(seen(await home.opened()), `flip at ${offset}`).to.deep.equal(PREFIXES[4]);
    }
  });

  it('leaves damaged files as they were', async () => {
    for (const flushedAt of log.flushedAt.slice(1)) {
      const damaged = flipped(log.segment, flushedAt - 1);
      const home = homeWith(damaged, log.state);
      await openFailure(home);
      expect(home.disk.content(SEGMENT)).to.deep.equal(damaged);
    }
  });

  it('finds every flipped bit of what it reads while it is open, and never gives it out', async () => {
    const home = homeWith(log.segment, log.state);
    const found: StarlingError[] = [];
    const engine = await home.opened({
      events: { ...SILENT_STORAGE_EVENTS, damageFound: (error) => void found.push(error) },
    });
    const b = log.flushedAt.at(-2)!;
    for (let offset = b; offset < log.segment.length; offset++) {
      home.disk.rot(SEGMENT, offset);
      expect(() => engine.read(keyOf('b')), `flip at ${offset}`)
        .to.throw(StarlingError, SEGMENT)
        .with.property('code', 'CORRUPTION');
      home.disk.rot(SEGMENT, offset);
    }
    expect(found.map((error) => error.facts.offset)).to.deep.equal(Array(log.segment.length - b).fill(b));
    expect(seen(engine)).to.deep.equal(PREFIXES.at(-1));
  });

  it('takes a client that stores the bytes of an entry for no entry', async () => {
    const entry = log.segment.slice(log.flushedAt.at(-2));
    const home = new VirtualHome(9);
    const engine = await home.opened();
    engine.write(record('a', 1));
    await home.settle(engine.durable());
    const tornFrom = engine.stats().diskBytes;
    engine.write({ ...record('b', 2), value: entry });
    await home.settle(engine.durable());
    const torn = flipped(home.disk.content(SEGMENT)!, tornFrom + 1);
    expect(seen(await homeWith(torn).opened())).to.deep.equal(['value 1', 'absent', 'absent']);
  });

  it('refuses a log of another partition count, of a newer format, and a renamed segment', async () => {
    const other = await openFailure(homeWith(log.segment), { partitionBits: 5 });
    expect(other).to.have.property('code', 'CONFIGURATION');
    expect(other.message).to.include('16 partitions').and.include('32');
    const renamed = new VirtualHome(8);
    renamed.disk.plant('log/00000004.seg', log.segment);
    expect((await openFailure(renamed)).message).to.include('renamed copy of segment 1');
  });

  it('refuses a log whose newest segment is gone', async () => {
    const home = new VirtualHome(8);
    home.disk.plant(STATE, log.state);
    const error = await openFailure(home);
    expect(error.code).to.equal('CORRUPTION');
    expect(error.message).to.include(`${SEGMENT} is missing`);
  });

  it('refuses a log that lacks any one of its segments, and names it', async () => {
    const home = await manySegments();
    const names = home.disk.list('log').filter((name) => name.endsWith('.seg'));
    expect(names.length).to.be.greaterThan(4);
    for (const checkpoints of ['with its checkpoint', 'without']) {
      if (checkpoints === 'without') home.forgetCheckpoints();
      for (const name of names) {
        const content = home.disk.content(`log/${name}`)!;
        home.disk.lose(`log/${name}`);
        const error = await openFailure(home);
        expect(error, `${name}, ${checkpoints}`).to.include({ code: 'CORRUPTION' });
        expect(error.facts.file).to.equal(`log/${name}`);
        home.disk.plant(`log/${name}`, content);
      }
      expect((await home.opened()).stats().records).to.equal(100);
    }
  });

  it('refuses a log that lacks a segment which is newer than the last note', async () => {
    const home = new VirtualHome(8, { segmentBytes: 1024, compactionLiveFraction: 0 });
    const engine = await home.opened();
    const noted = home.disk.content(STATE)!;
    for (let i = 0; i < 100; i++) engine.write(record(`key ${i}`, 1));
    await home.settle(engine.durable());
    home.crash();
    home.disk.plant(STATE, noted);
    home.disk.lose('log/00000003.seg');
    expect((await openFailure(home)).facts.file).to.equal('log/00000003.seg');
  });

  it('takes away a segment that was being removed when the process died', async () => {
    const home = await manySegments();
    const engine = await home.opened({ compactionLiveFraction: 0.9 });
    const first = home.disk.content('log/00000001.seg')!;
    for (let i = 0; i < 100; i++) engine.write(record(`key ${i}`, 2));
    await home.settle(engine.durable());
    await home.time.run(home.time.nowMs + 3000);
    expect(home.disk.list('log')).to.not.include('00000001.seg');
    home.crash();
    home.disk.plant('log/00000001.seg', first);
    const reopened = await home.opened();
    expect(home.disk.list('log')).to.not.include('00000001.seg');
    for (let i = 0; i < 100; i++)
      expect(reopened.readVersion(keyOf(`key ${i}`))?.version.wallMs).to.equal(1_800_000_000_002);
  });

  it('refuses a full segment that lost its end, even between two entries', async function () {
    // It looks at every length: seven seconds on a machine that is not busy.
    this.timeout('90s');
    const home = new VirtualHome(8, { segmentBytes: 1024, compactionLiveFraction: 0 });
    const engine = await home.opened();
    for (let i = 0; i < 100; i++) engine.write(record(`key ${i}`, 1));
    await home.settle(engine.durable());
    await home.settle(engine.close());
    const whole = home.disk.content('log/00000002.seg')!;
    for (let length = 0; length < whole.length; length++) {
      home.kill();
      home.disk.plant('log/00000002.seg', whole.slice(0, length));
      const error = await openFailure(home);
      expect(error, `cut at ${length}`).to.include({ code: 'CORRUPTION' });
      expect(error.facts.file).to.equal('log/00000002.seg');
    }
  });

  it('refuses a damaged state file', async () => {
    const at = log.state.length - 10;
    expect((await openFailure(homeWith(log.segment, flipped(log.state, at)))).facts.file).to.equal(STATE);
  });
});

/** A closed store of a hundred keys and several segments. */
async function manySegments(): Promise<VirtualHome> {
  const home = new VirtualHome(8, { segmentBytes: 1024, compactionLiveFraction: 0 });
  const engine = await home.opened();
  for (let i = 0; i < 100; i++) engine.write(record(`key ${i}`, 1));
  await home.settle(engine.durable());
  await home.settle(engine.close());
  return home;
}

async function openFailure(home: VirtualHome, options = {}): Promise<StarlingError> {
  const error = await home.settle(rejection(home.open(options)));
  expect(error).to.be.instanceOf(StarlingError);
  return error as StarlingError;
}

function flipped(bytes: Uint8Array, offset: number): Uint8Array {
  const copy = bytes.slice();
  copy[offset]! ^= 0x10;
  return copy;
}
