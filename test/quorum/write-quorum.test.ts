import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import {
  ACKNOWLEDGED,
  type WriteAnswer,
  type WriteOutcome,
  WriteQuorum,
} from '../../src/quorum/write-quorum.ts';

const failed: WriteAnswer = { kind: 'failed', error: new StarlingError('TIMEOUT', 'slow') };
const stale: WriteAnswer = { kind: 'stale', version: { wallMs: 9, logical: 0, writer: 1 } };

describe('write quorum', () => {
  it('acknowledges at W, once', () => {
    const quorum = new WriteQuorum({ custodians: 3, pending: 0, needed: 2 });
    expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(2, ACKNOWLEDGED)).to.deep.equal({ kind: 'acknowledged' });
    expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
  });

  it('fails as soon as W is out of reach', () => {
    const quorum = new WriteQuorum({ custodians: 3, pending: 0, needed: 2 });
    expect(quorum.answer(0, failed)).to.equal(undefined);
    expect(quorum.answer(1, failed)).to.include({ kind: 'failed', acknowledged: 0 });
  });

  it('is stale at the first replica that holds something newer', () => {
    const quorum = new WriteQuorum({ custodians: 3, pending: 0, needed: 2 });
    expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(1, stale)).to.deep.include({ kind: 'stale' });
  });

  it('waits for every peer that is copying the partition, and does not count it for W', () => {
    const quorum = new WriteQuorum({ custodians: 3, pending: 1, needed: 2 });
    expect(quorum.answer(3, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(1, ACKNOWLEDGED)).to.deep.equal({ kind: 'acknowledged' });
  });

  it('refuses a second answer of the same replica', () => {
    const quorum = new WriteQuorum({ custodians: 3, pending: 0, needed: 2 });
    quorum.answer(0, ACKNOWLEDGED);
    expect(() => quorum.answer(0, ACKNOWLEDGED)).to.throw('once');
  });

  it('decides exactly once, and never acknowledges with fewer than W custodians, in any order of answers', () => {
    const answers = fc.array(fc.constantFrom(ACKNOWLEDGED, failed, stale), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(answers, fc.nat(), fc.nat(), (list, pendingSeed, neededSeed) => {
        const pending = pendingSeed % list.length;
        const custodians = list.length - pending;
        const needed = 1 + (neededSeed % custodians);
        const quorum = new WriteQuorum({ custodians, pending, needed });
        const outcomes: WriteOutcome[] = [];
        list.forEach((answer, slot) => {
          const outcome = quorum.answer(slot, answer);
          if (outcome) outcomes.push(outcome);
        });
        expect(outcomes).to.have.length(1);
        if (outcomes[0]?.kind === 'acknowledged') {
          const acknowledged = list.slice(0, custodians).filter((answer) => answer === ACKNOWLEDGED).length;
          expect(acknowledged).to.be.at.least(needed);
          expect(list.slice(custodians)).to.not.include(failed);
        }
      }),
    );
  });
});
