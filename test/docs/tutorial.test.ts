import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { freePort } from '../../src/cli/flock/free-port.ts';
import { installInto } from '../cluster/pasted-command.ts';
import { until } from '../until.ts';

const TEXT = readFileSync(path.join(import.meta.dirname, '../../docs/tutorial.md'), 'utf8');
/** Commands, and the lines right after them that say what they print. */
const STEP = /```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs;

describe('the tutorial', function () {
  this.timeout('150s');

  let folder: string;
  let shell: ChildProcessWithoutNullStreams;
  let output = '';

  before('open a shell', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-tutorial-'));
    const bin = installInto(path.join(folder, 'bin'));
    // A group of its own: whatever it started ends with it.
    shell = spawn('bash', ['--noprofile', '--norc'], {
      cwd: folder,
      detached: true,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    for (const stream of [shell.stdout, shell.stderr]) {
      stream.on('data', (chunk) => (output += String(chunk)));
    }
  });

  after('end everything', async () => {
    const ended = once(shell, 'close');
    process.kill(-shell.pid!, 'SIGKILL');
    await ended;
    await rm(folder, { recursive: true });
  });

  async function paste(commands: string): Promise<{ exitCode: number; text: string }> {
    output = '';
    shell.stdin.write(`${commands}echo "code=$?="\n`);
    await until(() => /code=\d+=\n/.test(output), 60_000);
    return { exitCode: Number(/code=(\d+)=/.exec(output)?.[1]), text: output };
  }

  it('does what it says, command by command', async () => {
    const first = await freePorts();
    const onFreePorts = TEXT.replaceAll(/\b7([45])0(\d)\b/g, (_, kind: string, digit: string) =>
      String(first + Number(digit) + (kind === '5' ? 10 : 0)),
    );
    const steps = [...onFreePorts.matchAll(STEP)];
    expect(steps).to.have.lengthOf.above(10);
    for (const [, commands = '', said = ''] of steps) {
      const lines = said.split('\n').filter((line) => line !== '');
      let answer = await paste(commands);
      const isAsSaid = () => answer.exitCode === 0 && lines.every((line) => answer.text.includes(line));
      // The text has the reader repeat this one until all is well.
      if (commands.startsWith('starling status')) {
        await until(async () => isAsSaid() || ((answer = await paste(commands)), isAsSaid()), 60_000).catch(
          () => undefined,
        );
      }
      expect(isAsSaid(), `${commands}${answer.text}`).to.equal(true);
    }
  });
});

/** The first of twenty free ports, of which those for operators, 200 above, are free as well. */
async function freePorts(): Promise<number> {
  const none: ReadonlySet<number> = new Set();
  for (let first = 20_000 + 20 * Math.floor(Math.random() * 400); ; first += 20) {
    const ports = Array.from({ length: 40 }, (_, n) => first + (n % 20) + (n < 20 ? 0 : 200));
    const free = await Promise.all(ports.map((port) => freePort(port, none)));
    if (free.every((port, index) => port === ports[index])) return first;
  }
}
