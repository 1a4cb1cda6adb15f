import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, StarlingError, connect } from '../../src/client/index.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const SECRET = 'known to the peers of this test alone';
const KEYS = 2000;
const WRITERS = 8;

/** What the last acknowledged write of each key was, while writers go on all the time. */
class Load {
  readonly acknowledged = new Map<string, number>();
  readonly #client: StarlingClient;
  readonly #writers: Promise<void>[];
  #isOver = false;
  failed = 0;

  constructor(client: StarlingClient) {
    this.#client = client;
    this.#writers = Array.from({ length: WRITERS }, (_, writer) => this.#write(writer));
  }

  /** Resolves when the last write has its answer. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#writers);
  }

  /** Each has keys of its own, and counts up: so a value says whether anything acknowledged is missing. */
  async #write(writer: number): Promise<void> {
    for (let count = 1; !this.#isOver; count++) {
      const key = `key ${((count * WRITERS) % KEYS) + writer}`;
      try {
        await this.#client.put(key, String(count));
        this.acknowledged.set(key, count);
      } catch (error) {
        if (!(error instanceof StarlingError)) throw error;
        this.failed++;
      }
    }
  }
}

describe('a real cluster that grows and shrinks', function () {
  this.timeout('420s');

  let folder: string;
  let client: StarlingClient;
  const peers = new Map<string, SpawnedPeer>();
  const ids = new Map<string, string>();
  let bootstrap: string[] = [];
  let load: Load;

  const spawnPeer = async (name: string, ...flags: string[]) => {
    const fixed = ['--cluster', 'tested', '--data', join(folder, name)];
    const peer = new SpawnedPeer([...fixed, ...flags], { STARLING_SECRET: SECRET });
    peers.set(name, peer);
    const ready = await peer.ready();
    ids.set(name, ready.peer);
    return ready;
  };
  const members = async () => (await client.topology()).members;
  const activeCount = async () => (await members()).filter(({ intent }) => intent === 'active').length;
  const memberOf = async (name: string) => (await members()).find(({ peer }) => peer === ids.get(name));

  before('three peers', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-elastic-'));
    const first = await spawnPeer('1', '--found');
    bootstrap = ['--bootstrap', first.addresses[0]!];
    await Promise.all(['2', '3'].map((name) => spawnPeer(name, ...bootstrap)));
    client = await connect({ addresses: [first.clientAddress], timeoutMs: 15_000 });
    await until(async () => (await activeCount()) === 3, 30_000);
  });

  after(async () => {
    await load.end();
    await client.close();
    await Promise.all([...peers.values()].map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  it('goes from three to six to four under load, with kills in between, and loses nothing', async () => {
    load = new Load(client);
    const joining = Promise.all(['4', '5', '6'].map((name) => spawnPeer(name, ...bootstrap)));
    await until(async () => (await activeCount()) > 3, 90_000);
    await peers.get('2')!.kill();
    await spawnPeer('2', ...bootstrap);
    await joining;
    await until(async () => (await activeCount()) === 6, 150_000);

    await client.leave(ids.get('3')!, { secret: SECRET });
    await peers.get('5')!.kill();
    await spawnPeer('5', ...bootstrap);
    await client.leave(ids.get('6')!, { secret: SECRET });
    for (const name of ['3', '6']) {
      await until(async () => (await memberOf(name))?.intent === 'left', 150_000);
      expect(await peers.get(name)!.ended(), peers.get(name)!.output).to.equal(0);
    }
    await load.end();

    await until(async () => (await activeCount()) === 4, 30_000);
    expect(load.acknowledged.size).to.be.greaterThan(100);
    for (const [key, count] of load.acknowledged) {
      const { value } = await client.get(key, { consistency: 'quorum' });
      expect(Number(value), key).to.be.at.least(count);
    }
    console.log(`      ${load.acknowledged.size} keys, ${load.failed} writes failed meanwhile`);
  });
});
