import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadyLine } from '../../src/cli/start.ts';
import { StarlingError, type StarlingClient, connect } from '../../src/client/index.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const SECRET = { STARLING_SECRET: 'known to the peers of this test alone' };

/** What the writers were told: the newest acknowledged write of each key. */
class Ledger {
  readonly #acknowledged = new Map<string, { value: string; version: string }>();
  /** Values whose write failed: its outcome is unknown. */
  readonly #unknown = new Map<string, Set<string>>();

  get writes(): ReadonlyMap<string, { value: string; version: string }> {
    return this.#acknowledged;
  }

  acknowledged(key: string, value: string, version: string): void {
    this.#acknowledged.set(key, { value, version });
  }

  failed(key: string, value: string): void {
    const values = this.#unknown.get(key) ?? new Set();
    this.#unknown.set(key, values.add(value));
  }

  /** Whether a read that gave this value lost nothing. */
  allows(key: string, value: string | undefined): boolean {
    if (value === undefined) return false;
    return this.#acknowledged.get(key)?.value === value || this.#unknown.get(key)?.has(value) === true;
  }
}

describe('three real peers', function () {
  this.timeout('90s');

  let folder: string;
  const peers: SpawnedPeer[] = [];
  let client: StarlingClient;

  const spawnPeer = (name: string, flags: readonly string[], environment = SECRET) => {
    const peer = new SpawnedPeer(
      ['--cluster', 'tested', '--data', join(folder, name), ...flags],
      environment,
    );
    peers.push(peer);
    return peer;
  };

  let first: ReadyLine;
  let second: { peer: SpawnedPeer; ready: ReadyLine };

  before('found a cluster and join it by a bootstrap address', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-cluster-'));
    first = await spawnPeer('first', ['--found']).ready();
    const bootstrap = ['--bootstrap', first.addresses[0]!];
    const [peer, third] = [spawnPeer('second', bootstrap), spawnPeer('third', bootstrap)];
    second = { peer, ready: await peer.ready() };
    const thirdReady = await third.ready();
    client = await connect({ addresses: [first.clientAddress, thirdReady.clientAddress] });
    await until(async () => (await client.topology()).width === 3);
  });

  after(async () => {
    await client.close();
    await Promise.all(peers.map((peer) => peer.stop()));
    await rm(folder, { recursive: true });
  });

  it('lose no acknowledged write and no deletion while one is killed and restarted under load', async () => {
    const ledger = new Ledger();
    await client.put('deleted', 'before');
    let isOver = false;
    const write = async (writer: number) => {
      for (let round = 0; !isOver; round++) {
        const [key, value] = [`key-${writer}-${round % 50}`, `value-${writer}-${round}`];
        try {
          ledger.acknowledged(key, value, (await client.put(key, value)).version);
        } catch (error) {
          expect(error).to.be.instanceOf(StarlingError);
          ledger.failed(key, value);
        }
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    await until(async () => ledger.writes.size > 200);
    await second.peer.kill();
    await client.delete('deleted');
    const written = sumOfVersions(ledger);
    await until(async () => sumOfVersions(ledger) !== written);
    const restarted = spawnPeer('second', ['--bootstrap', first.addresses[0]!]);
    expect((await restarted.ready()).peer, 'keeps its identity').to.equal(second.ready.peer);
    await until(async () => (await client.get('key-0-0', { consistency: 'all' })).value !== undefined);
    isOver = true;
    await Promise.all(writers);

    for (const [key] of ledger.writes) {
      const { value } = await client.get(key, { consistency: 'all' });
      expect(ledger.allows(key, value), `${key} is ${String(value)}`).to.equal(true);
    }
    expect((await client.get('deleted', { consistency: 'all' })).value).to.equal(undefined);
    expect((await client.get('deleted', { consistency: 'one' })).value).to.equal(undefined);
  });

  it('turn away a peer with another secret, and both sides say why', async () => {
    const stranger = spawnPeer('stranger', ['--bootstrap', first.addresses[0]!], {
      STARLING_SECRET: 'another one',
    });
    await stranger.says(/secret/i);
    const members = (await client.topology()).members.map(({ peer }) => peer);
    expect(members).to.have.length(3);
    await peers[0]!.says(/turned a peer away.*secret/i);
    await stranger.kill();
  });

  it('refuse a data directory that is in use, or of another cluster, and name it', async () => {
    const twin = spawnPeer('first', ['--bootstrap', first.addresses[0]!]);
    expect(await twin.ended()).to.not.equal(0);
    expect(twin.output).to.include(join(folder, 'first'));
    const other = new SpawnedPeer(['--cluster', 'another', '--found', '--data', join(folder, 'stranger')]);
    expect(await other.ended()).to.not.equal(0);
    expect(other.output).to.match(/belongs to the cluster "tested"/);
  });
});

/** Anything that differs after every acknowledged write. */
function sumOfVersions(ledger: Ledger): string {
  return [...ledger.writes.values()].map(({ version }) => version).join();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 30_000;
  while (!(await condition().catch(() => false))) {
    if (performance.now() > deadlineMs) throw new Error('it did not come true within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
