import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { type StubPeer, startPeer } from '../../server/peer.ts';
import { type Ran, runStarling } from '../test-terminal.ts';

describe('starling import and export', () => {
  let peer: StubPeer;
  let folder: string;

  beforeEach(async () => {
    peer = await startPeer();
    folder = mkdtempSync(path.join(tmpdir(), 'starling-transfer-'));
  });

  afterEach(async () => {
    await peer.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command against the stub peer; file names are in the test's folder. */
  function starling(...args: string[]): Promise<Ran> {
    return runStarling([...args, '--address', peer.address]);
  }

  function inFolder(name: string, content?: string): string {
    const file = path.join(folder, name);
    if (content !== undefined) writeFileSync(file, content);
    return file;
  }

  function rows(from: number, to: number): string {
    let text = '';
    for (let n = from; n < to; n++) text += `{"key":"k${n}","value":"${n}"}\n`;
    return text;
  }

  for (const extension of ['ndjson', 'csv']) {
    it(`carry everything from one cluster to another in a .${extension} file`, async () => {
      const first = inFolder('first.ndjson', `${rows(0, 2000)}{"key":"\\",\\n","value":""}\n`);
      expect(await starling('import', first)).to.include({ exitCode: 0, out: '' });
      const file = inFolder(`all.${extension}`);
      expect(await starling('export', file)).to.include({ exitCode: 0, out: '' });
      expect(readdirSync(folder)).to.have.members(['first.ndjson', `all.${extension}`]);

      const other = await startPeer();
      try {
        expect(await runStarling(['import', file, '--address', other.address])).to.include({ exitCode: 0 });
        expect(other.requests.records.size).to.equal(2001);
        const { out } = await runStarling(['export', '--address', other.address]);
        expect(out.split('\n').sort()).to.deep.equal(readFileSync(first, 'utf8').split('\n').sort());
      } finally {
        await other.stop();
      }
    });
  }

  for (const extension of ['ndjson', 'csv']) {
    it(`keep the time at which records expire in a .${extension} file, and pass over what has expired since`, async () => {
      const nowMs = Date.now();
      peer.requests.nowMs = nowMs;
      await starling('put', 'for ever', '1');
      await starling('put', 'for a while', '2', '--ttl', '1h');
      await starling('put', 'gone soon', '3', '--ttl', '1ms');
      const file = inFolder(`all.${extension}`);
      await starling('export', file);

      const other = await startPeer();
      try {
        other.requests.nowMs = nowMs;
        while (Date.now() <= nowMs) await new Promise(setImmediate);
        const { exitCode, err } = await runStarling(['import', file, '--address', other.address]);
        expect(exitCode).to.equal(0);
        expect(err).to.match(/^imported 2 records .*; passed over 1 that had expired$/m);
        expect([...other.requests.records.keys()]).to.have.members(['for ever', 'for a while']);
        expect(other.requests.records.get('for ever')?.expiresAtMs).to.equal(0);
        // Its clock stands still, and less of the hour was left when the record was sent.
        const leftMs = other.requests.records.get('for a while')!.expiresAtMs - nowMs;
        expect(leftMs).to.be.within(3_600_000 - (Date.now() - nowMs), 3_600_000);
      } finally {
        await other.stop();
      }
    });
  }

  it('read standard input and say as JSON what came of it', async () => {
    const args = ['import', '-', '--json', '--address', peer.address];
    const { exitCode, out } = await runStarling(args, { input: rows(0, 3) });
    expect(exitCode).to.equal(0);
    expect(JSON.parse(out)).to.include({ stored: 3, refused: 0, isComplete: true });
  });

  it('exit with 1 where lines were refused, and name each by its number', async () => {
    const { exitCode, err } = await starling('import', inFolder('a.ndjson', `nonsense\n${rows(0, 2)}`));
    expect(exitCode).to.equal(1);
    expect(err)
      .to.match(/^line 1: not valid JSON/m)
      .and.include('1 line');
    expect(peer.requests.records.size).to.equal(2);
  });

  it('only count refused lines after the first twenty', async () => {
    const { err } = await starling('import', inFolder('a.ndjson', 'nonsense\n'.repeat(30)));
    expect(err.match(/^line \d+:/gm)).to.have.length(20);
    expect(err).to.include('30 lines were not imported');
  });

  it('leave nothing behind where the file cannot be read, and exit with 2', async () => {
    const { exitCode, err } = await starling('import', inFolder('missing.ndjson'));
    expect(exitCode).to.equal(2);
    expect(err).to.include('missing.ndjson');
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('exit with 2 where columns are named for a format that has none', async () => {
    const { exitCode, err } = await starling('import', inFolder('a.ndjson', ''), '--key-column', 'id');
    expect(exitCode).to.equal(2);
    expect(err).to.include('--key-column');
  });

  describe('after the cluster has failed an import', () => {
    let file: string;
    let progressFile: string;

    beforeEach(async () => {
      file = inFolder('a.ndjson', rows(0, 3000));
      progressFile = `${file}.progress`;
      peer.requests.before = (_op, key) => {
        if (key === 'k2900') throw new StarlingError('STORE_POISONED', 'the disk is gone');
      };
      const { exitCode, err } = await starling('import', file);
      peer.requests.before = () => {};
      expect(exitCode).to.equal(3);
      expect(err).to.include('line 2901: the disk is gone').and.include('the same command goes on');
      expect(existsSync(progressFile)).to.equal(true);
    });

    it('go on where it was, and forget the progress when all is stored', async () => {
      peer.requests.records.clear();
      const { exitCode, err } = await starling('import', file);
      expect(exitCode).to.equal(0);
      expect(err).to.match(/^going on after line/);
      expect(peer.requests.records.size).to.be.within(100, 2999);
      expect(peer.requests.records.has('k2999')).to.equal(true);
      expect(existsSync(progressFile)).to.equal(false);
    });

    it('begin again with --restart', async () => {
      peer.requests.records.clear();
      expect((await starling('import', file, '--restart')).exitCode).to.equal(0);
      expect(peer.requests.records.size).to.equal(3000);
    });

    it('do not go on in another cluster', async () => {
      const saved = readFileSync(progressFile, 'utf8');
      writeFileSync(progressFile, saved.replace('into ', 'into another '));
      const { exitCode, err } = await starling('import', file);
      expect(exitCode).to.equal(2);
      expect(err).to.include('--restart');
    });

    it('do not go on from a progress file that is damaged', async () => {
      writeFileSync(progressFile, '{"job":');
      const { exitCode, err } = await starling('import', file);
      expect(exitCode).to.equal(2);
      expect(err).to.include(progressFile).and.include('--restart');
    });
  });

  it('leave an earlier export as it was where a new one fails', async () => {
    await starling('import', inFolder('a.ndjson', rows(0, 10)));
    const file = inFolder('out.ndjson', 'precious');
    peer.requests.before = () => {
      throw new StarlingError('STORE_POISONED', 'the disk is gone');
    };
    expect((await starling('export', file)).exitCode).to.equal(3);
    expect(readFileSync(file, 'utf8')).to.equal('precious');
    expect(existsSync(`${file}.part`)).to.equal(false);
  });
});
