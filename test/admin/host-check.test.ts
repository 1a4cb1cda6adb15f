import { expect } from 'chai';
import { isHostAllowed } from '../../src/admin/host-check.ts';

const LOOPBACK = { host: '127.0.0.1', address: '127.0.0.1' };
const EVERYWHERE = { host: '0.0.0.0', address: '0.0.0.0' };
const NAMED = { host: 'peer-1.internal', address: '10.0.0.7' };

describe('the check of the Host header', () => {
  for (const header of [
    'localhost',
    'localhost:7600',
    'LOCALHOST:7600',
    '127.0.0.1:7600',
    '127.0.0.1:9000',
    '[::1]:7600',
  ]) {
    it(`takes ${header} on loopback`, () => {
      expect(isHostAllowed(header, LOOPBACK)).to.be.true;
      expect(isHostAllowed(header, { host: '::1', address: '::1' })).to.be.true;
    });
  }

  for (const header of [
    'evil.example',
    'evil.example:7600',
    '127.0.0.1.evil.example:7600',
    'localhost.evil.example',
    '10.0.0.7:7600',
    '[2001:db8::1]:7600',
    'localhost:7600, evil.example',
    'localhost@evil.example',
    'evil.example#localhost',
    'evil.example:80:80',
    '[127.0.0.1',
    '0x7f.1',
    '2130706433',
    '',
    ':7600',
  ]) {
    it(`refuses ${JSON.stringify(header)} on loopback`, () => {
      expect(isHostAllowed(header, LOOPBACK)).to.be.false;
    });
  }

  it('takes any address, and still no name, where other machines reach it', () => {
    for (const header of ['10.0.0.7:7600', '192.0.2.1', '[2001:db8::1]:7600', 'localhost:7600']) {
      expect(isHostAllowed(header, EVERYWHERE), header).to.be.true;
      expect(isHostAllowed(header, NAMED), header).to.be.true;
    }
    expect(isHostAllowed('evil.example:7600', EVERYWHERE)).to.be.false;
  });

  it('takes the name that was configured, and no other', () => {
    expect(isHostAllowed('peer-1.internal:7600', NAMED)).to.be.true;
    expect(isHostAllowed('Peer-1.Internal', NAMED)).to.be.true;
    expect(isHostAllowed('peer-2.internal:7600', NAMED)).to.be.false;
    expect(isHostAllowed('peer-1.internal.evil.example', NAMED)).to.be.false;
  });
});
