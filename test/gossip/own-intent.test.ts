import { expect } from 'chai';
import { startingIntent, type MemberProfile } from '../../src/gossip/own-intent.ts';
import type { Intent } from '../../src/membership/intent.ts';
import { intentOf } from '../membership/intent-of.ts';

const PROFILE: MemberProfile = {
  zone: 'rack 2',
  weight: 200,
  replaces: '',
  addresses: ['/ip4/127.0.0.1/tcp/1'],
  clientAddress: '',
  complete: new Uint8Array(),
  storageId: 'disk',
};

function start(before: Intent | undefined, profile: Partial<MemberProfile> = {}) {
  return startingIntent({ peer: 'a', run: 7 }, { ...PROFILE, ...profile }, before);
}

describe('the intent with which a node starts', () => {
  it('is that of a newcomer, with the place that it is to take, where it is new or had left', () => {
    const newcomer = { status: 'joining', zone: 'rack 2', weight: 200, next: undefined, seat: 'b' };
    expect(start(undefined, { replaces: 'b' })).to.include(newcomer);
    expect(start(intentOf('a', { status: 'left', counter: 4 }), { replaces: 'b' })).to.include({
      ...newcomer,
      counter: 5,
    });
  });

  it('keeps the zone and weight of a member until others have copied what new ones give them', () => {
    const before = intentOf('a', { zone: 'rack 1', weight: 100 });
    const next = { zone: 'rack 2', weight: 200 };
    expect(start(before)).to.deep.include({ status: 'active', zone: 'rack 1', weight: 100, next });
    const again = intentOf('a', { zone: 'rack 1', weight: 100, next });
    expect(start(again, { zone: 'rack 1', weight: 100 }).next).to.equal(undefined);
  });

  it('takes them at once where it owns nothing yet', () => {
    const joining = intentOf('a', { status: 'joining' });
    expect(start(joining)).to.include({ status: 'joining', zone: 'rack 2', weight: 200, next: undefined });
  });

  it('changes nothing any more where it is leaving', () => {
    const leaving = intentOf('a', { status: 'leaving' });
    expect(start(leaving)).to.include({ status: 'leaving', zone: '', weight: 100, next: undefined });
  });

  it('keeps the place that it took, whatever it is told to replace now', () => {
    expect(start(intentOf('a', { seat: 'b' }), { replaces: 'c' }).seat).to.equal('b');
  });

  it('says since when its share has followed from the same, restarts included', () => {
    const before = intentOf('a', { counter: 6, sinceCounter: 4 });
    expect(start(before, { zone: '', weight: 100 })).to.include({ counter: 7, sinceCounter: 4 });
    expect(start(before, { zone: '', weight: 101 })).to.include({ counter: 7, sinceCounter: 7 });
    expect(start(undefined).sinceCounter).to.equal(1);
  });

  it('is none where it was removed', () => {
    expect(() => start(intentOf('a', { status: 'removed', author: 'b' }))).to.throw('was removed');
  });
});
