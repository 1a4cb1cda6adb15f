import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { RawClient } from '../server/raw-client.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const KEYS = Array.from({ length: 50 }, (_, i) => `key ${i}`);

describe('a real peer that was stopped for a while', function () {
  this.timeout(60_000);

  let folder: string;
  const peers: SpawnedPeer[] = [];
  const addresses: string[] = [];
  let client: StarlingClient;

  before('three peers', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-stopped-'));
    const flags = ['--found'];
    for (let i = 0; i < 3; i++) {
      const peer = new SpawnedPeer([...flags, '--cluster', 'tested', '--data', join(folder, `peer-${i}`)]);
      peers.push(peer);
      const ready = await peer.ready();
      addresses.push(ready.clientAddress);
      flags.splice(0, flags.length, '--bootstrap', ready.addresses[0]!);
    }
    client = await connect({ addresses: addresses.slice(1), timeoutMs: 20_000 });
    await until(async () => {
      const { members } = await client.topology();
      return members.filter((m) => m.intent === 'active' && m.completePartitions > 0).length === 3;
    }, 30_000);
  });

  after(async () => {
    await client.close();
    await Promise.all(peers.map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  it('holds up reads for a moment only, long before anybody gives it up', async () => {
    await Promise.all(KEYS.map((key) => client.put(key, 'read')));
    const tookMs: number[] = [];
    let isDone = false;
    const reader = async () => {
      for (let i = 0; !isDone; i++) {
        const startMs = performance.now();
        expect((await client.get(KEYS[i % KEYS.length]!)).value).to.equal('read');
        tookMs.push(performance.now() - startMs);
      }
    };
    const readers = Promise.all(Array.from({ length: 8 }, reader));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    process.kill(peers[0]!.pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 4000));
    process.kill(peers[0]!.pid, 'SIGCONT');
    isDone = true;
    await readers;
    const slow = tookMs.filter((ms) => ms >= 400);
    console.log(
      `      ${tookMs.length} reads, ${slow.length} of 0.4 s or more, the longest of ${Math.round(Math.max(...tookMs))} ms`,
    );
    // Without going round it they took until it went on; without keeping away from it each reader waited again and again.
    expect(Math.max(...tookMs)).to.be.below(3500);
    expect(slow.length).to.be.within(1, 40);
    await until(async () => (await client.topology()).members.every((m) => m.liveness === 'alive'), 30_000);
  });

  it('does not do, once it goes on, what clients that gave it up have written otherwise since', async () => {
    const stopped = peers[0]!;
    const open = await RawClient.to(addresses[0]!);
    process.kill(stopped.pid, 'SIGSTOP');
    const [timeoutMs, half] = [10_000, KEYS.length / 2];
    open.send(
      ...KEYS.slice(0, half).map((key, id) => ({ id: id + 1, timeoutMs, put: { key, value: 'old' } })),
    );
    // The kernel takes this connection for it.
    const late = await RawClient.to(addresses[0]!);
    late.send(...KEYS.slice(half).map((key, id) => ({ id: id + 1, timeoutMs, put: { key, value: 'old' } })));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.all(KEYS.map((key) => client.put(key, 'new')));
    const wentOnMs = Date.now();
    process.kill(stopped.pid, 'SIGCONT');
    await until(() => open.answers.length >= half && late.answers.length >= half, 20_000);
    console.log(`      ${Date.now() - wentOnMs} ms until it had refused ${KEYS.length} writes`);
    // It has gone on; the others still have to learn that it is alive.
    const readAll = () => Promise.all(KEYS.map((key) => client.get(key, { consistency: 'all' })));
    let read: Awaited<ReturnType<typeof readAll>> = [];
    await until(async () => (read = await readAll().catch(() => [])).length > 0, 30_000);
    expect(new Set(read.map(({ value }) => value))).to.deep.equal(new Set(['new']));
    expect(new Set([...open.answers, ...late.answers].map(({ result }) => result))).to.deep.equal(
      new Set(['error']),
    );
    for (const raw of [open, late]) raw.close();
  });
});
