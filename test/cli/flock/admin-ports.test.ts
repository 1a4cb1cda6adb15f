import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { FlockFolder } from '../../../src/cli/flock/folder.ts';

describe('the admin ports of a local cluster', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'starling-flock-admin-'));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function adminPortsWith(configuration: string): Promise<unknown[]> {
    const config = path.join(root, 'network.json');
    writeFileSync(config, configuration);
    const peers = await new FlockFolder(path.join(root, 'flock')).prepare({ config });
    return peers.map(({ configuration: { adminHost, adminPort } }) => `${adminHost} ${adminPort}`);
  }

  it('follow the client ports, so that they do not collide, whatever the configuration names', async () => {
    const expected = ['127.0.0.1 auto', '127.0.0.1 auto', '127.0.0.1 auto'];
    expect(await adminPortsWith('{}')).to.deep.equal(expected);
    expect(await adminPortsWith('{"adminPort": 7600, "adminHost": "0.0.0.0"}')).to.deep.equal(expected);
  });

  it('are off where the configuration says so', async () => {
    expect(await adminPortsWith('{"adminPort": "off"}')).to.deep.equal(Array(3).fill('127.0.0.1 off'));
  });
});
