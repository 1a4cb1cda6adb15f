import { once } from 'node:events';
import { type AddressInfo, type Server, createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { parseAddress } from '../../src/client/address.ts';
import { connectIn } from '../../src/client/connect.ts';
import type { StarlingClient } from '../../src/client/index.ts';
import { realWorld } from '../../src/client/real-world.ts';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import { PARTITION_BITS, type StubPeer, startPeer, topologyOf } from '../server/peer.ts';
import { steadyClock } from '../steady-clock.ts';
import { until } from '../until.ts';

const SILENCE_MS = LIMITS.clientSilenceMs;
/** Until a read has been asked elsewhere, on a machine with much else to do; well before its peer is given up. */
const SOON_MS = SILENCE_MS + 3500;
/** In which only the peers fall silent. */
const WORLD: typeof realWorld = { ...realWorld, clock: steadyClock };

describe('the client of a peer that has gone silent', () => {
  let peers: StubPeer[];
  let addresses: string[];
  let client: StarlingClient;
  let release: () => void;
  let proxy: Server | undefined;
  /** The first owner of it is the peer that goes silent, the second `other`. */
  let key: string;

  beforeEach(async () => {
    peers = await Promise.all([startPeer(), startPeer(), startPeer()]);
    addresses = peers.map(({ address }) => address);
    for (const peer of peers) peer.topology = topologyOf(addresses, 'ring-1', 2);
    client = await connectIn(WORLD, { addresses, timeoutMs: 10_000 });
    key = Array.from({ length: 100 }, (_, i) => `k${i}`).find((name) => ownerOf(name) === 0)!;
  });

  afterEach(async () => {
    release();
    await client.close();
    proxy?.close();
    await Promise.all(peers.map((peer) => peer.stop()));
  });

  const ownerOf = (name: string): number => partitionOfToken(keyOf(name).tokenHigh, PARTITION_BITS) % 3;
  const other = (): StubPeer => peers[1]!;

  /** It takes requests, and answers those of the keys in `isAnswered` until it is released. */
  function silence(isAnswered: (name: string) => boolean = () => false): void {
    const released = new Promise<void>((resolve) => (release = resolve));
    peers[0]!.requests.before = (_op, name) => (isAnswered(name) ? undefined : released);
  }

  async function timeOf(work: Promise<unknown>): Promise<number> {
    const startMs = performance.now();
    await work;
    return performance.now() - startMs;
  }

  it('asks another for what it reads, long before it gives the first up', async () => {
    silence();
    expect(await timeOf(client.get(key))).to.be.within(SILENCE_MS - 20, SOON_MS);
    expect(await timeOf(client.getMany([key]))).to.be.below(SOON_MS);
    expect(other().requests.seen).to.have.length(2);
  });

  it('asks another for a whole batch of reads that waits there', async () => {
    silence();
    expect(await timeOf(client.getMany([key]))).to.be.within(SILENCE_MS - 20, SOON_MS);
  });

  it('sends nothing more there while something waits there', async () => {
    silence();
    const waiting = client.put(key, 'waits');
    await sleep(SILENCE_MS + 50);
    expect(await timeOf(client.put(key, 'goes elsewhere'))).to.be.below(SOON_MS);
    expect(other().requests.seen).to.have.length(1);
    release();
    await waiting;
    await client.put(key, 'is welcome again');
    expect(peers[0]!.requests.seen).to.have.length(2);
  });

  it('never sends a write elsewhere before half of its time has passed: the silent peer may yet do it', async () => {
    silence();
    const startMs = performance.now();
    await client.put(key, 'once', { timeoutMs: 4000 });
    expect(performance.now() - startMs).to.be.above(1900);
    expect(other().requests.seen).to.have.length(1);
  });

  it('leaves a read with a peer that is slow with it and answers others', async () => {
    silence((name) => name !== key);
    const slow = client.get(key);
    const busy = Array.from({ length: 100 }, (_, i) => `busy ${i}`).find((name) => ownerOf(name) === 0)!;
    for (const startMs = performance.now(); performance.now() - startMs < 3 * SILENCE_MS;) {
      await client.get(busy);
      await sleep(20);
    }
    expect(other().requests.seen).to.have.length(0);
    release();
    await slow;
  });

  it('waits for the silent peer where the other has no answer', async () => {
    await client.close();
    client = await connectIn(WORLD, { addresses, timeoutMs: 10_000, retries: 0 });
    silence();
    other().requests.before = () => {
      throw new StarlingError('OVERLOADED', 'busy');
    };
    const read = client.get(key);
    await until(() => other().requests.seen.length > 0);
    await sleep(SILENCE_MS);
    expect(other().requests.seen).to.have.length(1);
    release();
    expect((await read).value).to.equal(undefined);
  });

  for (const [what, request] of [
    ['where a read waits there', () => client.get(key)],
    ['where a write has', () => client.put(key, 'x', { timeoutMs: 6 * SILENCE_MS })],
  ] as const) {
    it(`looks at the ring ${what}, and asks who is dead by it no more`, async () => {
      silence();
      const topology = topologyOf(addresses, 'ring-2', 2);
      const members = topology.members.map((member, i) =>
        i === 0 ? { ...member, liveness: 'dead' } : member,
      );
      for (const peer of peers) peer.topology = { ...topology, members };
      await request();
      await sleep(SILENCE_MS);
      release();
      await sleep(50);
      const before = peers[0]!.requests.seen.length;
      for (let i = 0; i < 5; i++) await client.put(key, 'x');
      expect(peers[0]!.requests.seen).to.have.length(before);
    });
  }

  it('looks at the ring once at a time, also where nobody else is there to tell of it', async () => {
    silence();
    await client.close();
    peers[0]!.topology = topologyOf(addresses.slice(0, 1), 'ring-2', 1);
    let swallowed = -1;
    proxy = createServer((fromClient) => {
      const toPeer = createConnection(Number(addresses[0]!.split(':')[1]), '127.0.0.1');
      toPeer.pipe(fromClient).on('error', () => toPeer.destroy());
      fromClient.on('close', () => toPeer.destroy());
      fromClient.on('data', (bytes) => {
        if (swallowed >= 0) swallowed++;
        else toPeer.write(bytes);
      });
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const { port } = proxy.address() as AddressInfo;
    const world: typeof realWorld = {
      ...WORLD,
      dial: (_address, timeoutMs) => realWorld.dial(parseAddress(`127.0.0.1:${port}`), timeoutMs),
    };
    client = await connectIn(world, { addresses: addresses.slice(0, 1), timeoutMs: 30_000 });
    swallowed = 0;
    const reading = client.get(key).catch((error: unknown) => error);
    await sleep(7 * SILENCE_MS);
    expect(swallowed, 'the read, and a look at the ring').to.equal(2);
    await client.close();
    await reading;
  });

  it('does not wait for a connection that nobody takes', async () => {
    silence();
    await client.close();
    const world: typeof realWorld = {
      ...WORLD,
      dial: (address, timeoutMs) =>
        address.text === addresses[0] ? new Promise(() => {}) : realWorld.dial(address, timeoutMs),
    };
    client = await connectIn(world, { addresses: addresses.slice(1), timeoutMs: 10_000 });
    expect(await timeOf(client.get(key))).to.be.within(SILENCE_MS - 20, SOON_MS);
    expect(await timeOf(client.put(key, 'goes elsewhere'))).to.be.below(SOON_MS);
  });
});
