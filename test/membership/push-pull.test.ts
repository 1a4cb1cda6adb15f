import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import type { LivenessUpdate } from '../../src/membership/member.ts';
import { pushPullPages } from '../../src/membership/push-pull.ts';
import { membershipMessageType } from '../../src/wire/membership-codec.ts';
import { encodeMessage } from '../wire/encode-message.ts';
import { intentOf } from './intent-of.ts';

function manyMembers(count: number) {
  const members = Array.from({ length: count }, (_, i): LivenessUpdate => ({
    peer: `${i}`.padStart(52, '0'),
    liveness: 'alive',
    incarnation: i,
    from: 'x',
  }));
  const intents = members.map(({ peer }) =>
    intentOf(peer, { complete: new Uint8Array(128), addresses: [`/ip4/10.0.0.1/tcp/7000/p2p/${peer}`] }),
  );
  return { members, intents };
}

describe('an exchange of everything', () => {
  it('is one message where it fits', () => {
    const { members, intents } = manyMembers(20);
    const pages = pushPullPages(members, intents, 7, true);
    expect(pages).to.deep.equal([{ kind: 'pushPull', replyWanted: true, wallMs: 7, members, intents }]);
  });

  it('is split so that no message exceeds its limit, even with as many members as there may be', () => {
    const { members, intents } = manyMembers(LIMITS.members);
    const pages = pushPullPages(members, intents, 7, true);
    for (const body of pages) {
      const bytes = encodeMessage({ body, updates: [], intents: [] });
      expect(bytes.length).to.be.at.most(LIMITS.membershipMessageBytes);
      expect(() => membershipMessageType.decode(bytes)).not.to.throw();
    }
    const told = pages.flatMap((page) => [...page.members, ...page.intents].map(({ peer }) => peer));
    expect(told.sort()).to.deep.equal([...members, ...intents].map(({ peer }) => peer).sort());
  });

  it('asks for one reply only, with the last message', () => {
    const { members, intents } = manyMembers(3000);
    const wanted = pushPullPages(members, intents, 7, true).map(({ replyWanted }) => replyWanted);
    expect(wanted.length).to.be.greaterThan(1);
    expect(wanted.indexOf(true)).to.equal(wanted.length - 1);
    expect(pushPullPages(members, intents, 7, false).some(({ replyWanted }) => replyWanted)).to.equal(false);
  });
});
