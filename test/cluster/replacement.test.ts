import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const SECRET = 'known to the peers of this test alone';
const KEYS = 500;

describe('a member of a real cluster that is gone for good', function () {
  this.timeout('180s');

  let folder: string;
  let client: StarlingClient;
  const peers: SpawnedPeer[] = [];

  const spawnPeer = async (name: string, ...flags: string[]) => {
    const fixed = ['--cluster', 'tested', '--data', join(folder, name)];
    const peer = new SpawnedPeer([...fixed, ...flags], { STARLING_SECRET: SECRET });
    peers.push(peer);
    return { peer, ready: await peer.ready() };
  };
  /** The owners of each partition, in order. */
  const owners = async () => {
    const { members, owners: indices, width } = await client.topology();
    const names = indices.map((index) => members[index]!.peer);
    return Array.from({ length: names.length / width }, (_, p) => names.slice(p * width, (p + 1) * width));
  };

  before('four peers with data', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-replacement-'));
    const first = await spawnPeer('1', '--found');
    const bootstrap = ['--bootstrap', first.ready.addresses[0]!];
    await Promise.all(['2', '3', '4'].map((name) => spawnPeer(name, ...bootstrap)));
    client = await connect({ addresses: [first.ready.clientAddress], timeoutMs: 15_000 });
    const activeCount = async () =>
      (await client.topology()).members.filter(({ intent }) => intent === 'active').length;
    await until(async () => (await activeCount()) === 4, 60_000);
    for (let n = 0; n < KEYS; n++) await client.put(`key ${n}`, `value ${n}`);
  });

  after(async () => {
    await client.close();
    await Promise.all(peers.map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  it('is replaced by a new one that takes its place, and nothing else moves', async () => {
    const before = await owners();
    const { members } = await client.topology();
    const lost = peers[3]!;
    const { peer: lostId } = await lost.ready();
    await lost.kill();

    const address = members.find(({ peer }) => peer !== lostId)!.addresses[0]!;
    const { ready } = await spawnPeer('5', '--bootstrap', address, '--replace', lostId);
    const hasTakenOver = async () =>
      (await client.topology()).members.some(
        ({ peer, intent, seat }) => peer === ready.peer && intent === 'active' && seat === lostId,
      );
    await until(hasTakenOver, 120_000);

    const expected = before.map((peers) => peers.map((peer) => (peer === lostId ? ready.peer : peer)));
    // It is on disk everywhere before anybody acts by it.
    await until(async () => JSON.stringify(await owners()) === JSON.stringify(expected), 30_000);
    for (let n = 0; n < KEYS; n++) {
      const { value } = await client.get(`key ${n}`, { consistency: 'all' });
      expect(value).to.equal(`value ${n}`);
    }
  });
});
