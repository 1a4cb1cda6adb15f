import { expect } from 'chai';
import { Turn, type TurnLane } from '../../src/node/turn.ts';
import { TurnKeeper } from '../../src/node/turn-keeper.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { silentLog } from '../../src/telemetry/log.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryStateFiles } from './state-files.ts';

/** Some who own something, each with a keeper of its own, and nodes that ask them for their turn. */
function setUp(electorate: readonly string[]) {
  const time = new VirtualTime();
  const view = { basis: 'these owners', changeId: 'this change', electorate, losers: [] as string[] };
  const custody = { view };
  const keeping = {
    get files() {
      return new MemoryStateFiles();
    },
    custody,
    isGone: () => false,
    isUpToDate: () => true,
    onReleased: () => undefined,
    log: silentLog,
  };
  const keepers = new Map(electorate.map((peer) => [peer, new TurnKeeper(keeping, undefined)]));
  const down = new Set<string>();
  /** Where somebody knows other owners than all others do. */
  const basisAt = new Map<string, string>();
  const changed: string[] = [];
  const turns = new Map<string, Turn>();
  const nodeCalled = (self: string, isReady: () => boolean = () => true) => {
    const lane: TurnLane = {
      request(peer, { turn }, _timeoutMs, onAnswer) {
        if (down.has(peer)) time.after(100, () => onAnswer(new StarlingError('TIMEOUT', 'down')));
        else if (turn?.yield === true) turns.get(peer)?.handleYield(turn.basis ?? '');
        else {
          const { basis, change, release } = turn ?? {};
          const wanted = { basis: basis ?? '', change: change ?? '', release: release ?? false };
          void keepers
            .get(peer)!
            .decide(self, wanted)
            .then((decision) =>
              time.after(1, () =>
                onAnswer({ turn: { ...decision, basis: basisAt.get(peer) ?? view.basis } }),
              ),
            );
        }
      },
    };
    const keeper = keepers.get(self) ?? new TurnKeeper(keeping, undefined);
    const change = (): boolean => {
      if (changed.includes(self) || !isReady() || !turn.isGranted()) return false;
      changed.push(self);
      return true;
    };
    const turn: Turn = new Turn({
      self,
      keeper,
      lane,
      timers: time,
      random: new SeededRandom(self.length + self.charCodeAt(0)),
      custody,
      change,
    });
    turns.set(self, turn);
    return { turn, change };
  };
  return { time, view, keepers, down, basisAt, changed, nodeCalled };
}

describe('the turn of a node to change the owners', () => {
  it('comes when most of those who own something grant it', async () => {
    const { time, down, changed, nodeCalled } = setUp(['a', 'b', 'c']);
    down.add('c');
    nodeCalled('new').change();
    await time.run(1000);
    expect(changed).to.deep.equal(['new']);
  });

  it('does not come without those who lose something by it', async () => {
    const { time, view, down, changed, nodeCalled } = setUp(['a', 'b', 'c']);
    view.losers.push('c');
    down.add('c');
    const { turn, change } = nodeCalled('new');
    change();
    await time.run(5000);
    expect(changed).to.deep.equal([]);
    expect(turn.missing).to.deep.equal(['c']);
    down.clear();
    await time.run(10_000);
    expect(changed).to.deep.equal(['new']);
    expect(turn.missing).to.deep.equal([]);
  });

  it('does not come while fewer do, and comes when they are back', async () => {
    const { time, down, changed, nodeCalled } = setUp(['a', 'b', 'c']);
    down.add('b').add('c');
    nodeCalled('new').change();
    await time.run(5000);
    expect(changed).to.deep.equal([]);
    down.clear();
    await time.run(10_000);
    expect(changed).to.deep.equal(['new']);
  });

  it('comes to one from the same owners, however many ask', async () => {
    for (let owners = 1; owners <= 6; owners++) {
      const { time, changed, nodeCalled } = setUp(['a', 'b', 'c', 'd', 'e', 'f'].slice(0, owners));
      for (const name of ['x', 'y', 'z', 'a']) nodeCalled(name).change();
      await time.run(30_000);
      expect(changed, `${owners} owners`).to.have.length(1);
    }
  });

  it('comes to the others when the owners are others', async () => {
    const { time, view, changed, nodeCalled } = setUp(['a', 'b', 'c']);
    for (const name of ['x', 'y']) nodeCalled(name).change();
    await time.run(10_000);
    view.basis = 'other owners';
    await time.run(20_000);
    expect([...changed].sort()).to.deep.equal(['x', 'y']);
  });

  it('is given back by a node that has nothing to change when it comes', async () => {
    const { time, changed, nodeCalled } = setUp(['a', 'b', 'c']);
    let isReady = true;
    nodeCalled('x', () => isReady).change();
    isReady = false;
    await time.run(100);
    nodeCalled('y').change();
    await time.run(10_000);
    expect(changed).to.deep.equal(['y']);
  });

  it('comes though somebody who does not use it could not give it back', async () => {
    const { time, down, changed, nodeCalled, keepers } = setUp(['a', 'b', 'c']);
    let isReady = true;
    nodeCalled('x', () => isReady).change();
    isReady = false;
    // What it asked for was granted, and what it gives back is lost.
    await time.run(0.5);
    for (const peer of keepers.keys()) down.add(peer);
    await time.run(5000);
    down.clear();
    nodeCalled('y').change();
    await time.run(20_000);
    expect(changed).to.deep.equal(['y']);
  });

  it('is asked back by whoever has to wait for it, until the holder answers', async () => {
    const { time, down, changed, nodeCalled, keepers } = setUp(['a', 'b', 'c']);
    const { turn } = nodeCalled('a', () => false);
    let isReady = true;
    nodeCalled('x', () => isReady).change();
    isReady = false;
    await time.run(0.5);
    for (const peer of keepers.keys()) down.add(peer);
    await time.run(5000);
    expect(keepers.get('a')!.holder).to.equal('x');
    turn.recall();
    await time.run(7000);
    down.clear();
    down.add('x');
    await time.run(9000);
    expect(keepers.get('a')!.holder).to.equal('x');
    down.clear();
    await time.run(11_000);
    expect([keepers.get('a')!.holder, changed]).to.deep.equal([undefined, []]);
  });

  it('is asked for no more by a node that has stopped', async () => {
    const { time, down, changed, nodeCalled } = setUp(['a']);
    down.add('a');
    const { turn, change } = nodeCalled('new');
    change();
    await time.run(150);
    turn.stop();
    down.clear();
    await time.run(5000);
    expect(changed).to.deep.equal([]);
  });

  it('is known to have been used once most of the others know other owners', async () => {
    const { time, basisAt, nodeCalled } = setUp(['self', 'a', 'b', 'c']);
    const { turn, change } = nodeCalled('self');
    const isKnown = () => time.settle(turn.isKnown(), 1000);
    expect(await isKnown()).to.equal(true);
    change();
    await time.run(100);
    expect(await isKnown()).to.equal(false);
    basisAt.set('a', 'other owners');
    expect(await isKnown()).to.equal(false);
    basisAt.set('b', 'other owners');
    expect(await isKnown()).to.equal(true);
  });
});
