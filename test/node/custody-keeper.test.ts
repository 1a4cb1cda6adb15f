import { expect } from 'chai';
import { CustodyKeeper } from '../../src/node/custody-keeper.ts';
import { type KnownMember, loadCustodyState } from '../../src/node/custody-state.ts';
import { Custody } from '../../src/replication/custody.ts';
import { silentLog } from '../../src/telemetry/log.ts';
import { intentOf } from '../membership/intent-of.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryStateFiles, gate } from './state-files.ts';

function setUp(members: readonly KnownMember[] = []) {
  const time = new VirtualTime();
  const files = new MemoryStateFiles();
  const custody = new Custody({ self: 'a', partitions: 8, replicas: 3, complete: new Uint8Array() });
  const warnings: string[] = [];
  const floors = { savedAfterWrites: [] as number[], failure: undefined as Error | undefined };
  const log = { ...silentLog, warn: (_facts: unknown, message: string) => void warnings.push(message) };
  const saveFloors = async (): Promise<void> => {
    floors.savedAfterWrites.push(files.writes);
    if (floors.failure) throw floors.failure;
  };
  const keeper = new CustodyKeeper({ custody, members, files, timers: time, log, saveFloors });
  const settle = () => time.run(time.nowMs + 10);
  return { time, files, custody, keeper, warnings, floors, settle };
}

const saved = async (files: MemoryStateFiles) =>
  (await loadCustodyState(files)).members.map(({ peer }) => peer);

