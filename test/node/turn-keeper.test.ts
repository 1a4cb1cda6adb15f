import { expect } from 'chai';
import { TurnKeeper } from '../../src/node/turn-keeper.ts';
import { silentLog } from '../../src/telemetry/log.ts';
import { MemoryStateFiles } from './state-files.ts';

/** A node that is asked, with owners and departed members that a test changes. */
async function setUp(files = new MemoryStateFiles()) {
  const view = { basis: 'these owners', changeId: 'this change' };
  const gone = new Set<string>();
  const events = { isUpToDate: true, releases: 0 };
  const dependencies = {
    files,
    custody: { view },
    isGone: (peer: string) => gone.has(peer),
    isUpToDate: () => events.isUpToDate,
    onReleased: () => {
      events.releases++;
    },
    log: silentLog,
  };
  const keeper = new TurnKeeper(dependencies, await TurnKeeper.load(files));
  const ask = async (peer: string, basis = view.basis) =>
    (await keeper.decide(peer, { basis, change: view.changeId, release: false })).granted;
  const release = (peer: string, basis = view.basis) =>
    keeper.decide(peer, { basis, change: '', release: true });
  return { keeper, files, view, gone, events, ask, release };
}

describe('whose turn it is to change the owners', () => {
  it('is granted to one at a time, who may ask again', async () => {
    const { ask, keeper } = await setUp();
    expect([await ask('a'), await ask('b'), await ask('a')]).to.deep.equal([true, false, true]);
    expect(
      await keeper.decide('b', { basis: 'these owners', change: 'this change', release: false }),
    ).to.deep.equal({
      granted: false,
      holder: 'a',
    });
  });

  it('is granted to one of those who ask at the same time', async () => {
    const { ask } = await setUp();
    expect(await Promise.all(['a', 'b', 'c'].map((peer) => ask(peer)))).to.deep.equal([true, false, false]);
  });

  it('is not granted to one that has prepared another change, or has missed one that was given up', async () => {
    const { keeper } = await setUp();
    const request = { basis: 'these owners', change: 'another change', release: false };
    expect((await keeper.decide('a', request)).granted).to.equal(false);
    expect(keeper.hasGranted).to.equal(false);
  });

  it('is not granted by one that knows more than its view of the owners shows', async () => {
    const { events, ask } = await setUp();
    events.isUpToDate = false;
    expect(await ask('a')).to.equal(false);
    events.isUpToDate = true;
    expect(await ask('a')).to.equal(true);
  });

  it('is granted from the moment on that it is being saved, and not where that fails', async () => {
    const { keeper, files, events, ask } = await setUp();
    let held: string | undefined;
    files.before = () => {
      held = keeper.holder;
      return Promise.reject(new Error('the disk is full'));
    };
    expect(await ask('a')).to.equal(false);
    expect([held, keeper.holder, events.releases]).to.deep.equal(['a', undefined, 1]);
  });

  it('says when it was given back', async () => {
    const { events, ask, release } = await setUp();
    await ask('a');
    await release('b');
    expect(events.releases).to.equal(0);
    await release('a');
    expect(events.releases).to.equal(1);
  });

  it('goes to another when it was given back, by whoever has it', async () => {
    const { ask, release } = await setUp();
    await ask('a');
    await release('b');
    expect(await ask('b')).to.equal(false);
    await release('a');
    expect(await ask('b')).to.equal(true);
  });

  it('is not remembered beyond the owners that it was for', async () => {
    const { ask, view, release } = await setUp();
    await ask('a');
    view.basis = 'other owners';
    expect(await ask('b')).to.equal(true);
    await release('a', 'these owners');
    expect(await ask('c')).to.equal(false);
  });

  it('is void for good once the owners were others, though the same come again', async () => {
    const { keeper, files, ask, view } = await setUp();
    await ask('a');
    await keeper.noteChange('these owners');
    view.basis = 'other owners';
    await keeper.handleOwners();
    view.basis = 'these owners';
    const { keeper: next } = await setUp(files);
    for (const { hasGranted } of [keeper, next]) expect(hasGranted).to.equal(false);
    for (const one of [keeper, next]) expect(one.hasChanged('these owners')).to.equal(false);
    expect(await ask('b')).to.equal(true);
  });

  it('is kept while the owners are the same', async () => {
    const { keeper, ask } = await setUp();
    await ask('a');
    await keeper.noteChange('these owners');
    await keeper.handleOwners();
    expect([keeper.hasGranted, keeper.hasChanged('these owners')]).to.deep.equal([true, true]);
  });

  it('is not granted to whoever means other owners', async () => {
    const { ask } = await setUp();
    expect(await ask('a', 'other owners')).to.equal(false);
    expect(await ask('b')).to.equal(true);
  });

  it('is free when whoever had it is gone for good', async () => {
    const { ask, gone } = await setUp();
    await ask('a');
    gone.add('a');
    expect(await ask('b')).to.equal(true);
  });

  it('is remembered over a restart, and not granted where it could not be saved', async () => {
    const { ask, files } = await setUp();
    await ask('a');
    const again = await setUp(files);
    expect([await again.ask('b'), await again.ask('a')]).to.deep.equal([false, true]);
    const full = await setUp();
    full.files.before = () => Promise.reject(new Error('no room'));
    expect(await full.ask('a')).to.equal(false);
  });
});
