import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { ReadyLine } from '../../src/cli/start.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const TYPESCRIPT = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const execute = promisify(execFile);

/** What the README has programs do, in its order: a client, and a peer of their own. */
const [CLIENT = '', EMBEDDED = ''] = [
  ...readFileSync(path.join(ROOT, 'README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs),
].map(([, code = '']) => code);

describe('the package', function () {
  this.timeout('300s');

  let folder: string;
  const inFolder = async (program: string, ...args: string[]) => {
    const { stdout } = await execute(program, args, { cwd: folder, timeout: 120_000 });
    return stdout;
  };
  const starling = (...args: string[]) => inFolder('node_modules/.bin/starling', ...args);

  before('pack it, and install that elsewhere as anybody would', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-package-'));
    const { stdout } = await execute('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
    const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    expect(packed.files.map((file) => file.path)).to.include.members([
      'README.md',
      'LICENSE',
      'dist/index.js',
    ]);
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await inFolder('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', packed.filename);
  });

  after('delete everything', () => rm(folder, { recursive: true }));

  it('has a command that works, and says its version', async () => {
    expect(await starling('--version')).to.equal(`${versionOfThis()}\n`);
    expect(JSON.parse(await starling('config'))).to.be.an('object');
  });

  it('starts a peer with a dashboard, and a program like that in the README works with it', async () => {
    const peer = await startPeer(folder);
    try {
      await writeFile(
        path.join(folder, 'client.js'),
        CLIENT.replace("'127.0.0.1:7400', '127.0.0.1:7401'", `'${peer.clientAddress}'`),
      );
      const said = await inFolder(process.execPath, 'client.js');
      expect(said).to.include('greeting hello').and.to.include('session:4711 alice');
      expect(await starling('get', 'greeting', '--address', peer.clientAddress)).to.equal('hello\n');
      for (const file of ['', 'dashboard/main.js', 'dashboard/style.css'])
        expect((await fetch(`http://${peer.adminAddress}/${file}`)).status, file).to.equal(200);
    } finally {
      await peer.stop();
    }
  });

  it('has a peer run inside a program like that in the README', async () => {
    const onFreePorts = EMBEDDED.replace(
      'found: true,',
      "found: true, listen: ['/ip4/127.0.0.1/tcp/0'], clientPort: 0,",
    );
    await writeFile(path.join(folder, 'embedded.js'), onFreePorts);
    expect(await inFolder(process.execPath, 'embedded.js')).to.include('/ip4/127.0.0.1/tcp/');
  });

  it('has types with which both compile, every declaration of the package checked', async () => {
    await writeFile(path.join(folder, 'client.ts'), CLIENT);
    await writeFile(path.join(folder, 'embedded.ts'), EMBEDDED);
    await writeFile(
      path.join(folder, 'wrong.ts'),
      CLIENT.replace("put('greeting', 'hello')", "put('greeting', 5)"),
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
    const types = ['--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules/@types')];
    const compile = (file: string) => inFolder(process.execPath, TYPESCRIPT, ...options, ...types, file);
    await compile('client.ts');
    await compile('embedded.ts');
    const refusal = await compile('wrong.ts').catch((error: unknown) => (error as { stdout: string }).stdout);
    expect(refusal).to.include("Argument of type 'number' is not assignable to parameter of type 'string'");
  });
});

function versionOfThis(): string {
  return (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A peer of the installed package, alone in a cluster of its own. */
async function startPeer(folder: string) {
  const flags = ['--found', '--data', 'peer', '--listen', '/ip4/127.0.0.1/tcp/0', '--client-port', '0'];
  const child = spawn('node_modules/.bin/starling', ['start', ...flags, '--ready-fd', '3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const ended = once(child, 'exit');
  const ready = once(createInterface({ input: child.stdio[3] as Readable }), 'line');
  const [line] = (await Promise.race([
    ready,
    ended.then(([code]) => {
      throw new Error(`the peer ended with ${String(code)}`);
    }),
  ])) as [string];
  const { clientAddress, adminAddress } = JSON.parse(line) as ReadyLine;
  return {
    clientAddress,
    adminAddress,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
