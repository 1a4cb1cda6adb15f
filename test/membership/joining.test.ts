import { expect } from 'chai';
import { MAX_COUNTER } from '../../src/membership/member.ts';
import { intentOf } from './intent-of.ts';
import type { MessageBody } from '../../src/membership/message.ts';
import { SingleCore, bodiesIn, messagesIn } from './single-core.ts';

/** What one core says to the other until both fall silent, in the order in which it is said. */
function converse(asker: SingleCore, asked: SingleCore): MessageBody['kind'][] {
  const names = new Map([
    [asker, asker.swim.ownIntent.peer],
    [asked, asked.swim.ownIntent.peer],
  ]);
  const said: MessageBody['kind'][] = [];
  let toAsked = messagesIn(asker.tell({ kind: 'join', peer: names.get(asked)! }));
  let toAsker: typeof toAsked = [];
  while (toAsked.length + toAsker.length > 0) {
    const [atAsked, atAsker] = [toAsked, toAsker];
    [toAsked, toAsker] = [[], []];
    for (const { body } of [...atAsked, ...atAsker]) said.push(body.kind);
    for (const { body, ...news } of atAsked) {
      toAsker.push(...messagesIn(asked.hear(names.get(asker)!, body, news), names.get(asker)));
    }
    for (const { body, ...news } of atAsker) {
      toAsked.push(...messagesIn(asker.hear(names.get(asked)!, body, news), names.get(asked)));
    }
  }
  return said;
}

const knowledgeOf = ({ swim }: SingleCore) =>
  [...swim.intents()].map(({ peer, counter }) => `${peer} ${counter}`).sort();

