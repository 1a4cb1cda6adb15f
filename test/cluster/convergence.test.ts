import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, StarlingError, connect } from '../../src/client/index.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

/** `KEYS=100000` for more. */
const KEYS = Number(process.env['KEYS'] ?? 3000);
const BATCH = 1000;

/** Real peers, and nobody who reads: whatever becomes equal does so by itself. */
describe('a real peer that was away', function () {
  this.timeout(`${120 + KEYS / 100}s`);

  let folder: string;
  let client: StarlingClient;
  const peers = new Map<string, SpawnedPeer>();
  const addresses = new Map<string, string>();
  let bootstrap: string[] = [];
  /** What every owner must have in the end. */
  const expected = new Map<string, string>();

  const spawnPeer = async (name: string, ...flags: string[]) => {
    const peer = new SpawnedPeer([...flags, '--cluster', 'tested', '--data', join(folder, name)]);
    peers.set(name, peer);
    const ready = await peer.ready();
    addresses.set(name, ready.clientAddress);
    return ready;
  };
  const putAll = async (keys: readonly string[], value: string) => {
    for (let at = 0; at < keys.length; at += BATCH) {
      const batch = keys.slice(at, at + BATCH);
      expect(failedOf(await client.putMany(batch.map((key) => ({ key, value }))))).to.deep.equal([]);
      for (const key of batch) expected.set(key, value);
    }
  };
  const failedOf = (results: readonly unknown[]) =>
    results.filter((result) => result instanceof StarlingError);
  const keysOf = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `key ${from + i}`);
  const recordsAt = async (name: string) => {
    const { records, tombstones } = (await client.status(addresses.get(name))).storage;
    return `${records} ${tombstones}`;
  };
  const liveness = async (name: string) => {
    const { members } = await client.topology();
    return members.find(({ clientAddress }) => clientAddress === addresses.get(name))?.liveness;
  };

  before('three peers with some keys', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-convergence-'));
    const first = await spawnPeer('first', '--found');
    bootstrap = ['--bootstrap', first.addresses[0]!];
    for (const name of ['second', 'third']) await spawnPeer(name, ...bootstrap);
    client = await connect({ addresses: [first.clientAddress], timeoutMs: 30_000 });
    const isActive = async () =>
      (await client.topology()).members.filter(({ intent }) => intent === 'active').length;
    await until(async () => (await isActive()) === 3, 30_000);
    await putAll(keysOf(0, KEYS), 'before');
  });

  after(async () => {
    await client.close();
    await Promise.all([...peers.values()].map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  /** Kills it, changes most keys, and lets it start again. */
  async function returnsWithout(name: string, between: () => Promise<void>, value: string): Promise<void> {
    await peers.get(name)!.kill();
    await until(async () => (await liveness(name)) === 'dead', 20_000);
    await putAll(keysOf(0, KEYS / 2), value);
    const deleted = keysOf(KEYS / 2, KEYS / 2 + KEYS / 10);
    for (let at = 0; at < deleted.length; at += BATCH)
      expect(failedOf(await client.deleteMany(deleted.slice(at, at + BATCH)))).to.deep.equal([]);
    for (const key of deleted) expected.delete(key);
    await between();
    await spawnPeer(name, ...bootstrap);
    await until(async () => (await recordsAt(name)) === (await recordsAt('first')), 90_000);
  }

  it('has every change soon after it is back', async () => {
    await returnsWithout('third', async () => undefined, 'while the third was away');
  });

  it('has everything soon after it is back without its log', async () => {
    const wipe = () => rm(join(folder, 'third', 'log'), { recursive: true });
    await returnsWithout('third', wipe, 'while the third was wiped');
    expect(peers.get('third')!.output).to.include('the log is gone');
  });

  it('has them all right, as it answers alone', async () => {
    // What a hint or an exchange has yet to bring isn't told by the count of records.
    await until(async () => {
      const before = (await client.status(addresses.get('third'))).counters;
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      const after = (await client.status(addresses.get('third'))).counters;
      return (after.get('exchange_records_taken') ?? 0) === (before.get('exchange_records_taken') ?? 0);
    }, 90_000);
    await Promise.all(['first', 'second'].map((name) => peers.get(name)!.kill()));
    const alone = await connect({ addresses: [addresses.get('third')!] });
    const all = keysOf(0, KEYS);
    for (let at = 0; at < all.length; at += BATCH) {
      const keys = all.slice(at, at + BATCH);
      const found = await alone.getMany(keys, { consistency: 'one' });
      keys.forEach((key, index) => {
        const result = found[index];
        expect(result && 'value' in result ? result.value : result, key).to.equal(expected.get(key));
      });
    }
    await alone.close();
  });
});
