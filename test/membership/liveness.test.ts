import { expect } from 'chai';
import type { SwimEffect } from '../../src/membership/event.ts';
import { MAX_COUNTER, MAX_INCARNATION_JUMP } from '../../src/membership/member.ts';
import { DEFAULT_SWIM_OPTIONS, suspicionBounds } from '../../src/membership/swim-options.ts';
import { intentOf } from './intent-of.ts';
import { SingleCore, bodiesIn, messagesIn, toldAbout } from './single-core.ts';

const FIVE = ['b', 'c', 'd', 'e'];
const BOUNDS = suspicionBounds(DEFAULT_SWIM_OPTIONS, 5);

function changesIn(effects: readonly SwimEffect[]) {
  return effects.flatMap((effect) =>
    effect.kind === 'livenessChanged'
      ? [`${effect.peer}: ${effect.previous ?? 'unknown'} -> ${effect.liveness}`]
      : [],
  );
}

describe('a suspicion of another member', () => {
  it('is spread, and ends in death after the longest time where nobody confirms it', () => {
    const core = new SingleCore(FIVE);
    expect(changesIn(core.hearOf('c', 'suspect', 1))).to.deep.equal(['c: alive -> suspect']);
    const effects = core.run(BOUNDS.maxMs - 1);
    expect(toldAbout(effects, 'c')).to.deep.include({
      peer: 'c',
      liveness: 'suspect',
      incarnation: 1,
      from: 'b',
    });
    expect(core.liveness('c')).to.equal('suspect');
    core.run(2);
    expect(core.liveness('c')).to.equal('dead');
  });

  it('ends sooner when others confirm it independently', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1, 'b');
    core.hearOf('c', 'suspect', 1, 'd');
    core.hearOf('c', 'suspect', 1, 'd');
    core.run(BOUNDS.minMs + 1);
    expect(core.liveness('c')).to.equal('suspect');
    core.hearOf('c', 'suspect', 1, 'e');
    core.hearOf('c', 'suspect', 1, 'self');
    core.run(1);
    expect(core.liveness('c')).to.equal('dead');
  });

  it('ends when the member refutes it, and not before', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 3);
    core.hearOf('c', 'alive', 3, 'c');
    expect(core.liveness('c')).to.equal('suspect');
    core.hearOf('c', 'alive', 4, 'c');
    expect(core.liveness('c')).to.equal('alive');
    core.run(BOUNDS.minMs);
    expect(core.liveness('c')).not.to.equal('dead');
  });

  it('is told to the suspect itself first of all, so that it can refute (Lifeguard IV-C)', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1);
    core.run(BOUNDS.minMs);
    const [answer] = messagesIn(core.hear('c', { kind: 'ping', sequence: 1 }));
    expect(answer!.updates[0]).to.deep.equal({ peer: 'c', liveness: 'suspect', incarnation: 1, from: 'b' });
  });

  it('waits some more where this node was asleep when the time was up, but only four times', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1);
    for (let time = 0; time < 4; time++) {
      core.sleep(60_000);
      core.run(0);
      expect(core.liveness('c'), `after sleep ${time}`).to.equal('suspect');
    }
    core.sleep(60_000);
    core.run(0);
    expect(core.liveness('c')).to.equal('dead');
  });

  it('waits some more after whatever the suspect itself says, though it ends by a refutation only', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1);
    for (let time = 0; time < 20; time++) {
      core.run(BOUNDS.minMs - 1);
      core.hear('c', { kind: 'ping', sequence: time });
      expect(core.liveness('c')).to.equal('suspect');
    }
    core.run(BOUNDS.minMs + 1);
    expect(core.liveness('c')).to.equal('dead');
  });

  it('leaves time for a refutation that lies unread while this node sleeps', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1);
    core.sleep(60_000);
    core.run(0);
    core.hearOf('c', 'alive', 2, 'c');
    core.run(200);
    expect(core.liveness('c')).to.equal('alive');
  });
});