describe('joining', () => {
  it('makes a member of the newcomer, and tells it everything, in three messages', () => {
    const newcomer = new SingleCore([], {}, 'new');
    const member = new SingleCore(['b', 'c']);
    expect(converse(newcomer, member)).to.deep.equal(['digest', 'entries', 'entries']);
    expect(knowledgeOf(newcomer)).to.deep.equal(['b 1', 'c 1', 'new 1', 'self 1']);
    expect(knowledgeOf(member)).to.deep.equal(knowledgeOf(newcomer));
    expect(member.liveness('new')).to.equal('alive');
  });

  it('is news at the member that it asks, and on the topic, with the very question', () => {
    const member = new SingleCore(['b', 'c']);
    const question = { kind: 'digest' as const, sums: [0], wallMs: 0 };
    const effects = member.hear('new', question, { intents: [intentOf('new')] });
    expect(member.liveness('new')).to.equal('alive');
    expect(effects).to.deep.include({ kind: 'publish', intents: [intentOf('new')] });
    const heardOfOthers = member.hear('b', { kind: 'gossip' }, { intents: [intentOf('c', { counter: 2 })] });
    expect(heardOfOthers.some(({ kind }) => kind === 'publish')).to.equal(false);
  });

  it('takes two short messages where both know the same', () => {
    const [a, b] = [new SingleCore(['b', 'c'], {}, 'a'), new SingleCore(['a', 'c'], {}, 'b')];
    converse(a, b);
    for (const core of [a, b]) core.sleep(200);
    expect(converse(a, b)).to.deep.equal(['digest', 'entries']);
    const [answer] = bodiesIn(b.effects, 'entries').slice(-1);
    expect(answer).to.deep.include({ parts: [], members: [], intents: [], replyWanted: false });
  });

  it('brings both to the same, whatever each of them missed', () => {
    const [a, b] = [new SingleCore(['b', 'c', 'd'], {}, 'a'), new SingleCore(['a', 'c', 'd'], {}, 'b')];
    a.hearIntents(intentOf('c', { counter: 2 }), intentOf('e'));
    b.hearIntents(intentOf('d', { counter: 3, status: 'left' }), intentOf('f'));
    b.hearOf('c', 'dead', 4, 'c');
    converse(a, b);
    expect(knowledgeOf(a)).to.deep.equal(['a 1', 'b 1', 'c 2', 'd 3', 'e 1', 'f 1']);
    expect(knowledgeOf(b)).to.deep.equal(knowledgeOf(a));
    expect(a.liveness('c')).to.equal('dead');
    expect(converse(b, a)).to.deep.equal(['digest', 'entries']);
  });

  it('says when somebody has told it everything, and what that member’s clock shows', () => {
    const core = new SingleCore(['b']);
    core.tell({ kind: 'join', peer: 'b' });
    core.sleep(20);
    const page = { kind: 'entries' as const, partCount: 16, parts: [], replyWanted: false, wallMs: 5000 };
    const effects = core.hear('b', { ...page, members: [], intents: [] });
    expect(effects).to.deep.include({ kind: 'synchronised', peer: 'b' });
    expect(effects).to.deep.include({ kind: 'clockSample', peer: 'b', wallMs: 5010, roundTripMs: 20 });
  });

  it('takes nobody’s word for the time who is no member', () => {
    const core = new SingleCore();
    core.tell({ kind: 'join', peer: 'b' });
    const page = { kind: 'entries' as const, partCount: 16, parts: [], replyWanted: false, wallMs: 5000 };
    const effects = core.hear('b', { ...page, members: [], intents: [] });
    expect(effects.map(({ kind }) => kind)).to.deep.equal(['synchronised']);
  });

  it('replies to nobody whom it has not asked, and answers nobody twice in a moment', () => {
    const core = new SingleCore(['b', 'c', 'd', 'e', 'f']);
    core.run(15_000);
    const page = { kind: 'entries' as const, partCount: 1, parts: [0], replyWanted: true, wallMs: 0 };
    expect(messagesIn(core.hear('x', { ...page, members: [], intents: [] }), 'x')).to.deep.equal([]);
    const digest = { kind: 'digest' as const, sums: [0], wallMs: 0 };
    const answers = [1, 2, 3].map(() => bodiesIn(core.hear('b', digest), 'entries').length);
    expect(answers).to.deep.equal([1, 0, 0]);
    core.sleep(200);
    expect(bodiesIn(core.hear('b', digest), 'entries').length).to.equal(1);
  });

  it('asks a few members that it knows from before when it starts, to catch up', () => {
    const core = new SingleCore(['b', 'c', 'd', 'e', 'f']);
    const asked = bodiesIn(core.effects, 'digest');
    expect(new Set(asked.map(({ to }) => to)).size).to.equal(3);
  });

  it('asks a member of which it knows nothing for everything, but not at every message', () => {
    const core = new SingleCore(['b']);
    const first = bodiesIn(core.hear('stranger', { kind: 'ping', sequence: 1 }), 'digest');
    expect(first.map(({ to }) => to)).to.deep.equal(['stranger']);
    expect(bodiesIn(core.hear('stranger', { kind: 'ping', sequence: 2 }), 'digest')).to.deep.equal([]);
  });

  it('exchanges with somebody from time to time', () => {
    const core = new SingleCore(['b']);
    core.tell({ kind: 'timer', timer: { kind: 'pushPull', dueMs: 0 } });
    expect(bodiesIn(core.effects, 'digest').length).to.be.greaterThan(1);
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
    const wanted = intentOf('self', { counter: 2, sinceCounter: 2 });
    expect(core.swim.ownIntent).to.deep.equal(wanted);
    expect(effects).to.deep.include({ kind: 'intentsChanged', intents: [wanted] });
    expect(effects).to.deep.include({ kind: 'publish', intents: [wanted] });
    expect(messagesIn(core.run(200), 'b').flatMap(({ intents }) => intents)).to.deep.include(wanted);
  });

  it('is written above one from a former life of which it knows nothing', () => {
    const core = new SingleCore(['b']);
    core.hearIntents(intentOf('self', { counter: 40, status: 'left' }));
    expect(core.swim.ownIntent).to.deep.equal(intentOf('self', { counter: 41, sinceCounter: 41 }));
  });

  it('is written above another of the same counter that would win', () => {
    const core = new SingleCore(['b']);
    core.hearIntents(intentOf('self', { counter: 1, weight: 999 }));
    expect(core.swim.ownIntent).to.deep.equal(intentOf('self', { counter: 2, sinceCounter: 2 }));
  });

  it('says since when its share has followed from the same, whatever else changes', () => {
    const core = new SingleCore(['b']);
    core.tell({ kind: 'ownIntent', change: { complete: Uint8Array.of(7) } });
    expect(core.swim.ownIntent).to.include({ counter: 2, sinceCounter: 1 });
    core.tell({ kind: 'ownIntent', change: { next: { zone: '', weight: 5 } } });
    core.tell({ kind: 'ownIntent', change: { complete: Uint8Array.of(8) } });
    expect(core.swim.ownIntent).to.include({ counter: 4, sinceCounter: 3 });
  });

  it('stays as it is on hearing an older one, or itself', () => {
    const core = new SingleCore(['b'], { counter: 5 });
    core.hearIntents(intentOf('self', { counter: 4 }), intentOf('self', { counter: 5 }));
    expect(core.swim.ownIntent.counter).to.equal(5);
  });

  it('accepts that an operator removed it', () => {
    const core = new SingleCore(['b']);
    const removed = intentOf('self', { counter: 2, status: 'removed', author: 'b' });
    expect(core.hearIntents(removed)).to.deep.include({ kind: 'intentsChanged', intents: [removed] });
    expect(core.swim.ownIntent).to.deep.equal(removed);
    core.tell({ kind: 'ownIntent', change: { status: 'active' } });
    expect(core.swim.ownIntent).to.deep.equal(removed);
  });

  it('is fought over three times at most where another process writes it as well', () => {
    const core = new SingleCore(['b']);
    const overruled = (counter: number) => core.hearIntents(intentOf('self', { counter, run: 2 }));
    for (const counter of [10, 20, 30]) {
      expect(overruled(counter).some(({ kind }) => kind === 'identityShared')).to.equal(false);
    }
    expect(overruled(40)).to.deep.include({ kind: 'identityShared' });
    expect(core.swim.ownIntent.counter).to.equal(31);
  });

  it('is the member that it was when it comes back without its state, whose place among the owners is its own still', () => {
    for (const status of ['active', 'leaving'] as const) {
      const core = new SingleCore(['b'], { status: 'joining' });
      core.hearIntents(intentOf('self', { status, counter: 7, run: 9, storageId: 'the lost one' }));
      const { ownIntent } = core.swim;
      expect(ownIntent).to.include({ status, counter: 8 });
      expect(ownIntent.storageId).not.to.equal('the lost one');
    }
  });

  it('begins anew where it had left', () => {
    const core = new SingleCore(['b'], { status: 'joining' });
    core.hearIntents(intentOf('self', { status: 'left', counter: 7, run: 9 }));
    expect(core.swim.ownIntent).to.include({ status: 'joining', counter: 8 });
  });

  it('is refused where it would leave no counter to write above', () => {
    const core = new SingleCore(['b']);
    const effects = core.hearIntents(intentOf('self', { counter: MAX_COUNTER }));
    expect(effects).to.deep.include({ kind: 'refused', peer: 'self', reason: 'counterJump', sender: 'b' });
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
    core.hearOf('c', 'dead', 1, 'c');
    expect(core.liveness('c')).to.equal('dead');
  });
});
