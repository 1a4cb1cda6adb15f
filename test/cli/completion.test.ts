import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { pathsThatBegin } from '../../src/cli/path-completion.ts';
import { installInto } from '../cluster/pasted-command.ts';
import { skipBecauseOf } from '../power/machine.ts';
import { SHELLS } from './completing-shells.ts';

describe('completion', function () {
  this.timeout('60s');

  let folder: string;

  before('make some files', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-completion-'));
    await mkdir(path.join(folder, 'peers/one'), { recursive: true });
    await mkdir(path.join(folder, 'bin'));
    await Promise.all(
      ['network.json', 'network.join.json', '.hidden'].map((name) => writeFile(path.join(folder, name), '')),
    );
  });

  after('delete them', () => rm(folder, { recursive: true }));

  it('of a path lists what begins so, and what is in a folder that is the only one', () => {
    const paths = (typed: string) =>
      pathsThatBegin(`${folder}/${typed}`).map((one) => one.slice(folder.length));
    expect(paths('net')).to.deep.equal(['/network.join.json', '/network.json']);
    expect(paths('pe')).to.deep.equal(['/peers/', '/peers/one/']);
    expect(paths('peers/')).to.deep.equal(['/peers/one/']);
    expect(paths('')).to.deep.equal(['/bin/', '/network.join.json', '/network.json', '/peers/']);
    expect(paths('.h')).to.deep.equal(['/.hidden']);
    expect(paths('nowhere/x')).to.deep.equal([]);
  });

  for (const { name, args, obstacle } of SHELLS) {
    it(`works in ${name}: commands, options, what an option can be, and files`, async function () {
      skipBecauseOf(await obstacle(), this);
      const bin = installInto(path.join(folder, 'bin'));
      const out = execFileSync(name, [...args, ...OFFERED.keys()], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 50_000,
        env: { ...process.env, HOME: folder, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
      });
      const offered = out.split('===\n').slice(0, -1).map((lines) => lines.split('\n').filter((line) => line !== '').sort()); // prettier-ignore
      expect(offered).to.deep.equal([...OFFERED.values()]);
    });
  }
});

/** By what is typed before the tab key. */
const OFFERED = new Map([
  ['starling sn', ['snapshot']],
  ['starling cluster ', ['help', 'init']],
  ['starling get k --consis', ['--consistency']],
  ['starling get k --consistency ', ['all', 'one', 'quorum']],
  ['starling start --config netw', ['network.join.json', 'network.json']],
  ['starling import net', ['network.join.json', 'network.json']],
]);
