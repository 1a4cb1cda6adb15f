import { expect } from 'chai';
import { allowList } from '../../src/node/allow-list.ts';

describe('an allow-list', () => {
  it('lets everybody be of the cluster where it is empty', () => {
    expect(allowList([], 'self')('anybody')).to.equal(true);
  });

  it('lets those be that it names, and this peer itself', () => {
    const isAllowed = allowList(['a', 'b'], 'self');
    expect(['a', 'b', 'self', 'c', ''].map(isAllowed)).to.deep.equal([true, true, true, false, false]);
  });
});
