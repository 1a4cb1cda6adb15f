import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { InitResult } from '../../src/cli/cluster-init/report.ts';
import { TokenList } from '../../src/access/token-list.ts';
import { loadConfiguration } from '../../src/node/configuration/load.ts';
import { runStarling } from './test-terminal.ts';

describe('starling cluster init', function () {
  this.timeout('20s');

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'starling-init-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const init = (...args: string[]) => runStarling(['cluster', 'init', path.join(folder, 'flock'), ...args]);

  async function made(...args: string[]): Promise<InitResult> {
    const { exitCode, out, err } = await init('--json', ...args);
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    return JSON.parse(out) as InitResult;
  }

  it('makes an identity, a secret and the configurations of the first peer and of every other', async () => {
    const { cluster, peer, bootstrap, files } = await made('--name', 'flock', '--client-port', '7410');
    expect(cluster).to.equal('flock');
    expect(peer).to.match(/^12D3KooW\w{44}$/);
    expect(bootstrap).to.deep.equal([`/ip4/127.0.0.1/tcp/7500/p2p/${peer}`]);
    const first = loadConfiguration({ file: files.configuration });
    const other = loadConfiguration({ file: files.joinConfiguration });
    expect(first).to.deep.include({
      found: true,
      bootstrap: [],
      clientPort: 7410,
      dataDirectory: files.dataDirectory,
    });
    expect(other).to.deep.include({ found: false, bootstrap });
    expect(first.cluster).to.deep.equal(other.cluster);
    expect(first.cluster.name).to.equal('flock');
    expect(first.cluster.secret).to.match(/^[\w-]{43}$/);
  });

  it('lets nobody but the owner read what it makes', async () => {
    const { files } = await made();
    const modeOf = (name: string) => (statSync(name).mode & 0o777).toString(8);
    for (const name of [files.configuration, files.joinConfiguration, files.secret]) {
      expect(modeOf(name), name).to.equal('600');
    }
    for (const name of readdirSync(files.dataDirectory)) {
      expect(modeOf(path.join(files.dataDirectory, name)), name).to.equal('600');
    }
    expect([modeOf(files.dataDirectory), modeOf(path.join(folder, 'flock'))]).to.deep.equal(['700', '700']);
  });

  it('makes another secret and another identity each time, and prints neither', async () => {
    const first = await made();
    const secret = readFileSync(first.files.secret, 'utf8').trim();
    expect(JSON.stringify(first)).to.not.include(secret);
    rmSync(path.join(folder, 'flock'), { recursive: true });
    const { out } = await init();
    expect(out).to.not.include(readFileSync(first.files.secret, 'utf8').trim());
    expect(readFileSync(first.files.secret, 'utf8').trim()).to.not.equal(secret);
    expect(out).to.not.include(first.peer);
  });

  it('configures others for other machines where the first peer can be reached from there', async () => {
    const { files, bootstrap, commands, peer } = await made(
      '--listen',
      '/ip4/192.0.2.7/tcp/7600',
      '--client-host',
      '192.0.2.7',
    );
    expect(bootstrap).to.deep.equal([`/ip4/192.0.2.7/tcp/7600/p2p/${peer}`]);
    expect(loadConfiguration({ file: files.joinConfiguration })).to.deep.include({
      listen: ['/ip4/0.0.0.0/tcp/7600'],
      clientHost: '127.0.0.1',
      clientPort: 7400,
    });
    expect(commands.copy).to.equal(
      `scp -p ${files.joinConfiguration} ${files.secret} ${files.tokens} OTHER-MACHINE:`,
    );
    expect(commands.status).to.include(`--token-file ${files.clientToken}`);
    expect(commands.another).to.equal('starling start --config network.join.json');
  });

  it('makes a token where other machines reach the cluster, by which clients come in, and prints it not', async () => {
    const { files } = await made('--client-host', '192.0.2.7');
    const token = readFileSync(files.clientToken!, 'utf8').trim();
    const list = TokenList.parse(readFileSync(files.tokens!, 'utf8'), files.tokens!);
    expect(list.grantOf(token)).to.include({ name: 'client', role: 'write' });
    for (const file of [files.configuration, files.joinConfiguration]) {
      expect(loadConfiguration({ file }).access.tokensFile).to.equal(files.tokens);
    }
    for (const name of [files.tokens!, files.clientToken!])
      expect(statSync(name).mode & 0o777, name).to.equal(0o600);
    rmSync(path.join(folder, 'flock'), { recursive: true });
    const { out } = await init('--listen', '/ip4/0.0.0.0/tcp/7500');
    expect(out).to.include('client.token').and.not.include(readFileSync(files.clientToken!, 'utf8').trim());
    rmSync(path.join(folder, 'flock'), { recursive: true });
    expect((await made()).files).to.not.have.any.keys('tokens', 'clientToken');
  });

  for (const name of ['network.json', 'network.join.json', 'cluster.secret', 'starling-data']) {
    it(`overwrites nothing: where there is a ${name} it makes nothing, and says what to do`, async () => {
      const { files } = await made();
      for (const file of Object.values<string>({ ...files })) {
        if (path.basename(file) !== name) rmSync(file, { recursive: true });
      }
      const before = listing(folder);
      const { exitCode, out, err } = await init();
      expect({ exitCode, out }).to.deep.equal({ exitCode: 2, out: '' });
      expect(err).to.include(`${name} is there already`).and.include('name another folder');
      expect(listing(folder)).to.deep.equal(before);
    });
  }

  it('leaves nothing behind where it can not make everything', async () => {
    const file = path.join(folder, 'flock');
    writeFileSync(file, 'a file where the folder is to be');
    expect((await init()).exitCode).to.equal(4);
    rmSync(file);
    expect((await init('--listen', '/ip4/127.0.0.1/tcp/0')).exitCode).to.equal(2);
    expect(readdirSync(file)).to.deep.equal([]);
  });

  it('names the flag that is wrong, before it makes anything', async () => {
    for (const [args, words] of [
      [['--name', ''], '--name (cluster.name)'],
      [['--listen', 'localhost'], '--listen (listen[0])'],
      [['--client-host', '0.0.0.0'], '--client-host (clientHost)'],
      [['--client-port', 'many'], '--client-port (clientPort): it is "many"'],
      [['--client-port', '0'], '--client-port: it is 0'],
      [['--partitions', '1000'], '--partitions (cluster.partitions)'],
    ] as const) {
      const { exitCode, err } = await init(...args);
      expect(exitCode, words).to.equal(2);
      expect(err).to.include(words);
    }
    expect(existsSync(path.join(folder, 'flock'))).to.equal(false);
  });

  it('explains itself', async () => {
    expect((await runStarling(['cluster', 'init', '--help'])).out).to.include('Usage: starling cluster init');
    expect(await runStarling(['cluster', '--help'])).to.include({ exitCode: 0 });
    expect((await runStarling(['cluster', 'init', 'a', 'b'])).exitCode).to.equal(2);
  });
});

/** Every file, with what is in it. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) => `${parentPath}/${name} ${readFileSync(path.join(parentPath, name), 'hex')}`,
    )
    .sort();
}
