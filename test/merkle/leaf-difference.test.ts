import { expect } from 'chai';
import type { Hashed } from '../../src/merkle/hash-tree.ts';
import { differenceOf } from '../../src/merkle/leaf-difference.ts';

const SETTLED_BEFORE_MS = 1000;

function held(token: number, wallMs: number): Hashed {
  return { tokenHigh: 7, tokenLow: token, version: { wallMs, logical: 0, writer: 1 } };
}

function difference(
  own: readonly Hashed[],
  other: readonly Hashed[],
  floors = { ownFloorMs: 0, otherFloorMs: 0 },
): { give: number[]; want: number[] } {
  const { give, want } = differenceOf(own, other, { settledBeforeMs: SETTLED_BEFORE_MS, ...floors });
  return { give: give.map(({ low }) => low), want: want.map(({ low }) => low) };
}

describe('the difference between two leaves', () => {
  it('is nothing where all versions are the same, in whatever order', () => {
    expect(difference([held(1, 5), held(2, 6)], [held(2, 6), held(1, 5)])).to.deep.equal({
      give: [],
      want: [],
    });
  });

  it('goes from the newer to the older, and to who has none', () => {
    const own = [held(1, 5), held(2, 6), held(3, 9), held(4, 1)];
    const other = [held(1, 5), held(2, 7), held(3, 8), held(5, 1)];
    expect(difference(own, other)).to.deep.equal({ give: [3, 4], want: [2, 5] });
  });

  it('leaves what was written just now to settle, whoever has it', () => {
    expect(difference([held(1, 1000)], [])).to.deep.equal({ give: [], want: [] });
    expect(difference([held(1, 5)], [held(1, 1000)])).to.deep.equal({ give: [], want: [] });
    expect(difference([held(1, 999)], [])).to.deep.equal({ give: [1], want: [] });
  });

  it('takes nothing below a purge floor from who has a lower one, nor lacks anything there itself', () => {
    const [own, other] = [
      [held(1, 5), held(2, 20), held(3, 5)],
      [held(3, 7), held(4, 5), held(5, 20)],
    ];
    const both = { ownFloorMs: 10, otherFloorMs: 10 };
    expect(difference(own, other, both)).to.deep.equal({ give: [1, 2], want: [3, 4, 5] });
    expect(difference(own, other, { ownFloorMs: 10, otherFloorMs: 0 })).to.deep.equal({
      give: [1, 2],
      want: [3, 5],
    });
    expect(difference(own, other, { ownFloorMs: 0, otherFloorMs: 10 })).to.deep.equal({
      give: [2],
      want: [3, 4, 5],
    });
  });

  it('goes both ways where keys share a token, since nobody knows which is which', () => {
    expect(difference([held(1, 5), held(1, 9)], [held(1, 7)])).to.deep.equal({ give: [1], want: [1] });
    expect(difference([held(1, 5), held(1, 9)], [held(1, 9)])).to.deep.equal({ give: [1], want: [] });
    expect(difference([held(1, 5), held(1, 9)], [held(1, 9), held(1, 5)])).to.deep.equal({
      give: [],
      want: [],
    });
  });
});