describe('keeper of custody', () => {
  it('begins with the view that it last acted by', () => {
    const { custody } = setUp([{ peer: 'b', status: 'active', zone: '', weight: 100, counter: 3 }]);
    expect(custody.view.custodians(0)).to.deep.equal(['b']);
  });

  it('acts by what it learns only when that is on disk', async () => {
    const { files, custody, keeper, settle } = setUp();
    const disk = gate();
    files.before = () => disk.wait();
    keeper.learn([intentOf('a')]);
    await settle();
    expect(custody.view.custodians(0)).to.deep.equal([]);
    disk.open();
    await settle();
    expect(custody.view.custodians(0)).to.deep.equal(['a']);
    expect(await saved(files)).to.deep.equal(['a']);
  });

  it('does not look at another change while somebody may make the one that it has seen prepared', async () => {
    const { custody, files, keeper, settle } = setUp([
      { peer: 'a', status: 'active', zone: '', weight: 100, counter: 1 },
      { peer: 'c', status: 'joining', zone: '', weight: 100, counter: 1 },
    ]);
    let isBound = true;
    let waits = 0;
    keeper.bond = {
      isBound: () => isBound,
      handleWait: () => {
        waits++;
      },
    };
    const other = intentOf('b', { status: 'joining' });
    keeper.learn([other]);
    await settle();
    expect([custody.view.changing, waits, await saved(files)]).to.deep.equal([['c'], 1, []]);
    expect(keeper.isUpToDate).to.equal(true);
    isBound = false;
    keeper.learn([other]);
    await settle();
    expect(custody.view.changing).to.deep.equal(['b']);
  });

  it('takes all that it learns when the change was made', async () => {
    const { custody, keeper, settle } = setUp([
      { peer: 'a', status: 'active', zone: '', weight: 100, counter: 1 },
      { peer: 'c', status: 'joining', zone: '', weight: 100, counter: 1 },
    ]);
    keeper.bond = { isBound: () => true, handleWait: () => undefined };
    keeper.learn([intentOf('b', { status: 'joining' }), intentOf('c', { counter: 2 })]);
    expect(keeper.isUpToDate).to.equal(false);
    await settle();
    expect(custody.view.custodians(0)).to.have.members(['a', 'c']);
    expect(custody.view.changing).to.deep.equal(['b']);
  });

  it('does not act by what it learned after the save began, before that is saved too', async () => {
    const { files, custody, keeper, settle } = setUp();
    const gates = [gate(), gate()];
    files.before = () => gates[files.writes - 1]!.wait();
    keeper.learn([intentOf('a')]);
    await settle();
    keeper.learn([intentOf('b')]);
    gates[0]!.open();
    await settle();
    expect(custody.view.custodians(0)).to.deep.equal(['a']);
    gates[1]!.open();
    await settle();
    expect(custody.view.custodians(0)).to.have.members(['a', 'b']);
  });

  it('never goes back to an older intent', async () => {
    const { custody, keeper, files, settle } = setUp();
    keeper.learn([intentOf('a'), intentOf('b', { counter: 5, status: 'left' })]);
    await settle();
    keeper.learn([intentOf('b', { counter: 4, status: 'active' })]);
    keeper.learn([intentOf('b', { counter: 5, status: 'active' })]);
    await settle();
    expect(custody.view.custodians(0)).to.deep.equal(['a']);
    expect(files.writes).to.equal(1);
  });

  it('writes nothing where nothing changes that custody depends on', async () => {
    const { keeper, files, settle } = setUp();
    keeper.learn([intentOf('a')]);
    await settle();
    keeper.learn([intentOf('a', { counter: 2, clientAddress: 'elsewhere:1' })]);
    await settle();
    expect(files.writes).to.equal(1);
  });

  it('saves what was copied', async () => {
    const { custody, keeper, files, settle } = setUp();
    keeper.learn([intentOf('a')]);
    await settle();
    custody.markCleared(custody.uncleared());
    keeper.markComplete(3);
    await settle();
    expect((await loadCustodyState(files)).complete).to.deep.equal(Uint8Array.of(1 << 3));
  });

  it('saves the purge floors first: what is complete is so down to them', async () => {
    const { time, custody, keeper, files, floors, settle } = setUp();
    keeper.learn([intentOf('a')]);
    await settle();
    custody.markCleared(custody.uncleared());
    floors.failure = new Error('no room');
    keeper.markComplete(3);
    await settle();
    expect((await loadCustodyState(files)).complete).to.deep.equal(new Uint8Array(1));
    expect(floors.savedAfterWrites).to.deep.equal([1]);
    floors.failure = undefined;
    await time.run(time.nowMs + 2000);
    expect((await loadCustodyState(files)).complete).to.deep.equal(Uint8Array.of(1 << 3));
    expect(floors.savedAfterWrites).to.deep.equal([1, 1]);
  });

  it('saves no floors where nothing was copied: it waits for the disk before it acts by a newcomer', async () => {
    const { keeper, floors, settle } = setUp();
    keeper.learn([intentOf('a')]);
    await settle();
    keeper.learn([intentOf('b')]);
    await settle();
    expect(floors.savedAfterWrites).to.deep.equal([]);
  });

  it('has saved that a founder holds everything when it says so', async () => {
    const { time, keeper, files } = setUp();
    await time.settle(keeper.markAllComplete(), 1000);
    expect((await loadCustodyState(files)).complete).to.deep.equal(Uint8Array.of(0xff));
  });

  it('writes once for many changes at once', async () => {
    const { custody, keeper, files, settle } = setUp();
    const disk = gate();
    files.before = () => disk.wait();
    custody.update([{ peer: 'a', status: 'active', zone: '', weight: 100 }]);
    custody.markCleared(custody.uncleared());
    keeper.learn([intentOf('a')]);
    for (let partition = 0; partition < 8; partition++) keeper.markComplete(partition);
    await settle();
    disk.open();
    await settle();
    expect(files.writes).to.be.at.most(2);
    expect((await loadCustodyState(files)).complete).to.deep.equal(Uint8Array.of(0xff));
  });

  it('tries again after a save that failed, and says so', async () => {
    const { time, keeper, files, custody, warnings } = setUp();
    files.before = () => {
      throw new Error('no space');
    };
    keeper.learn([intentOf('a')]);
    await time.run(500);
    expect(custody.view.custodians(0)).to.deep.equal([]);
    expect(warnings.join()).to.contain('no space');
    files.before = () => {};
    await time.run(2000);
    expect(custody.view.custodians(0)).to.deep.equal(['a']);
  });

  it('writes nothing any more once it has stopped, also not what was waiting for its turn', async () => {
    const { keeper, files, settle } = setUp();
    const gates = [gate(), gate()];
    const events: string[] = [];
    files.before = async () => {
      events.push('write');
      await gates[files.writes - 1]!.wait();
      events.push('written');
    };
    keeper.learn([intentOf('a')]);
    await settle();
    keeper.markComplete(3);
    void keeper.stop().then(() => events.push('stopped'));
    gates[0]!.open();
    await settle();
    gates[1]!.open();
    await settle();
    expect(events).to.deep.equal(['write', 'written', 'write', 'written', 'stopped']);
    const { writes } = files;
    keeper.markComplete(4);
    keeper.learn([intentOf('b')]);
    await settle();
    expect(files.writes).to.equal(writes);
  });

  it('does not try again once it has stopped', async () => {
    const { time, keeper, files } = setUp();
    files.before = () => {
      throw new Error('no space');
    };
    keeper.learn([intentOf('a')]);
    await time.run(10);
    await time.settle(keeper.stop(), 10);
    const { writes } = files;
    await time.run(5000);
    expect(files.writes).to.equal(writes);
  });
});
