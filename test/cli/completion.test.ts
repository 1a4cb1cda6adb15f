import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { pathsThatBegin } from '../../src/cli/path-completion.ts';
import { installInto } from '../cluster/pasted-command.ts';

const BASH_COMPLETION = '/usr/share/bash-completion/bash_completion';

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

  it('works in bash: commands, options, what an option can be, and files', function () {
    if (!existsSync(BASH_COMPLETION)) {
      console.log('      skipped: bash-completion is not installed');
      return this.skip();
    }
    const bin = installInto(path.join(folder, 'bin'));
    const script = `
      compopt() { :; } # Bash takes it only at a prompt.
      source ${BASH_COMPLETION}
      source <(starling completion bash)
      for COMP_LINE in "$@"; do
        COMP_WORDS=($COMP_LINE); COMP_POINT=\${#COMP_LINE}; COMPREPLY=()
        [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
        $(complete -p starling | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        echo "\${COMPREPLY[*]}"
      done`;
    const lines = [
      'starling sn',
      'starling cluster ',
      'starling get k --consis',
      'starling get k --consistency ',
      'starling start --config netw',
      'starling import net',
    ];
    const out = execFileSync('bash', ['--norc', '-c', script, 'bash', ...lines], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    expect(out.split('\n').slice(0, -1)).to.deep.equal([
      'snapshot',
      'init help',
      '--consistency',
      'one quorum all',
      'network.join.json network.json',
      'network.join.json network.json',
    ]);
  });
});
