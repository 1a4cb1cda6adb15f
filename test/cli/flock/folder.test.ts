import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { FlockFolder } from '../../../src/cli/flock/folder.ts';

describe('the folder of a local cluster', () => {
  let root: string;
  let folder: FlockFolder;

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'starling-flock-'));
    folder = new FlockFolder(root);
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lets the first peer found the cluster and the others join it', async () => {
    const [first, ...others] = (await folder.prepare({})).map(({ configuration }) => configuration);
    expect(others).to.have.length(2);
    expect(first).to.deep.include({ found: true, bootstrap: [] });
    for (const other of others) {
      expect(other.found).to.be.false;
      expect(other.bootstrap).to.include(first?.listen[0]);
    }
  });

  it('gives every peer ports and a data folder of its own', async () => {
    const peers = await folder.prepare({ nodes: 5 });
    const ports = peers.flatMap(({ configuration }) => [configuration.clientPort, configuration.listen[0]]);
    expect(new Set(ports).size).to.equal(10);
    expect(new Set(peers.map(({ configuration }) => configuration.dataDirectory)).size).to.equal(5);
  });

  it('founds again where the first start never got that far', async () => {
    await folder.prepare({});
    expect((await folder.prepare({}))[0]?.configuration.found).to.be.true;
  });

  it('never founds a second cluster once there was one, and keeps the addresses', async () => {
    const before = await folder.prepare({});
    folder.noteFounded(before);
    const after = await folder.prepare({ nodes: 4 });
    expect(after.map(({ configuration }) => configuration.found)).to.deep.equal([false, false, false, false]);
    for (const { configuration } of after) expect(configuration.bootstrap).to.have.length(3);
    before.forEach(({ configuration }, index) => {
      expect(after[index]?.configuration.listen).to.deep.equal(configuration.listen);
      expect(after[index]?.configuration.clientPort).to.equal(configuration.clientPort);
    });
  });

  it('keeps what the peers were configured with, and gives it to those that are new', async () => {
    const config = path.join(root, 'network.json');
    writeFileSync(config, '{"cluster": {"name": "mine", "replicas": 5}}');
    folder.noteFounded(await folder.prepare({ config }));
    const level = { name: '--log-level', path: 'log.level', value: 'warn' };
    for (const { configuration } of await folder.prepare({ nodes: 5, flags: [level] })) {
      expect(configuration.cluster).to.include({ name: 'mine', replicas: 5, writeQuorum: 3 });
      expect(configuration.log.level).to.equal('warn');
    }
  });

  it('refuses to leave peers with data behind', async () => {
    await folder.prepare({ nodes: 3 });
    let message = '';
    await folder.prepare({ nodes: 2 }).catch((error: unknown) => (message = String(error)));
    expect(message).to.include('has 3 peers').and.include('--fresh');
  });

  it('throws away peers and their data, and nothing else', async () => {
    const [first] = await folder.prepare({});
    mkdirSync(first!.configuration.dataDirectory);
    writeFileSync(path.join(root, 'notes.txt'), 'mine');
    folder.clear();
    expect(existsSync(first!.configuration.dataDirectory)).to.be.false;
    expect(existsSync(first!.file)).to.be.false;
    expect(readFileSync(path.join(root, 'notes.txt'), 'utf8')).to.equal('mine');
  });

  it('keeps configurations, which may hold a secret, to their owner', async () => {
    const [first] = await folder.prepare({});
    expect(statSync(first!.file).mode & 0o077).to.equal(0);
  });
});
