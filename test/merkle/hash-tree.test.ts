import { expect } from 'chai';
import fc from 'fast-check';
import { type Hashed, HashTree, childrenOf, depthOf, differing } from '../../src/merkle/hash-tree.ts';

const PARTITION_BITS = 10;

const hashed: fc.Arbitrary<Hashed> = fc.record({
  tokenHigh: fc.nat(2 ** 32 - 1).map((value) => value >>> 0),
  tokenLow: fc.nat(2 ** 32 - 1).map((value) => value >>> 0),
  version: fc.record({
    wallMs: fc.nat({ max: 2 ** 48 - 1 }),
    logical: fc.nat(0xffff),
    writer: fc.nat({ max: 2 ** 48 - 1 }),
  }),
});

const EXAMPLE: Hashed = {
  tokenHigh: 0x12345678,
  tokenLow: 0x9abcdef0,
  version: { wallMs: 1_764_000_000_000, logical: 3, writer: 0xabcdef012345 },
};

function treeOf(records: readonly Hashed[]): HashTree {
  const tree = new HashTree(PARTITION_BITS);
  for (const record of records) tree.add(record);
  return tree;
}

function allSums(tree: HashTree): string {
  return tree.leafSums(0, tree.leaves).join();
}

describe('the hash tree', () => {
  it('is the same whatever the order in which the records came', () => {
    fc.assert(
      fc.property(fc.array(hashed, { maxLength: 20 }), (records) => {
        expect(allSums(treeOf(records))).to.equal(allSums(treeOf(records.toReversed())));
      }),
      { numRuns: 20 },
    );
  });

  it('is what it was before once a record has come and gone', () => {
    fc.assert(
      fc.property(fc.array(hashed, { maxLength: 20 }), hashed, (records, passing) => {
        const tree = treeOf(records);
        tree.add(passing);
        tree.subtract(passing);
        expect(allSums(tree)).to.equal(allSums(treeOf(records)));
      }),
      { numRuns: 20 },
    );
  });

  const OTHERS: readonly [string, Hashed][] = [
    ['the upper half of the token', { ...EXAMPLE, tokenHigh: EXAMPLE.tokenHigh ^ 1 }],
    ['the lower half of the token', { ...EXAMPLE, tokenLow: EXAMPLE.tokenLow ^ 1 }],
    [
      'the low bits of the time',
      { ...EXAMPLE, version: { ...EXAMPLE.version, wallMs: EXAMPLE.version.wallMs + 1 } },
    ],
    [
      'the high bits of the time',
      { ...EXAMPLE, version: { ...EXAMPLE.version, wallMs: EXAMPLE.version.wallMs + 2 ** 40 } },
    ],
    ['the counter', { ...EXAMPLE, version: { ...EXAMPLE.version, logical: 4 } }],
    ['the low bits of the writer', { ...EXAMPLE, version: { ...EXAMPLE.version, writer: 0xabcdef012344 } }],
    ['the high bits of the writer', { ...EXAMPLE, version: { ...EXAMPLE.version, writer: 0xabceef012345 } }],
  ];
  for (const [what, other] of OTHERS) {
    it(`changes both words of the sum with ${what}`, () => {
      const [one, two] = [treeOf([EXAMPLE]), treeOf([other])];
      const leaf = [one.leafOf(EXAMPLE.tokenHigh)];
      const [a, b] = [one.sums(one.depth, leaf), two.sums(two.depth, leaf)];
      expect(a[0]).not.to.equal(b[0]);
      expect(a[1]).not.to.equal(b[1]);
    });
  }

  it('leads from the partition down to the leaf that differs', () => {
    fc.assert(
      fc.property(fc.array(hashed, { maxLength: 50 }), hashed, (records, extra) => {
        const [one, two] = [treeOf(records), treeOf([...records, extra])];
        let nodes = Array.from({ length: 2 ** PARTITION_BITS }, (_, partition) => partition);
        for (let depth = 0; ; depth++) {
          nodes = differing(nodes, one.sums(depth, nodes), two.sums(depth, nodes));
          expect(nodes).to.have.length(1);
          if (depth === one.depth) break;
          nodes = childrenOf(nodes);
        }
        expect(nodes).to.deep.equal([one.leafOf(extra.tokenHigh)]);
        expect(one.partitionOfLeaf(nodes[0]!)).to.equal(extra.tokenHigh >>> (32 - PARTITION_BITS));
      }),
      { numRuns: 30 },
    );
  });

  it('has two million bytes of leaves at most, and a level below the partitions at least', () => {
    for (let bits = 0; bits <= 16; bits++) {
      const tree = new HashTree(bits);
      expect(tree.depth).to.equal(depthOf(bits)).and.at.least(1);
      expect(tree.leaves).to.be.at.most(Math.max(2 ** 18, 2 ** (bits + 4)));
    }
  });

  it('gives its leaves away and takes them back', () => {
    const tree = treeOf([EXAMPLE]);
    const leaf = tree.leafOf(EXAMPLE.tokenHigh);
    const sums = tree.leafSums(leaf, 2);
    tree.clearLeaves(leaf, 2);
    expect(allSums(tree)).to.equal(allSums(treeOf([])));
    tree.setLeafSums(leaf, sums);
    expect(allSums(tree)).to.equal(allSums(treeOf([EXAMPLE])));
  });
});
