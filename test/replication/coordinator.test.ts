import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { Coordinator } from '../../src/replication/coordinator.ts';
import type { WriteRequestOptions } from '../../src/replication/requests.ts';
import { EPOCH_MS } from '../simulation/world/virtual-time.ts';
import { rejection } from '../storage/rejection.ts';
import { record } from '../storage/records.ts';
import { ReplicationWorld, failsWith, silent } from './replication-world.ts';

const OPTIONS: WriteRequestOptions = {
  consistency: undefined,
  timeoutMs: 2000,
  durability: 'fsync',
  session: undefined,
};

function setUp(valueBytes = 100) {
  const world = new ReplicationWorld();
  return { world, coordinator: new Coordinator(world.coordination, valueBytes) };
}

const decode = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('coordinator', () => {
  it('gives back what was put, until it is deleted', async () => {
    const { world, coordinator } = setUp();
    const put = await world.settle(coordinator.put('k', '\ufefff\u00fcr\ud83d\udc26', OPTIONS));
    const first = await world.settle(coordinator.get('k', OPTIONS));
    expect([decode(first.value), first.version]).to.deep.equal(['\ufefff\u00fcr\ud83d\udc26', put]);
    const deleted = await world.settle(coordinator.delete('k', OPTIONS));
    expect(await world.settle(coordinator.get('k', OPTIONS))).to.deep.equal({
      value: undefined,
      version: deleted,
    });
  });

  it('tells an empty value from none', async () => {
    const { world, coordinator } = setUp();
    expect(await world.settle(coordinator.get('k', OPTIONS))).to.deep.equal({
      value: undefined,
      version: undefined,
    });
    await world.settle(coordinator.put('k', '', OPTIONS));
    expect((await world.settle(coordinator.get('k', OPTIONS))).value).to.deep.equal(new Uint8Array());
  });

  it('shows no value that has expired', async () => {
    const { world, coordinator } = setUp();
    await world.seed({ ...record('k', 1), expiresAtMs: EPOCH_MS + 500 }, 'a', 'b', 'c');
    expect((await world.settle(coordinator.get('k', OPTIONS))).value).to.not.equal(undefined);
    await world.pass(500);
    const { value, version } = await world.settle(coordinator.get('k', OPTIONS));
    expect([value, version]).to.deep.equal([undefined, record('k', 1).version]);
  });

  it('counts the length of a value in bytes of UTF-8', async () => {
    const { world, coordinator } = setUp(8);
    await world.settle(coordinator.put('k', '\ud83d\udc26\ud83d\udc26', OPTIONS));
    const refused = await rejection(coordinator.put('k', '\ud83d\udc26\ud83d\udc26.', OPTIONS));
    expect(refused).to.deep.include({ code: 'INVALID_ARGUMENT', facts: { valueBytes: 9 } });
  });

  it('refuses what UTF-8 cannot carry, and bad keys, before anything is done', async () => {
    const { world, coordinator } = setUp();
    for (const promise of [
      coordinator.put('k', 'a\ud800b', OPTIONS),
      coordinator.put('', 'v', OPTIONS),
      coordinator.put('a\udc00', 'v', OPTIONS),
      coordinator.get('x'.repeat(LIMITS.keyBytes + 1), OPTIONS),
      coordinator.delete('', OPTIONS),
      coordinator.scan(1000, { ...OPTIONS, after: undefined, limitBytes: 100 }),
    ]) {
      expect(await rejection(promise)).to.include({ code: 'INVALID_ARGUMENT' });
    }
    expect(world.asked).to.deep.equal([]);
    expect(coordinator.inFlight).to.equal(0);
  });

  it('refuses more requests than it can hold, before anything is done', async () => {
    const { world, coordinator } = setUp();
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = silent;
    for (let i = 0; i < LIMITS.coordinatorRequests; i++) void coordinator.delete('k', OPTIONS);
    const { length } = world.asked;
    const refused = await rejection(coordinator.put('k', 'v', OPTIONS));
    expect(refused).to.deep.include({ code: 'OVERLOADED', facts: { retryAfterMs: 50 } });
    expect(world.asked).to.have.length(length);
    expect(coordinator.inFlight).to.equal(LIMITS.coordinatorRequests);
    world.process.kill();
  });

  it('has room again when requests have ended, well or not', async () => {
    const { world, coordinator } = setUp();
    const well = coordinator.put('k', 'v', OPTIONS);
    expect(coordinator.inFlight).to.equal(1);
    await world.settle(well);
    for (const peer of ['a', 'b']) world.holder(peer).fault = failsWith('UNAVAILABLE');
    await world.settle(rejection(coordinator.get('k', OPTIONS)));
    expect(coordinator.inFlight).to.equal(0);
  });

  it('tells how each request ended', async () => {
    const { world, coordinator } = setUp();
    await world.settle(coordinator.put('k', 'v', { ...OPTIONS, consistency: 'all' }));
    await rejection(coordinator.get('', OPTIONS));
    expect(world.told).to.deep.equal([
      'requestDone put all undefined',
      'requestDone get undefined INVALID_ARGUMENT',
    ]);
  });
});
