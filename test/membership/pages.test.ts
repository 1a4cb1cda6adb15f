import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { type Entry, partOf } from '../../src/membership/digest.ts';
import { pagesOf } from '../../src/membership/pages.ts';
import { membershipMessageType } from '../../src/wire/membership-codec.ts';
import { encodeMessage } from '../wire/encode-message.ts';
import { intentOf } from './intent-of.ts';

const PARTS = 1024;
const ALL = Array.from({ length: PARTS }, (_, part) => part);

function manyMembers(count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => {
    const peer = `${i}`.padStart(52, '0');
    const addresses = [`/ip4/10.0.0.1/tcp/7000/p2p/${peer}`];
    const intent = intentOf(peer, { complete: new Uint8Array(128), addresses });
    return { intent, liveness: { peer, liveness: 'alive', incarnation: i, from: 'x' } };
  });
}

describe('the pages of an exchange', () => {
  it('are one where everything fits', () => {
    const entries = manyMembers(20);
    const pages = pagesOf(entries, ALL, PARTS);
    expect(pages.length).to.equal(1);
    expect(pages[0]!.intents).to.have.deep.members(entries.map(({ intent }) => intent));
    expect(pages[0]!.members).to.have.deep.members(entries.map(({ liveness }) => liveness));
  });

  it('hold the wanted parts and nothing else', () => {
    const entries = manyMembers(50);
    const part = partOf(entries[7]!.intent.peer, 16);
    const [page] = pagesOf(entries, [part], 16);
    const wanted = entries.map(({ intent }) => intent.peer).filter((peer) => partOf(peer, 16) === part);
    expect(page!.parts).to.deep.equal([part]);
    expect(page!.intents.map(({ peer }) => peer)).to.deep.equal(wanted);
  });

  it('are one empty one where nothing differs', () => {
    expect(pagesOf(manyMembers(3), [], 16)).to.deep.equal([{ parts: [], members: [], intents: [] }]);
  });

  it('exceed no limit, even with as many members as there may be, and lose nobody', () => {
    const entries = manyMembers(LIMITS.members);
    const pages = pagesOf(entries, ALL, PARTS);
    for (const page of pages) {
      const body = { kind: 'entries' as const, partCount: PARTS, replyWanted: true, wallMs: 7, ...page };
      const bytes = encodeMessage({ body, updates: [], intents: [] });
      expect(bytes.length).to.be.at.most(LIMITS.membershipMessageBytes);
      expect(() => membershipMessageType.decode(bytes)).not.to.throw();
    }
    const told = pages.flatMap(({ intents }) => intents.map(({ peer }) => peer));
    expect(told.sort()).to.deep.equal(entries.map(({ intent }) => intent.peer).sort());
    expect(pages.flatMap(({ parts }) => parts)).to.deep.equal(ALL);
  });
});
