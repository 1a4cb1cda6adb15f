import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram, skipBecauseOf } from '../power/machine.ts';
import { OPTION_LIST } from '../../src/node/configuration/option-list.ts';
import { runStarling } from '../cli/test-terminal.ts';
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

  it('starts a peer with flags that there are', async () => {
    const [, line = ''] = /^ExecStart=(.+)$/m.exec(UNIT)!;
    const { out } = await runStarling(['start', '--help']);
    const flags = line.match(/--[a-z-]+/g) ?? [];
    expect(flags).to.include('--config');
    expect(flags.filter((flag) => !out.includes(flag))).to.deep.equal([]);
  });

  it('would be complained of where it said something else', () => {
    expect(complaintsOf(UNIT.replace('RestartSec=', 'RestartSecs='))).to.include('RestartSecs');
  });
});

describe('the container file', () => {
  const copied = [...CONTAINERFILE.matchAll(/^COPY (?!--from)(?<what>.+) (?<into>\S+)$/gm)].map(
    ({ groups }) => ({ files: groups!['what']!.split(' '), into: groups!['into']! }),
  );

  it('builds a program that works from what it copies', function () {
    this.timeout('120s');
    const folder = mkdtempSync(join(tmpdir(), 'starling-image-'));
    try {
      for (const { files, into } of copied)
        for (const file of files)
          cpSync(join(ROOT, file), join(folder, into, into === './' ? file : ''), { recursive: true });
      // In the place of what `npm ci` installs.
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      const [build] = /npm run build/.exec(CONTAINERFILE)!;
      const built = spawnSync(build, { cwd: folder, shell: true, encoding: 'utf8' });
      expect(built.status, built.stdout + built.stderr).to.equal(0);
      const [, entry] = /ln -s \/app\/(\S+) \/usr\/local\/bin\/starling/.exec(CONTAINERFILE)!;
      const { stdout } = spawnSync(join(folder, entry!), ['config'], { encoding: 'utf8' });
      expect(JSON.parse(stdout)).to.have.property('cluster');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('copies what there is', () => {
    const files = copied.flatMap((one) => one.files);
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
