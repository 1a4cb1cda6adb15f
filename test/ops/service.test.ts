import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram, skipBecauseOf } from '../power/machine.ts';
import { OPTION_LIST } from '../../src/node/configuration/option-list.ts';
import { variableOf } from '../../src/node/configuration/environment.ts';

const ROOT = join(import.meta.dirname, '../..');
const UNIT = readFileSync(join(ROOT, 'ops/starling.service'), 'utf8');
const CONTAINERFILE = readFileSync(join(ROOT, 'ops/Containerfile'), 'utf8');

describe('the unit for systemd', () => {
  let folder: string | undefined;

  before(async function () {
    const isThere = await hasProgram('systemd-analyze', '--version');
    skipBecauseOf(isThere ? undefined : 'systemd-analyze is not installed', this);
    folder = mkdtempSync(join(tmpdir(), 'starling-unit-'));
  });

  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  /** What systemd has to say of it, with a program in the place of `starling` that is there. */
  function complaintsOf(unit: string): string {
    const file = join(folder!, 'starling.service');
    writeFileSync(file, unit.replace('/usr/bin/starling', process.execPath));
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    return `${stdout}${stderr}`
      .split('\n')
      .filter((line) => line.includes('starling.service'))
      .join('\n');
  }

  it('is one that systemd understands', () => {
    expect(complaintsOf(UNIT)).to.equal('');
  });

  it('would be complained of where it said something else', () => {
    expect(complaintsOf(UNIT.replace('RestartSec=', 'RestartSecs='))).to.include('RestartSecs');
  });
});

describe('the container file', () => {
  it('copies what there is', () => {
    const copied = [...CONTAINERFILE.matchAll(/^COPY (?!--from)(?<what>.+) \S+$/gm)];
    const files = copied.flatMap(({ groups }) => groups!['what']!.split(' '));
    expect(files).to.include.members(['package.json', 'src']);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).to.deep.equal([]);
  });

  it('sets options that there are', () => {
    const variables = new Set(OPTION_LIST.map(({ path }) => variableOf(path))).add('STARLING_SECRET');
    const named = [...CONTAINERFILE.matchAll(/STARLING_[A-Z_]+/g)].map(([name]) => name);
    expect(named).to.include('STARLING_DATA_DIRECTORY');
    expect(named.filter((name) => !variables.has(name))).to.deep.equal([]);
  });
});
