import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import {
  ACKNOWLEDGED,
  KEPT,
  type WriteAnswer,
  type WriteOutcome,
  WriteQuorum,
} from '../../src/quorum/write-quorum.ts';

const failed: WriteAnswer = { kind: 'failed', error: new StarlingError('TIMEOUT', 'slow') };
const stale: WriteAnswer = { kind: 'stale', version: { wallMs: 9, logical: 0, writer: 1 } };

const NOBODY = { successors: 0, neededOfSuccessors: 0 };

describe('write quorum', () => {
  it('acknowledges at W, once', () => {
    const quorum = new WriteQuorum({ custodians: 3, needed: 2, ...NOBODY });
    expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(2, ACKNOWLEDGED)).to.deep.equal({ kind: 'acknowledged' });
    expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
  });

  it('fails as soon as W is out of reach', () => {
    const quorum = new WriteQuorum({ custodians: 3, needed: 2, ...NOBODY });
    expect(quorum.answer(0, failed)).to.equal(undefined);
    expect(quorum.answer(1, failed)).to.include({ kind: 'failed', acknowledged: 0 });
  });

  it('is stale at the first replica that holds something newer', () => {
    const quorum = new WriteQuorum({ custodians: 3, needed: 2, ...NOBODY });
    expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(1, stale)).to.deep.include({ kind: 'stale' });
  });

  describe('while a change of the owners is prepared', () => {
    // Slots 0, 1 and 2 are custodians; 0 gives its place to 3.
    const change = { custodians: 3, needed: 2, successors: 0b1110, neededOfSuccessors: 2 };

    it('waits until W of the successors have the write, too', () => {
      const quorum = new WriteQuorum(change);
      expect(quorum.answer(0, ACKNOWLEDGED)).to.equal(undefined);
      expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
      expect(quorum.answer(3, KEPT)).to.deep.equal({ kind: 'acknowledged' });
    });

    it('does without the newcomer where enough of those that stay have it', () => {
      const quorum = new WriteQuorum(change);
      expect(quorum.answer(3, failed)).to.equal(undefined);
      expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
      expect(quorum.answer(2, ACKNOWLEDGED)).to.deep.equal({ kind: 'acknowledged' });
    });

    it('does not count the newcomer among the custodians', () => {
      const quorum = new WriteQuorum(change);
      expect(quorum.answer(3, ACKNOWLEDGED)).to.equal(undefined);
      expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
      expect(quorum.answer(2, failed)).to.equal(undefined);
      expect(quorum.answer(0, ACKNOWLEDGED)).to.deep.equal({ kind: 'acknowledged' });
    });

    it('fails where too few successors can have it', () => {
      const quorum = new WriteQuorum(change);
      expect(quorum.answer(3, failed)).to.equal(undefined);
      expect(quorum.answer(2, failed)).to.deep.include({ kind: 'failed' });
    });
  });

  it('does not count a custodian that has yet to copy what was written before', () => {
    const quorum = new WriteQuorum({ custodians: 3, needed: 2, ...NOBODY });
    expect(quorum.answer(0, KEPT)).to.equal(undefined);
    expect(quorum.answer(1, ACKNOWLEDGED)).to.equal(undefined);
    expect(quorum.answer(2, failed)).to.deep.include({ kind: 'failed', acknowledged: 1 });
  });

  it('refuses a second answer of the same replica', () => {
    const quorum = new WriteQuorum({ custodians: 3, needed: 2, ...NOBODY });
    quorum.answer(0, ACKNOWLEDGED);
    expect(() => quorum.answer(0, ACKNOWLEDGED)).to.throw('once');
  });

  it('decides exactly once, and acknowledges only with W custodians and W successors, in any order of answers', () => {
    const answers = fc.array(fc.constantFrom(ACKNOWLEDGED, KEPT, failed, stale), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(answers, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (list, ...seeds) => {
        const custodians = 1 + (seeds[0] % list.length);
        const needed = 1 + (seeds[1] % custodians);
        // Who comes is always a successor; who is there may go.
        const comers = ((1 << list.length) - 1) & ~((1 << custodians) - 1);
        const successors = comers | (seeds[2] & ((1 << custodians) - 1));
        const successorSlots = list.map((_, slot) => slot).filter((slot) => (successors & (1 << slot)) !== 0);
        const neededOfSuccessors = successorSlots.length === 0 ? 0 : 1 + (seeds[3] % successorSlots.length);
        const quorum = new WriteQuorum({ custodians, needed, successors, neededOfSuccessors });
        const outcomes: WriteOutcome[] = [];
        list.forEach((answer, slot) => {
          const outcome = quorum.answer(slot, answer);
          if (outcome) outcomes.push(outcome);
        });
        expect(outcomes).to.have.length(1);
        if (outcomes[0]?.kind === 'acknowledged') {
          const acknowledged = list.slice(0, custodians).filter((answer) => answer === ACKNOWLEDGED).length;
          const held = successorSlots.filter((slot) => list[slot] === ACKNOWLEDGED || list[slot] === KEPT);
          expect(acknowledged).to.be.at.least(needed);
          expect(held.length).to.be.at.least(neededOfSuccessors);
        }
      }),
    );
  });
});
