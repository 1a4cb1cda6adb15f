import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { stateIn } from '../cli/backup/data-folder.ts';
import { runStarling } from '../cli/test-terminal.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const KEYS = 300;
/** One bit for each of 1024 partitions. */
const ALL_COMPLETE = Buffer.alloc(128, 0xff).toString('base64');

interface CustodyNotes {
  readonly complete: string;
  readonly members: readonly { readonly peer: string; readonly status: string }[];
}

describe('a real peer that loses its disk and is restored from a snapshot', function () {
  this.timeout('60s');

  let folder: string;
  const peers: SpawnedPeer[] = [];
  const clients: StarlingClient[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-backup-'));
  });

  after(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(peers.map((peer) => peer.stop()));
    await rm(folder, { recursive: true });
  });

  const spawnPeer = (name: string, flags: readonly string[]) => {
    const peer = new SpawnedPeer(['--cluster', 'tested', '--data', join(folder, name), ...flags]);
    peers.push(peer);
    return peer;
  };
  const connectTo = async (address: string) => {
    const client = await connect({ addresses: [address] });
    clients.push(client);
    return client;
  };

  it('rejoins, copies what was acknowledged since, and has everything then', async () => {
    const founder = spawnPeer('founder', ['--found']);
    const first = await founder.ready();
    const bootstrap = ['--bootstrap', first.addresses[0]!];
    const [lost, third] = [spawnPeer('lost', bootstrap), spawnPeer('third', bootstrap)];
    const before = await lost.ready();
    await third.ready();
    const client = await connectTo(first.clientAddress);
    await until(async () => (await client.topology()).width === 3);

    const put = (from: number, to: number, value: string) =>
      client.putMany(keys(from, to).map((key) => ({ key, value })));
    await put(0, KEYS, 'old');
    const snapshot = join(folder, 'snapshot');
    expect(await runStarling(['snapshot', snapshot, '--data', join(folder, 'lost')])).to.include({
      exitCode: 0,
    });
    await put(0, 100, 'new');
    await client.deleteMany(keys(100, 150));
    await put(KEYS, KEYS + 50, 'new');
    await lost.kill();
    await rm(join(folder, 'lost'), { recursive: true });
    expect(await runStarling(['restore', snapshot, '--data', join(folder, 'lost')])).to.include({
      exitCode: 0,
    });

    const restored = await spawnPeer('lost', bootstrap).ready();
    expect(restored.peer, 'is the peer that it was').to.equal(before.peer);
    // As it notes it itself: what others know of it may be from before.
    await until(async () => {
      const custody = (await stateIn(join(folder, 'lost'), 'custody')) as CustodyNotes;
      const own = custody.members.find(({ peer }) => peer === restored.peer);
      return own?.status === 'active' && custody.complete === ALL_COMPLETE;
    });
    // The links between the peers may take a moment.
    await until(async () => (await client.get('key 150', { consistency: 'all' })).value === 'old');
    for (const key of keys(150, KEYS)) {
      expect((await client.get(key, { consistency: 'all' })).value, key).to.equal('old');
    }
    await Promise.all([founder.kill(), third.kill()]);
    const alone = await connectTo(restored.clientAddress);
    await until(async () => {
      const { members } = await alone.topology();
      return members.filter(({ liveness }) => liveness === 'dead').length === 2;
    });
    await until(async () => (await alone.get('key 0', { consistency: 'one' })).value !== undefined);
    const expectValue = async (from: number, to: number, value: string | undefined) => {
      for (const key of keys(from, to)) {
        expect((await alone.get(key, { consistency: 'one' })).value, key).to.equal(value);
      }
    };
    await expectValue(0, 100, 'new');
    await expectValue(100, 150, undefined);
    await expectValue(KEYS, KEYS + 50, 'new');
  });
});

function keys(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => `key ${from + i}`);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 30_000;
  while (!(await condition().catch(() => false))) {
    if (performance.now() > deadlineMs) throw new Error('it did not come true within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
