import { expect } from 'chai';
import fc from 'fast-check';
import { isPeerId } from '../../../src/node/configuration/peer-id.ts';
import { createIdentity, peerIdOf } from '../../../src/transport/libp2p/identity.ts';

describe('a peer id', () => {
  it('is what libp2p makes of any Ed25519 identity', () => {
    for (let i = 0; i < 100; i++) expect(isPeerId(peerIdOf(createIdentity()))).to.equal(true);
    expect(isPeerId('12D3KooWDpJ7As7BWAwRMfu1VU2WCqNjvq387JEYKDBj4kx6nXTN')).to.equal(true);
  });

  it('is no other text', () => {
    const id = peerIdOf(createIdentity());
    const others = [
      '',
      'peer-1',
      id.slice(0, -1),
      `${id}1`,
      `1${id}`,
      `1${id.slice(0, -1)}`,
      ` ${id}`,
      id.replace('12D3KooW', '12D3KooV'),
      id.replace('12D3KooW', '12D3KooX'),
      // Of an RSA key, of a CID, and with a letter that base58 doesn't have.
      'QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N',
      'bafzaajaiaejcbnptm43f3ivvhdaxkz2pbhxpcmtu6dwrmrdvqvgfhymxfjjmmrpx',
      `${id.slice(0, -1)}l`,
      `${id.slice(0, -1)}0`,
    ];
    for (const text of others) expect(isPeerId(text), text).to.equal(false);
    fc.assert(fc.property(fc.string({ minLength: 52, maxLength: 52 }), (text) => !isPeerId(text)));
  });
});
