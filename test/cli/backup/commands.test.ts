import { expect } from 'chai';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemDisk } from '../../../src/base/system/disk.ts';
import { type Ran, runStarling } from '../test-terminal.ts';
import { KEYS, makeDataFolder, stateIn } from './data-folder.ts';

const SEGMENT = 'log/00000001.seg';

describe('starling snapshot, verify and restore', () => {
  let folder: string;
  let data: string;
  let snapshot: string;
  let restored: string;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'starling-backup-'));
    [data, snapshot, restored] = [inFolder('data'), inFolder('snapshot'), inFolder('restored')];
    await makeDataFolder(data, ['other']);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function inFolder(name: string): string {
    return path.join(folder, name);
  }

  const takeSnapshot = (...flags: string[]): Promise<Ran> =>
    runStarling(['snapshot', snapshot, '--data', data, ...flags]);

  /** Flips a bit. */
  async function damage(file: string, offset: number): Promise<void> {
    const content = await readFile(file);
    content[offset]! ^= 1;
    await writeFile(file, content);
  }

  it('take a snapshot by links, beside a peer that runs, and say how much', async () => {
    const unlock = await systemDisk(data).lock('lock');
    const { exitCode, out, err } = await takeSnapshot();
    await unlock();
    expect({ exitCode, out }).to.deep.equal({ exitCode: 0, out: '' });
    expect(err).to.match(
      /snapshot is a snapshot of .*data: \d+\.\d KiB linked, \d+\.\d KiB copied, in \d+ ms\n$/,
    );
    expect(readdirSync(snapshot)).to.have.members(['identity.key', 'log', 'manifest.json', 'state']);
    expect(statSync(path.join(snapshot, SEGMENT)).ino).to.equal(statSync(path.join(data, SEGMENT)).ino);
    expect(readdirSync(folder), 'nothing is left beside it').to.have.members(['data', 'snapshot']);
  });

  it('print what they did as JSON', async () => {
    const taken = JSON.parse((await takeSnapshot('--json')).out) as Record<string, unknown>;
    expect(taken).to.include({ snapshot, data, attempts: 1, linkRefusal: null });
    expect(taken['linkedBytes']).to.be.greaterThan(1000);

    const verified = JSON.parse((await runStarling(['verify', snapshot, '--json'])).out) as object;
    expect(verified).to.include({ directory: snapshot, isWhole: true, problemCount: 0 });
    expect(verified).to.have.nested.include({ 'totals.liveKeys': KEYS - 1, 'totals.tombstones': 1 });

    const { out } = await runStarling(['restore', snapshot, '--data', restored, '--json']);
    const made = JSON.parse(out) as Record<string, unknown>;
    expect(made).to.include({ isRestored: true, snapshot, data: restored, asIs: false, cluster: 'tested' });
    expect(made['storageId']).to.match(/^[0-9a-f]{32}$/);
  });

  it('verify a snapshot and a data directory, and count what is there', async () => {
    await takeSnapshot();
    for (const directory of [snapshot, data]) {
      const { exitCode, out, err } = await runStarling(['verify', directory]);
      expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
      expect(out).to.match(
        /^3 segments, \d\.\d KiB; 2 checkpoints; 0 key filters\n41 entries; 39 live keys, 1 tombstone, 0 expired\n/,
      );
      expect(out).to.include(`nothing is wrong with ${directory}; verified in`);
    }
  });

  it('exit with 1 where something is wrong, and name each file and offset', async () => {
    await damage(path.join(data, SEGMENT), 200);
    await damage(path.join(data, 'manifest.json'), 60);
    const { exitCode, out, err } = await runStarling(['verify', data]);
    expect(exitCode).to.equal(1);
    expect(out).to.match(/^problem {2}manifest\.json at 0: /m);
    expect(out).to.match(/^problem {2}log\/00000001\.seg at \d+: \d+ bytes, before the next one at \d+,/m);
    expect(out).to.match(/^note {2}log\/00000001\.seg: as checkpoint 2 knows it, 1 of the newest records/m);
    expect(err).to.equal(`${data}: 2 problems\n`);

    const json = await runStarling(['verify', data, '--json']);
    expect(json).to.include({ exitCode: 1, err: '' });
    expect(JSON.parse(json.out)).to.include({ isWhole: false, problemCount: 2 });
  });

  it('exit with 2 where a peer runs in what is to be verified, and say what to do', async () => {
    const unlock = await systemDisk(data).lock('lock');
    const { exitCode, err } = await runStarling(['verify', data]);
    await unlock();
    expect(exitCode).to.equal(2);
    expect(err).to.include(data).and.include('starling snapshot DIR');
  });

  it('restore what a peer copies from the others before it answers, with a storage id of its own', async () => {
    await takeSnapshot();
    const { exitCode, err } = await runStarling(['restore', snapshot, '--data', restored]);
    expect(exitCode).to.equal(0);
    expect(err).to.include('restored from').and.include('copies what it lacks');
    expect(await stateIn(restored, 'custody')).to.have.property('complete', '');
    expect(await stateIn(restored, 'custody'))
      .to.have.property('members')
      .with.length(2);
    const manifests = await Promise.all(
      [data, restored].map(async (directory) => readFile(path.join(directory, 'manifest.json'), 'utf8')),
    );
    expect(manifests[0]).to.not.equal(manifests[1]);
    expect((await runStarling(['verify', restored])).exitCode).to.equal(0);
  });

  it('restore it as it was with --as-is', async () => {
    await takeSnapshot();
    const { exitCode, err } = await runStarling(['restore', snapshot, '--data', restored, '--as-is']);
    expect(exitCode).to.equal(0);
    expect(err).to.include('--as-is');
    expect(await stateIn(restored, 'custody')).to.deep.equal(await stateIn(data, 'custody'));
  });

  it('restore a peer that knew no other only as it was, and say why', async () => {
    rmSync(data, { recursive: true });
    await makeDataFolder(data, []);
    await takeSnapshot();
    const { exitCode, err } = await runStarling(['restore', snapshot, '--data', restored]);
    expect(exitCode).to.equal(2);
    expect(err).to.include('--as-is').and.include('empty data directory');
    expect(existsSync(restored)).to.equal(false);
    const args = ['restore', snapshot, '--data', restored, '--as-is'];
    expect((await runStarling(args)).exitCode).to.equal(0);
  });

  it('exit with 1 where the snapshot is damaged, and restore nothing', async () => {
    await takeSnapshot();
    await damage(path.join(snapshot, 'log/state.json'), 40);
    const { exitCode, out, err } = await runStarling(['restore', snapshot, '--data', restored]);
    expect(exitCode).to.equal(1);
    expect(out).to.match(/^problem {2}log\/state\.json at 0: /m);
    expect(err).to.include('nothing was restored');
    expect(existsSync(restored)).to.equal(false);
    const json = await runStarling(['restore', snapshot, '--data', restored, '--json']);
    expect(json).to.include({ exitCode: 1, err: '' });
    expect(JSON.parse(json.out)).to.include({ isRestored: false });
  });

  for (const [what, args, words] of [
    [
      'a snapshot where something is',
      ['snapshot', 'taken', '--data', 'data'],
      'taken is not empty, there is thesis.txt',
    ],
    [
      'a snapshot of what is no data directory',
      ['snapshot', 'new', '--data', 'taken'],
      'no Starling data directory',
    ],
    ['a snapshot of nothing', ['snapshot', 'new', '--data', 'missing'], 'no Starling data directory'],
    ['a verification of nothing', ['verify', 'missing'], 'neither a Starling data directory nor a snapshot'],
    [
      'a restore of nothing',
      ['restore', 'missing', '--data', 'new'],
      'neither a Starling data directory nor a snapshot',
    ],
    [
      'a restore where something is',
      ['restore', 'data', '--data', 'taken'],
      'taken is not empty, there is thesis.txt',
    ],
  ] as const) {
    it(`exit with 2 for ${what}`, async () => {
      mkdirSync(inFolder('taken'));
      writeFileSync(inFolder('taken/thesis.txt'), 'precious');
      const names = new Set(['taken', 'data', 'new', 'missing']);
      const paths = args.map((arg) => (names.has(arg) ? inFolder(arg) : arg));
      const { exitCode, out, err } = await runStarling(paths);
      expect({ exitCode, out }).to.deep.equal({ exitCode: 2, out: '' });
      expect(err).to.include(words);
      expect(existsSync(inFolder('new'))).to.equal(false);
    });
  }

  it("exit with 4 where this machine is to blame, with the system's words", async () => {
    writeFileSync(inFolder('file'), '');
    const { exitCode, err } = await runStarling(['snapshot', inFolder('file/within'), '--data', data]);
    expect(exitCode).to.equal(4);
    expect(err).to.include('ENOTDIR');
  });
});