describe('the verdict of another', () => {
  it('is a suspicion, until that has lasted for half of the shortest time', () => {
    const core = new SingleCore(FIVE);
    const effects = core.hearOf('c', 'dead', 1);
    expect(changesIn(effects)).to.deep.equal(['c: alive -> suspect']);
    core.run(BOUNDS.minMs / 2 - 1);
    expect(core.liveness('c')).to.equal('suspect');
    core.run(2);
    expect(core.liveness('c')).to.equal('dead');
  });

  it('is believed at once where the suspicion is as old as that', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'suspect', 1);
    core.run(BOUNDS.minMs / 2 + 1);
    core.hearOf('c', 'dead', 1, 'd');
    expect(core.liveness('c')).to.equal('dead');
  });

  it('is put off by whatever the member itself says, and comes to nothing when it refutes', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'dead', 1);
    core.run(BOUNDS.minMs / 2 - 1);
    core.hear('c', { kind: 'ping', sequence: 1 });
    core.run(BOUNDS.minMs / 2);
    core.hearOf('c', 'dead', 1, 'd');
    expect(core.liveness('c')).to.equal('suspect');
    core.hearOf('c', 'alive', 2, 'c');
    core.hearOf('c', 'dead', 1, 'e');
    expect(core.liveness('c')).to.equal('alive');
  });

  it('is believed at once of who announces its own end', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'dead', 1, 'c');
    expect(core.liveness('c')).to.equal('dead');
  });
});

describe('a suspicion of this node', () => {
  for (const accusation of ['suspect', 'dead'] as const) {
    it(`is refuted with an incarnation above it (${accusation})`, () => {
      const core = new SingleCore(FIVE);
      core.run(1000);
      const effects = [...core.hearOf('self', accusation, 5), ...core.run(150)];
      expect(effects).to.deep.include({ kind: 'incarnationRaised', incarnation: 6, isRefutation: true });
      expect(toldAbout(effects, 'self')).to.deep.include({
        peer: 'self',
        liveness: 'alive',
        incarnation: 6,
        from: 'self',
      });
      expect(core.liveness('self')).to.equal('alive');
    });
  }

  it('is refuted once more, with the same incarnation, to those who missed it', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('self', 'dead', 5);
    core.run(20_000);
    const effects = core.hear(
      'b',
      { kind: 'ping', sequence: 1 },
      { updates: [{ peer: 'self', liveness: 'dead', incarnation: 5, from: 'x' }] },
    );
    expect(toldAbout(effects, 'self').map(({ incarnation }) => incarnation)).to.deep.equal([6]);
    expect(effects.some(({ kind }) => kind === 'incarnationRaised')).to.equal(false);
  });

  it('raises nothing on hearing what it said itself', () => {
    const core = new SingleCore(FIVE);
    const effects = core.hearOf('self', 'alive', 1, 'self');
    expect(effects.some(({ kind }) => kind === 'incarnationRaised')).to.equal(false);
  });

  it('jumps above an incarnation of a former life of which it knows nothing', () => {
    const core = new SingleCore(FIVE);
    expect(core.hearOf('self', 'alive', 8, 'self')).to.deep.include({
      kind: 'incarnationRaised',
      incarnation: 9,
      isRefutation: false,
    });
  });

  it('is refused where it would leave no incarnation to refute with', () => {
    const core = new SingleCore(FIVE);
    const effects = core.hearOf('self', 'dead', MAX_COUNTER);
    expect(effects).to.deep.include({ kind: 'refused', peer: 'self', reason: 'counterJump', sender: 'b' });
    expect(core.swim.member('self')).to.include({ liveness: 'alive', incarnation: 1 });
  });

  it('is refused where it jumps, once this node has an incarnation to go by', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('self', 'dead', 5);
    const effects = core.hearOf('self', 'dead', 7 + MAX_INCARNATION_JUMP);
    expect(effects).to.deep.include({ kind: 'refused', peer: 'self', reason: 'counterJump', sender: 'b' });
    expect(core.swim.member('self')?.incarnation).to.equal(6);
  });
});

