import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import { type Intent, type IntentStatus, compareIntents } from '../../src/membership/intent.ts';
import { IntentTable } from '../../src/membership/intents.ts';
import { intentOf } from './intent-of.ts';

const intents: fc.Arbitrary<Intent> = fc
  .record({
    peer: fc.constantFrom('a', 'b'),
    status: fc.constantFrom<IntentStatus>('joining', 'active', 'leaving', 'left', 'removed'),
    counter: fc.integer({ min: 1, max: 3 }),
    zone: fc.constantFrom('', 'z'),
    weight: fc.constantFrom(1, 100),
    addresses: fc.constantFrom([], ['/x'], ['/x', '/y']),
    clientAddress: fc.constantFrom('', 'h:1'),
    complete: fc.uint8Array({ maxLength: 2 }),
  })
  .map(({ peer, ...change }) => intentOf(peer, change));

function merge(table: IntentTable, intent: Intent) {
  const reception = table.compare(intent);
  if (reception === 'newer') table.set(intent);
  return reception;
}

function tableAfter(news: readonly Intent[]) {
  return [...new IntentTable(news).values()].sort((a, b) => (a.peer < b.peer ? -1 : 1));
}

describe('the intent table', () => {
  it('holds the same whatever the order in which intents arrive, and however often', () => {
    const shuffledNews = fc
      .array(intents, { maxLength: 10 })
      .chain((news) =>
        fc.tuple(fc.constant(news), fc.shuffledSubarray([...news, ...news], { minLength: 2 * news.length })),
      );
    fc.assert(
      fc.property(shuffledNews, ([news, again]) => {
        expect(tableAfter(again)).to.deep.equal(tableAfter(news));
      }),
    );
  });

  it('orders two intents of one counter by what they say, so that everybody keeps the same', () => {
    fc.assert(
      fc.property(intents, intents, (a, b) => {
        const ab = compareIntents(a, b);
        expect(Math.sign(ab)).to.equal(-Math.sign(compareIntents(b, a)) + 0);
        if (ab === 0) expect(a).to.deep.equal(b);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the tombstone of a member that left against an older copy', () => {
    const table = new IntentTable([intentOf('a', { counter: 5, status: 'left' })]);
    expect(merge(table, intentOf('a', { counter: 4 }))).to.equal('known');
    expect(table.get('a')?.status).to.equal('left');
  });

  it('keeps a removal against anything that its member writes later', () => {
    const table = new IntentTable([intentOf('a', { counter: 5, status: 'removed', author: 'b' })]);
    expect(merge(table, intentOf('a', { counter: 900 }))).to.equal('known');
    expect(table.get('a')?.status).to.equal('removed');
  });

  it('refuses new members beyond its bound and goes on with those it has', () => {
    const table = new IntentTable();
    for (let i = 0; i < LIMITS.members; i++) merge(table, intentOf(`p${i}`));
    expect(merge(table, intentOf('one too many'))).to.equal('tableFull');
    expect(merge(table, intentOf('p7', { counter: 2 }))).to.equal('newer');
  });
});
