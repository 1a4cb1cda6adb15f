import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadyLine } from '../../src/cli/start.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const SECRET = 'known to the peers of this test alone';
const KEYS = Array.from({ length: 300 }, (_, i) => `key ${i}`);

describe('a real peer that is gone for good', function () {
  this.timeout('90s');

  let folder: string;
  const peers: SpawnedPeer[] = [];
  let client: StarlingClient;

  const spawnPeer = (name: string, ...flags: string[]) => {
    const fixed = ['--cluster', 'tested', '--data', join(folder, name)];
    const peer = new SpawnedPeer([...fixed, ...flags], { STARLING_SECRET: SECRET });
    peers.push(peer);
    return peer;
  };

  before('found a cluster of four', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-removal-'));
  });

  after(async () => {
    await client.close();
    await Promise.all(peers.map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  it('is removed by whoever knows the secret, loses nothing, and can’t come back', async () => {
    const first = await spawnPeer('first', '--found').ready();
    const bootstrap = ['--bootstrap', first.addresses[0]!];
    const others = ['second', 'third', 'lost'].map((name) => spawnPeer(name, ...bootstrap));
    const ready = await Promise.all(others.map((peer) => peer.ready()));
    const lost = ready[2]!;
    client = await connect({ addresses: [first.clientAddress] });
    const members = async () => (await client.topology()).members;
    await until(
      async () => (await members()).filter(({ intent }) => intent === 'active').length === 4,
      30_000,
    );
    for (const key of KEYS) await client.put(key, `value of ${key}`);

    expect(await codeOf(client.removeMember(lost.peer, { secret: SECRET }))).to.equal('INVALID_ARGUMENT');
    await others[2]!.kill();
    const survivors = [first, ...ready.slice(0, 2)];
    const warningsOf = async ({ clientAddress }: ReadyLine) => (await client.status(clientAddress)).warnings;
    // Whoever gets the order judges by itself.
    await until(async () => {
      const warnings = await Promise.all(survivors.map(warningsOf));
      return warnings.every((list) => list.some((text) => text.includes(`member ${lost.peer} is dead`)));
    }, 20_000);
    expect(await codeOf(client.removeMember(lost.peer, { secret: 'a guess' }))).to.equal('FORBIDDEN');
    await client.removeMember(lost.peer, { secret: SECRET });
    // Each of the three is asked, since they learn of it one after the other.
    for (const { clientAddress } of survivors) {
      const one = await connect({ addresses: [clientAddress] });
      const isWhole = async () => {
        const owners = (await one.topology()).members.filter(({ ownedPartitions }) => ownedPartitions > 0);
        const isComplete = owners.every((owner) => owner.completePartitions >= owner.ownedPartitions);
        return owners.length === 3 && owners.every(({ peer }) => peer !== lost.peer) && isComplete;
      };
      await until(isWhole, 30_000);
      await one.close();
    }
    for (const key of KEYS) {
      expect((await client.get(key, { consistency: 'all' })).value).to.equal(`value of ${key}`);
    }

    const returned = spawnPeer('lost', ...bootstrap);
    expect(await returned.ended()).to.equal(2);
    expect(returned.output).to.include('was removed from the cluster');
  });
});

function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );
}
