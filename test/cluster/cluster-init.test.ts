import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { InitResult } from '../../src/cli/cluster-init/report.ts';
import { freePort } from '../../src/cli/flock/free-port.ts';
import { runStarling } from '../cli/test-terminal.ts';
import { until } from '../until.ts';
import { installInto, PastedCommand } from './pasted-command.ts';

/** Below those that the system hands out, and not where another run of this test begins. */
const FIRST_PORT = 20_000 + 2 * Math.floor(Math.random() * 5000);

describe('what `starling cluster init` prints', function () {
  this.timeout('120s');

  let folder: string;
  let bin: string;
  const commands: PastedCommand[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "starling-init's "));
    bin = installInto(path.join(folder, 'bin'));
  });

  after(async () => {
    await Promise.all(commands.map((command) => command.stop()));
    await rm(folder, { recursive: true });
  });

  function paste(line: string): PastedCommand {
    const command = new PastedCommand(line, { cwd: folder, bin });
    commands.push(command);
    return command;
  }

  async function outputOf(line: string): Promise<string> {
    const command = paste(line);
    const exitCode = await command.ended();
    expect(exitCode, `${line}\n${command.output}`).to.equal(0);
    return command.output;
  }

  async function says(command: PastedCommand, pattern: RegExp): Promise<void> {
    await until(() => pattern.test(command.output) || !command.isRunning, 60_000);
    expect(command.output).to.match(pattern);
  }

  it('makes a cluster of two when it is pasted, which turns away a third that has another secret', async () => {
    const clientPort = await freePortPair();
    const peerPort = await freePort(clientPort + 2, new Set());
    const made = JSON.parse(
      await outputOf(
        `starling cluster init flock --json --listen /ip4/127.0.0.1/tcp/${peerPort} --client-port ${clientPort}`,
      ),
    ) as InitResult;
    const first = paste(made.commands.first);
    await says(first, /founded the cluster/);
    const second = paste(made.commands.another);
    await says(second, /joined the cluster/);
    const at = (port: number) => ['--address', `127.0.0.1:${port}`];
    expect(await runStarling(['put', 'greeting', 'hello', ...at(clientPort)])).to.include({ exitCode: 0 });
    expect((await runStarling(['get', 'greeting', ...at(clientPort + 1)])).out).to.equal('hello\n');
    await until(async () => {
      const status = paste(made.commands.status);
      await status.ended();
      return status.output.includes('2 of 2 members alive');
    }, 60_000);

    mkdirSync(path.join(folder, 'other'));
    copyFileSync(path.join(folder, made.files.joinConfiguration), path.join(folder, 'other/network.json'));
    writeFileSync(path.join(folder, 'other/cluster.secret'), 'another one\n');
    const third = paste('starling start --config other/network.json');
    await says(third, /the cluster secrets differ: .*cluster\.secret/);
    await says(first, /turned a peer away: .*the cluster secrets differ/);
    expect(third.output).to.not.include('joined');
  });
});

/** A free port of which the next one is free, too. */
async function freePortPair(): Promise<number> {
  const nothing: ReadonlySet<number> = new Set();
  for (let port = FIRST_PORT; ; port += 2) {
    port = await freePort(port, nothing);
    if ((await freePort(port + 1, nothing)) === port + 1) return port;
  }
}
