import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StarlingError, type StarlingNode, configurationOf, startNode } from '../../src/index.ts';

describe('a peer inside another program', function () {
  this.timeout('30s');

  let folder: string;
  let node: StarlingNode | undefined;

  const start = () =>
    startNode(
      configurationOf({
        cluster: { name: 'embedded', secret: 'of this test' },
        dataDirectory: folder,
        found: true,
        clientPort: 0,
        log: { level: 'silent' },
      }),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-embedded-'));
  });

  afterEach(async () => {
    await node?.stop();
    await rm(folder, { recursive: true });
  });

  it('stores, answers, says how it is, and has everything after a restart under the same identity', async () => {
    node = await start();
    const { peerId } = node;
    const { version } = await node.put('greeting', 'hello');
    expect(await node.get('greeting')).to.deep.equal({ value: 'hello', version });
    expect(node.isActive).to.equal(true);
    expect(node.status().warnings.join()).to.match(/1 owners instead of 3/);
    expect(node.topology().members.map(({ peer }) => peer)).to.deep.equal([peerId]);
    expect(node.locate('greeting').custodians).to.deep.equal([peerId]);
    expect(node.addresses[0]).to.include(`/p2p/${peerId}`);
    await node.stop();

    node = await start();
    expect(node.peerId).to.equal(peerId);
    expect(await node.get('greeting')).to.deep.equal({ value: 'hello', version });
    const later = await node.put('greeting', 'again', { session: version });
    expect(later.version > version).to.equal(true);
  });

  it('refuses a second peer on its directory, and to leave when it is the last', async () => {
    node = await start();
    const second = await start().catch((error: unknown) => error);
    expect(second).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
    const left = await node.leave().catch((error: unknown) => error);
    expect(left).to.be.instanceOf(StarlingError).with.property('code', 'INVALID_ARGUMENT');
  });
});
