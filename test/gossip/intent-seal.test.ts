import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { IntentSeal } from '../../src/gossip/intent-seal.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { intentOf } from '../membership/intent-of.ts';

const INTENTS = [
  intentOf('a', { complete: Uint8Array.of(1, 2), zone: 'z' }),
  intentOf('b', { status: 'left' }),
];

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StarlingError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('the seal on intents', () => {
  const seal = new IntentSeal('cluster', ['secret'], () => 'id');

  it('opens what another member of the cluster sealed', () => {
    expect(new IntentSeal('cluster', ['secret'], () => 'id').open(seal.seal(INTENTS))).to.deep.equal(INTENTS);
  });

  it('works without a secret as well', () => {
    expect(
      new IntentSeal('cluster', [''], () => 'id').open(
        new IntentSeal('cluster', [''], () => 'id').seal(INTENTS),
      ),
    ).to.deep.equal(INTENTS);
  });

  it('does not open what was sealed with another secret or for another cluster', () => {
    expect(codeOf(() => seal.open(new IntentSeal('cluster', ['other'], () => 'id').seal(INTENTS)))).to.equal(
      'FORBIDDEN',
    );
    expect(codeOf(() => seal.open(new IntentSeal('other', ['secret'], () => 'id').seal(INTENTS)))).to.equal(
      'FORBIDDEN',
    );
  });

  it('does not open what was sealed before the cluster was founded anew', () => {
    const before = new IntentSeal('cluster', ['secret'], () => 'former id').seal(INTENTS);
    expect(codeOf(() => seal.open(before))).to.equal('FORBIDDEN');
  });

  it('opens between any two that have a secret in common, and no others', () => {
    const sealOf = (...secrets: string[]) => new IntentSeal('cluster', secrets, () => 'id');
    const [old, both, renewed] = [sealOf('old'), sealOf('new', 'old'), sealOf('new')];
    for (const [sender, receiver] of [
      [old, both],
      [both, old],
      [both, both],
      [both, renewed],
      [renewed, both],
    ] as const) {
      expect(receiver.open(sender.seal(INTENTS))).to.deep.equal(INTENTS);
    }
    expect(codeOf(() => renewed.open(old.seal(INTENTS)))).to.equal('FORBIDDEN');
    expect(codeOf(() => old.open(renewed.seal(INTENTS)))).to.equal('FORBIDDEN');
    expect(codeOf(() => both.open(sealOf('a', 'b').seal(INTENTS)))).to.equal('FORBIDDEN');
  });

  it('is one of two at most, and none is no seal', () => {
    const { SealedIntents } = starling.v1;
    const { seals, content } = SealedIntents.decode(seal.seal(INTENTS));
    const withSeals = (...given: Uint8Array[]) => SealedIntents.encode({ seals: given, content }).finish();
    const wrong = new Uint8Array(32);
    expect(seal.open(withSeals(wrong, seals[0]!))).to.deep.equal(INTENTS);
    expect(codeOf(() => seal.open(withSeals(wrong, wrong, seals[0]!)))).to.equal('PROTOCOL');
    expect(codeOf(() => seal.open(withSeals()))).to.equal('FORBIDDEN');
    expect(codeOf(() => seal.open(withSeals(new Uint8Array())))).to.equal('FORBIDDEN');
  });

  it('does not open a message of which any bit was changed', () => {
    const message = seal.seal(INTENTS);
    for (let bit = 0; bit < message.length * 8; bit++) {
      const changed = message.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(
        codeOf(() => seal.open(changed)),
        `bit ${bit}`,
      ).to.be.oneOf(['FORBIDDEN', 'PROTOCOL']);
    }
  });

  it('refuses garbage with an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(codeOf(() => seal.open(bytes))).to.be.oneOf(['FORBIDDEN', 'PROTOCOL']);
      }),
    );
  });

  it('refuses more intents than one message may carry, though they are sealed', () => {
    const many = Array.from({ length: LIMITS.updatesPerMessage + 1 }, (_, i) => intentOf(`p${i}`));
    expect(codeOf(() => seal.open(seal.seal(many)))).to.equal('PROTOCOL');
  });
});