describe('a dead member', () => {
  it('is tried again for ever, ever more slowly, and hears that it is dead', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'c');
    const effects = core.run(300_000);
    const pings = messagesIn(effects, 'c').filter(({ body }) => body.kind === 'ping');
    expect(pings.length).to.be.within(15, 30);
    for (const { updates } of pings) expect(updates[0]).to.include({ peer: 'c', liveness: 'dead' });
    expect(messagesIn(core.run(30_000), 'c').length).to.be.greaterThan(0);
  });

  it('is no longer tried once it has left for good', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'c');
    core.hearIntents(intentOf('c', { counter: 2, status: 'left' }));
    expect(messagesIn(core.run(300_000), 'c')).to.deep.equal([]);
  });

  it('is no longer tried as dead once it is back', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'c');
    core.hearOf('c', 'alive', 2, 'c');
    const retry = { kind: 'reconnect' as const, peer: 'c', incarnation: 1, attempt: 0, dueMs: core.nowMs };
    expect(core.tell({ kind: 'timer', timer: retry })).to.deep.equal([]);
  });

  it('is tried by one chain of retries, however often it died', () => {
    const core = new SingleCore(['b', 'c']);
    for (const incarnation of [1, 2, 3]) {
      core.hearOf('c', 'alive', incarnation, 'c');
      core.hearOf('c', 'dead', incarnation, 'c');
    }
    const pings = messagesIn(core.run(60_000), 'c').filter(({ body }) => body.kind === 'ping');
    expect(pings.length).to.be.within(4, 9);
  });

  it('is told everything when it says itself that it is back', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'c');
    const news = { updates: [{ peer: 'c', liveness: 'alive' as const, incarnation: 2, from: 'c' }] };
    expect(bodiesIn(core.hear('c', { kind: 'gossip' }, news), 'digest').map(({ to }) => to)).to.deep.equal([
      'c',
    ]);
  });
});

describe('an exchange with somebody who thinks a living member dead', () => {
  const dead = { peer: 'c', liveness: 'dead' as const, incarnation: 1 };

  function hearEntry(core: SingleCore, from: string) {
    const body = {
      kind: 'entries' as const,
      partCount: 1,
      parts: [0],
      replyWanted: false,
      intents: [],
      wallMs: 0,
    };
    core.hear('b', { ...body, members: [{ ...dead, from }] });
  }

  it('only raises a suspicion, which the member can refute', () => {
    const core = new SingleCore(['b', 'c']);
    hearEntry(core, 'b');
    expect(core.liveness('c')).to.equal('suspect');
  });

  it('is believed where the member said so itself', () => {
    const core = new SingleCore(['b', 'c']);
    hearEntry(core, 'c');
    expect(core.liveness('c')).to.equal('dead');
  });

  it('says nothing where there is no intent, and so no such member', () => {
    const core = new SingleCore(['b']);
    hearEntry(core, 'b');
    expect(core.liveness('c')).to.equal(undefined);
  });
});

describe('an insider that makes up news of this node', () => {
  it('raises its incarnation ten times a second at most, however much it tells', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('self', 'dead', 5);
    const before = core.swim.member('self')!.incarnation;
    for (let i = 0; i < 1000; i++) {
      core.hearOf('self', 'alive', core.swim.member('self')!.incarnation + MAX_INCARNATION_JUMP, 'b');
      core.run(1);
    }
    const raised = core.swim.member('self')!.incarnation - before;
    expect(raised).to.be.within(1, 11 * (MAX_INCARNATION_JUMP + 1));
  });

  it('does not keep it from answering an accusation in the end', () => {
    const core = new SingleCore(FIVE);
    for (const incarnation of [5, 6, 7]) core.hearOf('self', 'dead', incarnation);
    core.run(150);
    expect(core.swim.member('self')).to.include({ liveness: 'alive', incarnation: 8 });
  });

  it('makes no other member dead whose death it can’t refute', () => {
    const core = new SingleCore(FIVE);
    const first = { peer: 'c', liveness: 'alive' as const, incarnation: 2, from: 'c' };
    core.hear('c', { kind: 'gossip' }, { updates: [first] });
    for (let incarnation = 50; incarnation <= 5000; incarnation += 50)
      core.hearOf('c', 'alive', incarnation, 'c');
    core.hearOf('c', 'dead', 5000);
    expect(core.swim.member('c')!.incarnation).to.be.at.most(2 + MAX_INCARNATION_JUMP);
  });
});

