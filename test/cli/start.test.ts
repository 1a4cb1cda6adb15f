import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import { expect } from 'chai';
import type { ReadyLine } from '../../src/cli/start.ts';
import { runStarling } from './test-terminal.ts';
import { PROGRAM } from '../program.ts';

/** A real process, because signals and file descriptors are what is tested. */
describe('starling start', function () {
  this.timeout(30_000);

  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'starling-start-'));
  });

  afterEach(async () => {
    const running = children
      .splice(0)
      .filter((child) => child.exitCode === null && child.signalCode === null);
    const ends = running.map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(folder, { recursive: true, force: true });
  });

  function start(...args: string[]): ChildProcess {
    const child = spawn(
      process.execPath,
      [...PROGRAM, 'start', '--data', path.join(folder, 'data'), '--ready-fd', '3', ...args],
      { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] },
    );
    child.stdout.resume();
    children.push(child);
    return child;
  }

  async function ready(child: ChildProcess): Promise<ReadyLine> {
    const lines = readline.createInterface({ input: child.stdio[3] as Readable });
    const [line] = (await once(lines, 'line')) as [string];
    return JSON.parse(line) as ReadyLine;
  }

  async function exitCodeOf(child: ChildProcess): Promise<unknown> {
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  }

  async function wordsOf(stream: Readable | null): Promise<string> {
    let words = '';
    for await (const chunk of stream ?? []) words += String(chunk);
    return words;
  }

  it('reads its configuration again on SIGHUP, and goes on with what it had where that is wrong', async () => {
    const file = path.join(folder, 'network.json');
    writeFileSync(file, '{ "log": { "level": "warn" } }');
    const child = start('--found', '--client-port', '0', '--config', file);
    await ready(child);
    const words = readline.createInterface({ input: child.stderr! })[Symbol.asyncIterator]();
    const nextWords = async () => String((await words.next()).value);
    writeFileSync(file, '{ "log": { "level": "debug" }, "zone": "east" }');
    child.kill('SIGHUP');
    expect(await nextWords()).to.equal('configuration read again: log.level changed');
    expect(await nextWords()).to.equal('zone changed as well, which takes a restart');
    writeFileSync(file, '{ "log": { "level": "loud" } }');
    child.kill('SIGHUP');
    expect(await nextWords()).to.equal('the configuration is wrong, so nothing has changed:');
    expect(await nextWords()).to.include('network.json:1: log.level: ');
    child.kill('SIGTERM');
    expect(await exitCodeOf(child)).to.equal(0);
  });

  it('says where it serves, stops on SIGTERM with 0, and has everything when it starts again', async () => {
    const flags = ['--found', '--client-port', '0'];
    const first = start(...flags);
    const { clientAddress, peer, pid, addresses } = await ready(first);
    expect(pid).to.equal(first.pid);
    expect(addresses[0]).to.match(new RegExp(`/tcp/[1-9][0-9]*/p2p/${peer}$`));
    expect((await runStarling(['put', 'a', 'kept', '--address', clientAddress])).exitCode).to.equal(0);
    const stopped = exitCodeOf(first);
    first.kill('SIGTERM');
    expect(await stopped).to.equal(0);

    const second = start(...flags, '--stop-with-stdin');
    const again = await ready(second);
    expect(again.peer).to.equal(peer);
    expect((await runStarling(['get', 'a', '--address', again.clientAddress])).out).to.equal('kept\n');
    const ended = exitCodeOf(second);
    second.stdin?.end();
    expect(await ended, 'after the end of its standard input').to.equal(0);
  });

  it('exits with 2 and names the port where that is in use', async () => {
    const { clientAddress } = await ready(start('--found', '--client-port', '0'));
    const port = clientAddress.slice(clientAddress.indexOf(':') + 1);
    const other = start('--found', '--client-port', port, '--data', path.join(folder, 'other'));
    const words = wordsOf(other.stderr);
    expect(await exitCodeOf(other)).to.equal(2);
    expect(await words).to.include(port);
  });

  it('stops while it still looks for somebody to join', async () => {
    const child = start('--bootstrap', '/ip4/127.0.0.1/tcp/9', '--client-port', '0', '--stop-with-stdin');
    const lines = readline.createInterface({ input: child.stdout! });
    for await (const line of lines) if (line.includes('no member of the cluster answered')) break;
    const ended = exitCodeOf(child);
    child.stdin?.end();
    expect(await ended).to.equal(0);
  });

  it('exits with 2 on flags that contradict each other', async () => {
    const { exitCode, err } = await runStarling(['start', '--replicas', '2', '--write-quorum', '3']);
    expect(exitCode).to.equal(2);
    expect(err).to.include('--write-quorum (cluster.writeQuorum): it is 3');
  });

  it('takes the secrets from the environment or from files, and never shows them', async () => {
    for (const name of ['STARLING_SECRET', 'STARLING_PREVIOUS_SECRET']) {
      const { exitCode, err } = await runStarling(['start'], { env: { [name]: 'hush'.repeat(100) } });
      expect(exitCode).to.equal(2);
      expect(err).to.include(name).and.not.include('hush');
    }
    for (const flag of ['--secret-file', '--previous-secret-file']) {
      const missing = await runStarling(['start', flag, path.join(folder, 'nowhere')]);
      expect(missing.exitCode).to.equal(2);
      expect(missing.err).to.include(`${flag} (cluster.`).and.include("can't read the secret");
    }
  });

  it('takes no unset variable of a script for the wish to have no secret', async () => {
    const { exitCode, err } = await runStarling(['start', '--secret-file', '']);
    expect(exitCode).to.equal(2);
    expect(err).to.include('--secret-file').and.include('Name a file');
  });
});
