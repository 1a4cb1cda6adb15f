import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SlowClients } from '../../scripts/bench-overload/slow-clients.ts';
import { forgetPeakResident, peakResidentBytes, residentBytes } from '../../scripts/resident-memory.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import type { starling } from '../../src/wire/gen/messages.js';
import { SpawnedPeer } from './spawned-peer.ts';

const VALUE = 'v'.repeat(64 << 10);
const KEYS = Array.from({ length: 100 }, (_, i) => `key ${i}`);
const DEAF = 64;
/** What all of them together ask for: gigabytes, where nobody stops them. */
const ASKED: readonly (readonly [
  what: string,
  operation: starling.v1.ClientRequest.$Properties,
  requests: number,
])[] = [
  ['values', { get: { key: KEYS[0]! } }, 400],
  ['batches', { getMany: { keys: KEYS } }, 20],
  ['pages', { scan: { partition: 0 } }, 100],
  ['the ring', { topology: {} }, 200],
];

/** By what the kernel says of the process: whatever a peer forgets to count is in it. */
describe('a real peer whose clients ask and do not read', function () {
  this.timeout(90_000);

  let folder: string;
  let peer: SpawnedPeer;
  let address: string;
  let client: StarlingClient;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-deaf-'));
    peer = new SpawnedPeer(['--found', '--cluster', 'tested', '--data', join(folder, 'peer')]);
    address = (await peer.ready()).clientAddress;
    client = await connect({ addresses: [address] });
    for (let round = 0; round < 20; round++)
      await Promise.all(KEYS.map((key) => client.put(key, VALUE, { durability: 'memory' })));
  });

  after(async () => {
    await client.close();
    await peer.kill();
    await rm(folder, { recursive: true });
  });

  for (const [what, operation, requests] of ASKED) {
    it(`grows by less than it may hold for clients, and serves others meanwhile: ${what}`, async () => {
      const beforeBytes = residentBytes(peer.pid);
      forgetPeakResident(peer.pid);
      const slow = new SlowClients(address);
      await slow.beDeaf(DEAF, operation, requests);
      const endMs = performance.now() + 2000;
      let served = 0;
      for (; performance.now() < endMs; served++)
        expect((await client.get(KEYS[1]!, { timeoutMs: 40_000 })).value).to.equal(VALUE);
      slow.end();
      expect(peakResidentBytes(peer.pid) - beforeBytes).to.be.below(LIMITS.clientMemoryBytes);
      expect(served).to.be.above(0);
    });
  }
});
