import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import { type LivenessUpdate, MAX_COUNTER_JUMP, supersedes } from '../../src/membership/member.ts';
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

function beliefsAfter(news: readonly LivenessUpdate[]) {
  const table = new MemberTable('self', 1, 0);
  for (const item of news) table.apply(item, 0);
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
    table.apply(update({ liveness: 'dead', incarnation: 3 }), 0);
    expect(table.apply(update({ incarnation: 3 }), 0).kind).to.equal('stale');
    expect(table.apply(update({ incarnation: 4 }), 0).kind).to.equal('believed');
    expect(table.get('a')?.liveness).to.equal('alive');
  });

  it('keeps the time since when a member is alive through a new incarnation', () => {
    const table = new MemberTable('self', 1, 0);
    table.apply(update({ incarnation: 1 }), 10);
    table.apply(update({ incarnation: 2 }), 20);
    expect(table.get('a')?.sinceMs).to.equal(10);
    table.apply(update({ incarnation: 2, liveness: 'suspect' }), 30);
    expect(table.get('a')?.sinceMs).to.equal(30);
  });

  it('counts the living, itself included', () => {
    const table = new MemberTable('self', 1, 0);
    for (const peer of ['a', 'b', 'c']) table.apply(update({ peer }), 0);
    table.apply(update({ peer: 'b', liveness: 'suspect' }), 0);
    table.apply(update({ peer: 'c', liveness: 'dead' }), 0);
    table.apply(update({ peer: 'd', liveness: 'dead' }), 0);
    expect(table.livingCount).to.equal(3);
    table.apply(update({ peer: 'c', incarnation: 2 }), 0);
    expect(table.livingCount).to.equal(4);
  });

  it('refuses an incarnation that jumps beyond what an honest member could reach', () => {
    const table = new MemberTable('self', 1, 0);
    table.apply(update({ incarnation: 1 }), 0);
    const reception = table.apply(update({ incarnation: 2 + MAX_COUNTER_JUMP, liveness: 'dead' }), 0);
    expect(reception).to.deep.equal({ kind: 'refused', reason: 'counterJump' });
    expect(table.get('a')).to.include({ liveness: 'alive', incarnation: 1 });
  });

  it('refuses new members beyond its bound and goes on with those it has', () => {
    const table = new MemberTable('self', 1, 0);
    for (let i = 1; i < LIMITS.members; i++) table.apply(update({ peer: `p${i}` }), 0);
    expect(table.apply(update({ peer: 'one too many' }), 0)).to.deep.equal({
      kind: 'refused',
      reason: 'tableFull',
    });
    expect(table.apply(update({ peer: 'p7', liveness: 'dead' }), 0).kind).to.equal('believed');
  });
});
