import { expect } from 'chai';
import { MAX_COUNTER } from '../../src/membership/member.ts';
import { intentOf } from './intent-of.ts';
import { SingleCore, bodiesIn, messagesIn } from './single-core.ts';

describe('joining', () => {
  it('tells everything and asks for everything', () => {
    const core = new SingleCore();
    const [asked] = bodiesIn(core.tell({ kind: 'join', peer: 'b' }), 'pushPull');
    expect(asked).to.deep.include({ to: 'b', replyWanted: true });
    expect(asked!.members.map(({ peer }) => peer)).to.deep.equal(['self']);
    expect(asked!.intents).to.deep.equal([intentOf('self')]);
  });

  it('is answered with everything, once, and makes the newcomer a member', () => {
    const core = new SingleCore(['b']);
    const page = { kind: 'pushPull' as const, members: [], intents: [intentOf('new')], wallMs: 0 };
    const effects = core.hear('new', { ...page, replyWanted: true });
    const [answer] = bodiesIn(effects, 'pushPull');
    expect(answer).to.deep.include({ to: 'new', replyWanted: false });
    expect(answer!.intents.map(({ peer }) => peer)).to.have.members(['self', 'b', 'new']);
    expect(core.liveness('new')).to.equal('alive');
    expect(bodiesIn(core.hear('new', { ...page, replyWanted: false }), 'pushPull')).to.deep.equal([]);
  });

  it('says when somebody has told it everything, and what that member’s clock shows', () => {
    const core = new SingleCore();
    core.tell({ kind: 'join', peer: 'b' });
    core.run(20);
    const page = { kind: 'pushPull' as const, replyWanted: false, members: [], intents: [], wallMs: 5000 };
    const effects = core.hear('b', page);
    expect(effects).to.deep.include({ kind: 'synchronised', peer: 'b' });
    expect(effects).to.deep.include({ kind: 'clockSample', peer: 'b', wallMs: 5010, roundTripMs: 20 });
  });

  it('asks a few members that it knows from before when it starts, to catch up', () => {
    const core = new SingleCore(['b', 'c', 'd', 'e', 'f']);
    const asked = bodiesIn(core.effects, 'pushPull');
    expect(new Set(asked.map(({ to }) => to)).size).to.equal(3);
  });

  it('asks a member of which it knows nothing for everything, but not at every message', () => {
    const core = new SingleCore(['b']);
    const first = bodiesIn(core.hear('stranger', { kind: 'ping', sequence: 1 }), 'pushPull');
    expect(first.map(({ to }) => to)).to.deep.equal(['stranger']);
    expect(bodiesIn(core.hear('stranger', { kind: 'ping', sequence: 2 }), 'pushPull')).to.deep.equal([]);
  });

  it('exchanges everything with somebody from time to time', () => {
    const core = new SingleCore(['b']);
    core.tell({ kind: 'timer', timer: { kind: 'pushPull', dueMs: 0 } });
    expect(bodiesIn(core.effects, 'pushPull').length).to.be.greaterThan(1);
    expect(core.isScheduled('pushPull')).to.equal(true);
  });

  it('sends nothing, and doesn’t spin, while it is alone', () => {
    const core = new SingleCore();
    expect(messagesIn(core.run(60_000))).to.deep.equal([]);
    expect(core.isScheduled('gossip')).to.equal(false);
  });
});

describe('the own intent', () => {
  it('is raised, spread and published with every change', () => {
    const core = new SingleCore(['b'], { status: 'joining' });
    const effects = core.tell({ kind: 'ownIntent', change: { status: 'active' } });
    const wanted = intentOf('self', { counter: 2 });
    expect(core.swim.ownIntent).to.deep.equal(wanted);
    expect(effects).to.deep.include({ kind: 'intentsChanged', intents: [wanted] });
    expect(effects).to.deep.include({ kind: 'publish', intents: [wanted] });
    expect(messagesIn(core.run(200), 'b').flatMap(({ intents }) => intents)).to.deep.include(wanted);
  });

  it('is written above one from a former life of which it knows nothing', () => {
    const core = new SingleCore(['b']);
    core.hearIntents(intentOf('self', { counter: 40, status: 'left' }));
    expect(core.swim.ownIntent).to.deep.equal(intentOf('self', { counter: 41 }));
  });

  it('is written above another of the same counter that would win', () => {
    const core = new SingleCore(['b']);
    core.hearIntents(intentOf('self', { counter: 1, weight: 999 }));
    expect(core.swim.ownIntent).to.deep.equal(intentOf('self', { counter: 2 }));
  });

  it('stays as it is on hearing an older one, or itself', () => {
    const core = new SingleCore(['b'], { counter: 5 });
    core.hearIntents(intentOf('self', { counter: 4 }), intentOf('self', { counter: 5 }));
    expect(core.swim.ownIntent.counter).to.equal(5);
  });

  it('accepts that an operator removed it', () => {
    const core = new SingleCore(['b']);
    const removed = intentOf('self', { counter: 2, status: 'removed' });
    expect(core.hearIntents(removed)).to.deep.include({ kind: 'intentsChanged', intents: [removed] });
    expect(core.swim.ownIntent).to.deep.equal(removed);
  });

  it('is refused where it would leave no counter to write above', () => {
    const core = new SingleCore(['b']);
    const effects = core.hearIntents(intentOf('self', { counter: MAX_COUNTER }));
    expect(effects).to.deep.include({ kind: 'refused', peer: 'self', reason: 'counterJump' });
    expect(core.swim.ownIntent.counter).to.equal(1);
  });
});

describe('intents of others', () => {
  it('make a member of whoever wants to be one', () => {
    const core = new SingleCore();
    core.tell({ kind: 'intents', intents: [intentOf('n'), intentOf('gone', { status: 'left' })] });
    expect(core.liveness('n')).to.equal('alive');
    expect(core.liveness('gone')).to.equal(undefined);
    expect(core.swim.intent('gone')?.status).to.equal('left');
  });

  it('are not changed by what becomes of a member’s liveness', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'suspect', 1);
    core.run(60_000);
    expect(core.liveness('c')).to.equal('dead');
    expect(core.swim.intent('c')).to.deep.equal(intentOf('c'));
  });

  it('yield to any real news about liveness when a member is known by its intent alone', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'x');
    expect(core.liveness('c')).to.equal('dead');
  });
});
