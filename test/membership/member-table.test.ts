import { expect } from 'chai';
import fc from 'fast-check';
import { type LivenessUpdate, MAX_INCARNATION_JUMP, supersedes } from '../../src/membership/member.ts';
import { MemberTable } from '../../src/membership/member-table.ts';

const updates = fc.record({
  peer: fc.constantFrom('a', 'b', 'c'),
  liveness: fc.constantFrom('alive' as const, 'suspect' as const, 'dead' as const),
  incarnation: fc.nat({ max: 5 }),
  from: fc.constantFrom('a', 'b', 'c'),
});

function update(change: Partial<LivenessUpdate> = {}): LivenessUpdate {
  return { peer: 'a', liveness: 'alive', incarnation: 1, from: 'b', ...change };
}

/** Hears hearsay about a member, introduced first. */
function learn(table: MemberTable, news: LivenessUpdate, nowMs: number) {
  table.introduce(news.peer, 0);
  return table.apply(news, false, nowMs);
}

function beliefsAfter(news: readonly LivenessUpdate[]) {
  const table = new MemberTable('self', 1, 0);
  for (const item of news) learn(table, item, 0);
  return [...table.values()]
    .map(({ peer, liveness, incarnation }) => `${peer} ${liveness} ${incarnation}`)
    .sort();
}

describe('the member table', () => {
  it('believes the same whatever the order in which news arrives, and however often', () => {
    const shuffledNews = fc
      .array(updates, { maxLength: 12 })
      .chain((news) =>
        fc.tuple(fc.constant(news), fc.shuffledSubarray([...news, ...news], { minLength: 2 * news.length })),
      );
    fc.assert(
      fc.property(shuffledNews, ([news, again]) => {
        expect(beliefsAfter(again)).to.deep.equal(beliefsAfter(news));
      }),
    );
  });

  it('orders any two different pieces of news about a member one way', () => {
    fc.assert(
      fc.property(updates, updates, (a, b) => {
        const same = a.incarnation === b.incarnation && a.liveness === b.liveness;
        expect(Number(supersedes(a, b)) + Number(supersedes(b, a))).to.equal(same ? 0 : 1);
      }),
    );
  });

  it('lets a death be refuted only by a higher incarnation', () => {
    const table = new MemberTable('self', 1, 0);
    learn(table, update({ liveness: 'dead', incarnation: 3 }), 0);
    expect(learn(table, update({ incarnation: 3 }), 0).kind).to.equal('stale');
    expect(learn(table, update({ incarnation: 4 }), 0).kind).to.equal('believed');
    expect(table.get('a')?.liveness).to.equal('alive');
  });

  it('keeps the time since when a member is alive through a new incarnation', () => {
    const table = new MemberTable('self', 1, 0);
    table.introduce('a', 10);
    learn(table, update({ incarnation: 2 }), 20);
    expect(table.get('a')?.sinceMs).to.equal(10);
    learn(table, update({ incarnation: 2, liveness: 'suspect' }), 30);
    expect(table.get('a')?.sinceMs).to.equal(30);
  });

  it('counts the living, itself included', () => {
    const table = new MemberTable('self', 1, 0);
    for (const peer of ['a', 'b', 'c']) learn(table, update({ peer }), 0);
    learn(table, update({ peer: 'b', liveness: 'suspect' }), 0);
    learn(table, update({ peer: 'c', liveness: 'dead' }), 0);
    learn(table, update({ peer: 'd', liveness: 'dead' }), 0);
    expect(table.livingCount).to.equal(3);
    learn(table, update({ peer: 'c', incarnation: 2 }), 0);
    expect(table.livingCount).to.equal(4);
  });

  it('refuses hearsay of an incarnation that jumps beyond what an honest member could reach', () => {
    const table = new MemberTable('self', 1, 0);
    learn(table, update({ incarnation: 1 }), 0);
    const reception = learn(table, update({ incarnation: 2 + MAX_INCARNATION_JUMP, liveness: 'dead' }), 0);
    expect(reception).to.deep.equal({ kind: 'jump' });
    expect(table.get('a')).to.include({ liveness: 'alive', incarnation: 1 });
  });

  it('believes any incarnation that the member itself tells', () => {
    const table = new MemberTable('self', 1, 0);
    table.introduce('a', 0);
    table.apply(update({ incarnation: 2_000_000 }), true, 0);
    expect(table.get('a')?.incarnation).to.equal(2_000_000);
  });

  it('lets no hearsay climb above what the member itself told, step by step', () => {
    const table = new MemberTable('self', 1, 0);
    table.introduce('a', 0);
    table.apply(update({ incarnation: 5 }), true, 0);
    for (let incarnation = 6; incarnation < 500; incarnation++) learn(table, update({ incarnation }), 0);
    learn(table, update({ incarnation: 500, liveness: 'dead' }), 0);
    expect(table.get('a')).to.include({ liveness: 'alive', incarnation: 5 + MAX_INCARNATION_JUMP });
  });

  it('does not take news about a stranger for a member', () => {
    const table = new MemberTable('self', 1, 0);
    expect(table.apply(update({ peer: 'phantom' }), true, 0)).to.deep.equal({ kind: 'unknown' });
    expect(table.get('phantom')).to.equal(undefined);
  });
});
