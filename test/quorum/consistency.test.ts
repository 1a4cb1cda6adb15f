import { expect } from 'chai';
import fc from 'fast-check';
import { majority, readsNeeded, writesNeeded } from '../../src/quorum/consistency.ts';

const options = fc.integer({ min: 1, max: 9 }).chain((replicas) =>
  fc.record({
    replicas: fc.constant(replicas),
    writeQuorum: fc.integer({ min: 1, max: replicas }),
    readQuorum: fc.integer({ min: 1, max: replicas }),
    owners: fc.integer({ min: 1, max: replicas }),
  }),
);

describe('consistency', () => {
  it('needs what was configured where there are N owners', () => {
    fc.assert(
      fc.property(options, (o) => {
        expect(writesNeeded(o, o.replicas, undefined)).to.equal(o.writeQuorum);
        expect(readsNeeded(o, o.replicas, undefined)).to.equal(o.readQuorum);
      }),
    );
  });

  it('keeps write quorums a majority, and read and write quorums meeting, with fewer owners', () => {
    fc.assert(
      fc.property(options, (o) => {
        const writes = writesNeeded(o, o.owners, undefined);
        const reads = readsNeeded(o, o.owners, undefined);
        expect(writes).to.be.within(1, o.owners);
        expect(reads).to.be.within(1, o.owners);
        if (o.writeQuorum >= majority(o.replicas)) expect(writes).to.be.at.least(majority(o.owners));
        if (o.readQuorum >= majority(o.replicas)) expect(reads).to.be.at.least(majority(o.owners));
        if (o.writeQuorum + o.readQuorum > o.replicas) expect(writes + reads).to.be.greaterThan(o.owners);
      }),
    );
  });

  it('needs a majority of the owners that exist while a cluster of N = 3 grows', () => {
    const three = { replicas: 3, writeQuorum: 2, readQuorum: 2 };
    expect([1, 2, 3].map((owners) => writesNeeded(three, owners, undefined))).to.deep.equal([1, 2, 2]);
    expect([1, 2, 3].map((owners) => readsNeeded(three, owners, undefined))).to.deep.equal([1, 2, 2]);
  });

  it('does as the request says', () => {
    const three = { replicas: 3, writeQuorum: 2, readQuorum: 2 };
    expect(writesNeeded(three, 3, 'one')).to.equal(1);
    expect(writesNeeded(three, 3, 'quorum')).to.equal(2);
    expect(readsNeeded(three, 3, 'all')).to.equal(3);
  });
});
