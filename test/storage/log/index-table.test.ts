import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Hash,
  type Mortality,
  hashOfToken,
  pack,
  placeOfEntry,
} from '../../../src/storage/log/packed-entry.ts';
import { IndexTable } from '../../../src/storage/log/index-table.ts';

const word = fc.oneof(
  fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff),
  fc.nat(0xffffffff),
);
const hash: fc.Arbitrary<Hash> = fc.record({ upper: word, lower: fc.constantFrom(0, 1, 0xffff) });

const mortality = (tombstone: boolean): Mortality => ({ tombstone, expires: false });

function placesOf(table: IndexTable, wanted: Hash): number[] {
  const offsets: number[] = [];
  for (let slot = table.seek(wanted); table.hasHash(slot, wanted); slot++)
    offsets.push(table.place(slot).offset);
  return offsets.sort((a, b) => a - b);
}

function walk(table: IndexTable): Hash[] {
  const hashes: Hash[] = [];
  for (let slot = table.nextUsed(0); slot !== undefined; slot = table.nextUsed(slot + 1))
    hashes.push(table.hash(slot));
  return hashes;
}

function compare(a: Hash, b: Hash): number {
  return a.upper - b.upper || a.lower - b.lower;
}

describe('index table', () => {
  it('finds what was put in and not taken out, whatever the hashes, and walks it in their order', () => {
    const operations = fc.array(fc.tuple(hash, fc.boolean()), { maxLength: 300 });
    fc.assert(
      fc.property(operations, (steps) => {
        const table = new IndexTable();
        const model: { hash: Hash; offset: number }[] = [];
        steps.forEach(([next, insert], offset) => {
          if (insert || model.length === 0) {
            table.insert(pack(next, { segmentSlot: 3, offset, length: 50 }, mortality(offset % 2 === 0)));
            model.push({ hash: next, offset });
          } else {
            const [victim] = model.splice(next.upper % model.length, 1);
            table.remove(table.slotAt(victim!.hash, { segmentSlot: 3, offset: victim!.offset })!);
          }
        });
        expect(table.records).to.equal(model.length);
        expect(table.tombstones).to.equal(model.filter(({ offset }) => offset % 2 === 0).length);
        expect(walk(table)).to.deep.equal(model.map((entry) => entry.hash).sort(compare));
        for (const [wanted] of steps) {
          const expected = model
            .filter((entry) => compare(entry.hash, wanted) === 0)
            .map(({ offset }) => offset);
          expect(placesOf(table, wanted)).to.deep.equal(expected.sort((a, b) => a - b));
        }
      }),
    );
  });

  it('replaces an entry in its place', () => {
    const table = new IndexTable();
    const of = { upper: 7, lower: 9 };
    table.insert(pack(of, { segmentSlot: 1, offset: 100, length: 50 }, mortality(false)));
    table.replace(
      table.seek(of),
      pack(of, { segmentSlot: 0xffff, offset: 0xffffffff, length: 0xffffff }, mortality(true)),
    );
    const slot = table.slotAt(of, { segmentSlot: 0xffff, offset: 0xffffffff })!;
    expect(table.place(slot)).to.deep.equal({ segmentSlot: 0xffff, offset: 0xffffffff, length: 0xffffff });
    expect(placeOfEntry(table.entry(slot))).to.deep.equal(table.place(slot));
    expect([table.records, table.tombstones]).to.deep.equal([1, 1]);
    expect(table.slotAt(of, { segmentSlot: 1, offset: 100 })).to.equal(undefined);
  });

  it('takes at most 28 bytes a key once it is large', () => {
    const table = new IndexTable();
    let mostBytes = 0;
    for (let i = 0; i < 20_000; i++) {
      const upper = Math.imul(i, 0x9e3779b1) >>> 0;
      table.insert(pack({ upper, lower: 0 }, { segmentSlot: 0, offset: i, length: 50 }, mortality(false)));
      if (i > 2000) mostBytes = Math.max(mostBytes, table.sizeBytes / table.records);
    }
    expect(mostBytes).to.be.below(28);
  });

  it('orders the hashes as the tokens they come from', () => {
    const token = fc.tuple(word, word);
    fc.assert(
      fc.property(token, token, fc.nat(16), (a, b, bits) => {
        const partition = (high: number): number => (bits === 0 ? 0 : high >>> (32 - bits));
        fc.pre(partition(a[0]) === partition(b[0]));
        const order = a[0] - b[0] || a[1] - b[1];
        const hashes = compare(hashOfToken(...a, bits), hashOfToken(...b, bits));
        if (hashes !== 0) expect(Math.sign(hashes)).to.equal(Math.sign(order));
        // Of the token nothing is lost but the bits behind the hash's 48.
        else if (bits === 16) expect(order).to.equal(0);
      }),
    );
  });
});
