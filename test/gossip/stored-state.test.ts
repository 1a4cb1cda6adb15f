import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { type GossipState, decodeState, encodeState } from '../../src/gossip/stored-state.ts';
import { intentOf } from '../membership/intent-of.ts';

const STATE: GossipState = {
  incarnation: 7,
  isMember: true,
  ownIntent: intentOf('self', { complete: Uint8Array.of(255, 1), zone: 'é' }),
  intents: [intentOf('a'), intentOf('b', { status: 'removed', counter: 9 })],
};

describe('the saved membership', () => {
  it('comes back from JSON as it was', () => {
    expect(decodeState(JSON.parse(JSON.stringify(encodeState(STATE))))).to.deep.equal(STATE);
  });

  it('is nothing where nothing was saved', () => {
    expect(decodeState(undefined)).to.equal(undefined);
  });

  const good = encodeState(STATE);
  for (const [what, stored] of [
    ['null', null],
    ['a text', 'state'],
    ['a list', []],
    ['a newer format', { ...good, format: 3 }],
    ['a negative incarnation', { ...good, incarnation: -1 }],
    ['a fractional incarnation', { ...good, incarnation: 1.5 }],
    ['an incarnation that nothing can be above', { ...good, incarnation: 2 ** 31 - 1 }],
    ['no own intent', { ...good, ownIntent: undefined }],
    ['an own intent that is none', { ...good, ownIntent: 'AAAA' }],
    ['a list of anything', { ...good, intents: [1, 2] }],
    ['an intent that is none', { ...good, intents: ['////'] }],
  ] as const) {
    it(`is refused where it is ${what}`, () => {
      expect(() => decodeState(stored))
        .to.throw(StarlingError)
        .with.property('code', 'CONFIGURATION');
    });
  }
});