describe('a suspect whose time is nearly up', () => {
  it('is asked twice more, and told what it is suspected of', () => {
    const core = new SingleCore(FIVE);
    core.run(1000);
    for (const accuser of FIVE.filter((peer) => peer !== 'c')) core.hearOf('c', 'suspect', 1, accuser);
    const leftMs = BOUNDS.maxMs - ((BOUNDS.maxMs - BOUNDS.minMs) * Math.log(3)) / Math.log(4);
    const pings = messagesIn(core.run(leftMs - 1), 'c').filter(({ body }) => body.kind === 'ping');
    expect(pings.length).to.be.at.least(2);
    for (const { updates } of pings) expect(updates.map(({ peer }) => peer)).to.include('c');
    expect(core.liveness('c')).to.equal('suspect');
    core.run(10);
    expect(core.liveness('c')).to.equal('dead');
  });
});

describe('hearsay of an incarnation that jumps', () => {
  const JUMP = 2 + MAX_INCARNATION_JUMP;

  it('is not believed, and the member itself is asked', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'alive', 1, 'c');
    const effects = core.hearOf('c', 'dead', JUMP);
    expect(effects).to.deep.include({ kind: 'refused', peer: 'c', reason: 'counterJump', sender: 'b' });
    expect(bodiesIn(effects, 'digest').map(({ to }) => to)).to.deep.equal(['c']);
    expect(core.liveness('c')).to.equal('alive');
  });

  it('is believed from the member itself', () => {
    const core = new SingleCore(FIVE);
    core.hearOf('c', 'alive', 1, 'c');
    const updates = [{ peer: 'c', liveness: 'alive' as const, incarnation: JUMP, from: 'c' }];
    core.hear('c', { kind: 'gossip' }, { updates });
    expect(core.swim.member('c')?.incarnation).to.equal(JUMP);
  });
});

describe('what is counted', () => {
  it('tells a false death from a restart by the run of the intent', () => {
    const core = new SingleCore(FIVE);
    const back = (peer: string) => ({ peer, liveness: 'alive' as const, incarnation: 2, from: peer });
    for (const peer of ['c', 'd']) core.hearOf(peer, 'dead', 1, peer);
    core.hear('c', { kind: 'gossip' }, { updates: [back('c')] });
    const intents = [intentOf('d', { counter: 2, run: 2 })];
    core.hear('d', { kind: 'gossip' }, { updates: [back('d')], intents });
    expect(core.swim.counts).to.include({ deaths: 2, falseDeaths: 1 });
  });

  it('is each probe, what became of it, and each suspicion', () => {
    const core = new SingleCore(['b', 'c']);
    core.run(10_000);
    const { probes, probesFailed, suspicions, deaths } = core.swim.counts;
    expect(probes).to.be.at.least(2);
    expect(probesFailed).to.be.at.least(2);
    expect({ suspicions, deaths }).to.deep.equal({ suspicions: 2, deaths: 2 });
  });

  it('names those who accuse a member, the first one first, and nobody of one that is alive', () => {
    const core = new SingleCore(FIVE);
    for (const accuser of ['d', 'b', 'nobody']) core.hearOf('c', 'suspect', 1, accuser);
    expect(core.swim.accusersOf('c')).to.deep.equal(['d', 'b']);
    expect(core.swim.accusersOf('b')).to.deep.equal([]);
  });
});

describe('leaving', () => {
  it('tells others at once, without a suspicion, and falls silent', () => {
    const core = new SingleCore(FIVE);
    const told = messagesIn(core.tell({ kind: 'leave' }));
    expect(new Set(told.map(({ to }) => to))).to.deep.equal(new Set(FIVE));
    for (const { updates } of told) {
      expect(updates).to.deep.equal([{ peer: 'self', liveness: 'dead', incarnation: 1, from: 'self' }]);
    }
    expect(core.run(60_000)).to.deep.equal([]);
    expect(core.hearOf('self', 'dead', 1, 'self')).to.deep.equal([]);
  });

  it('is believed at once by those who hear it, and doesn’t touch the intent', () => {
    const core = new SingleCore(FIVE);
    expect(changesIn(core.hearOf('c', 'dead', 1, 'c'))).to.deep.equal(['c: alive -> dead']);
    expect(core.swim.intent('c')?.status).to.equal('active');
  });
});
