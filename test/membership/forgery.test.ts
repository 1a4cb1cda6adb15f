import { expect } from 'chai';
import type { Intent } from '../../src/membership/intent.ts';
import { intentOf } from './intent-of.ts';
import { SingleCore } from './single-core.ts';

/** Says something else than what was signed. */
function forged(intent: Intent, change: Partial<Intent>): Intent {
  return { ...intent, bytes: Uint8Array.of(...intent.bytes, 1), ...change };
}

describe('an intent that its author did not sign', () => {
  it('is not believed, is not passed on, and names who told it', () => {
    const core = new SingleCore(['b', 'c']);
    const effects = core.hearIntents(forged(intentOf('c'), { counter: 2, status: 'left' }));
    expect(effects).to.deep.equal([{ kind: 'refused', peer: 'c', reason: 'forged', sender: 'b' }]);
    expect(core.swim.intent('c')).to.deep.equal(intentOf('c'));
  });

  it('makes a member of nobody', () => {
    const core = new SingleCore(['b']);
    for (let i = 0; i < 100; i++) core.hearIntents(forged(intentOf(`phantom ${i}`), { run: 7 }));
    expect([...core.swim.members()].map(({ peer }) => peer)).to.deep.equal(['self', 'b']);
    expect(core.swim.counts.refusals).to.equal(100);
  });

  it('does not make this node write above it', () => {
    const core = new SingleCore(['b']);
    core.hearIntents(forged(intentOf('self'), { counter: 1000 }));
    expect(core.swim.ownIntent.counter).to.equal(1);
  });

  it('is refused on the topic as well, where nobody in particular told it', () => {
    const core = new SingleCore(['b', 'c']);
    const intents = [forged(intentOf('c'), { counter: 2 })];
    const effects = core.tell({ kind: 'intents', intents });
    expect(effects).to.deep.equal([{ kind: 'refused', peer: 'c', reason: 'forged', sender: undefined }]);
  });

  it('is refused where another member signed it, whatever it says but that its member is removed', () => {
    const core = new SingleCore(['b', 'c']);
    for (const status of ['joining', 'active', 'leaving', 'left'] as const) {
      const effects = core.hearIntents(intentOf('c', { counter: 2, status, author: 'b' }));
      expect(effects).to.deep.equal([{ kind: 'refused', peer: 'c', reason: 'forged', sender: 'b' }]);
    }
  });

  it('costs no check where it would change nothing', () => {
    const core = new SingleCore(['b', 'c']);
    expect(core.hearIntents(forged(intentOf('c', { counter: 5 }), { counter: 0 }))).to.deep.equal([]);
  });
});

describe('an intent of a peer that is not on the allow-list', () => {
  it('is not believed, and not held against who told it', () => {
    const core = new SingleCore(['b'], {}, 'self', (peer) => peer !== 'stranger');
    const effects = core.hearIntents(intentOf('stranger'), intentOf('c'));
    expect(effects).to.deep.include({ kind: 'refused', peer: 'stranger', reason: 'notAllowed', sender: 'b' });
    expect(core.liveness('stranger')).to.equal(undefined);
    expect(core.liveness('c')).to.equal('alive');
  });
});

describe('news about the liveness of somebody without an intent', () => {
  it('makes no member, however often it is told', () => {
    const core = new SingleCore(['b']);
    for (let i = 0; i < 1000; i++) core.hearOf(`phantom ${i}`, 'alive', 1);
    expect([...core.swim.members()].length).to.equal(2);
  });
});

describe('a member that comes back with another storage', () => {
  it('is recognised as having lost its data', () => {
    const core = new SingleCore(['b', 'c']);
    const effects = core.hearIntents(intentOf('c', { counter: 2, storageId: 'a new disk' }));
    expect(effects).to.deep.include({ kind: 'storageReplaced', peer: 'c' });
  });

  it('is nothing special where it only restarted', () => {
    const core = new SingleCore(['b', 'c']);
    const effects = core.hearIntents(intentOf('c', { counter: 2, run: 99 }));
    expect(effects.some(({ kind }) => kind === 'storageReplaced')).to.equal(false);
  });
});

describe('a removal', () => {
  it('is written by one member about another, told everybody, and ends its probing', () => {
    const core = new SingleCore(['b', 'c']);
    const removing = intentOf('c', { counter: 2, sinceCounter: 2, status: 'removing', author: 'self' });
    const effects = core.tell({ kind: 'beginRemoval', peer: 'c' });
    expect(effects).to.deep.include({ kind: 'publish', intents: [removing] });
    expect(core.swim.intent('c')).to.deep.equal(removing);
    const targets = core.run(30_000).flatMap((effect) => (effect.kind === 'send' ? [effect.to] : []));
    expect(targets).to.include('b');
    expect(targets).not.to.include('c');
  });

  it('is believed from any member, and counts as a death', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearIntents(intentOf('c', { counter: 2, status: 'removed', author: 'b' }));
    expect(core.swim.intent('c')?.status).to.equal('removed');
    expect(core.liveness('c')).to.equal('dead');
  });

  it('is not believed from a stranger', () => {
    const core = new SingleCore(['b', 'c']);
    const effects = core.hearIntents(intentOf('c', { counter: 2, status: 'removed', author: 'stranger' }));
    expect(effects).to.deep.equal([{ kind: 'refused', peer: 'c', reason: 'unknownAuthor', sender: 'b' }]);
    expect(core.swim.intent('c')?.status).to.equal('active');
  });

  it('is not taken back by what its member says of itself', () => {
    const core = new SingleCore(['b', 'c']);
    core.tell({ kind: 'beginRemoval', peer: 'c' });
    core.hearIntents(intentOf('c', { counter: 50 }));
    core.hearOf('c', 'alive', 9, 'c');
    expect(core.swim.intent('c')?.status).to.equal('removing');
    expect(core.liveness('c')).to.equal('dead');
  });

  it('ends when others hold what the member held, and at once where it was only joining', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearIntents(intentOf('d', { status: 'joining' }));
    for (const peer of ['c', 'd']) core.tell({ kind: 'beginRemoval', peer });
    expect(core.swim.intent('d')?.status).to.equal('removed');
    core.tell({ kind: 'endRemoval', peer: 'c' });
    expect(core.swim.intent('c')).to.include({ status: 'removed', author: 'self' });
    core.hearIntents(intentOf('c', { counter: 90, status: 'removing', author: 'b' }));
    expect(core.swim.intent('c')?.status).to.equal('removed');
  });

  it('ends for nobody for whom it has not begun', () => {
    const core = new SingleCore(['b', 'c']);
    core.tell({ kind: 'endRemoval', peer: 'c' });
    expect(core.swim.intent('c')?.status).to.equal('active');
  });

  it('does nothing about somebody unknown, somebody who has left, and this node itself', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearIntents(intentOf('c', { counter: 2, status: 'left' }));
    for (const peer of ['nobody', 'c', 'self']) {
      expect(
        core.tell({ kind: 'beginRemoval', peer }).filter(({ kind }) => kind === 'publish'),
      ).to.deep.equal([]);
    }
  });
});
