import { expect } from 'chai';
import { type MemberFacts, membersReport } from '../../src/admin/members-report.ts';
import { intentOf } from '../membership/intent-of.ts';

const NOON_MS = Date.UTC(2026, 10, 26, 12);

const FACTS = {
  peer: 'a',
  cluster: 'flock',
  clusterId: '0123456789abcdef',
  ringId: 'fedcba9876543210',
  localHealthMultiplier: 2,
  gossipQueueLength: 5,
};

function member(facts: Partial<MemberFacts>): MemberFacts {
  return {
    peer: 'b',
    liveness: 'alive',
    incarnation: 1,
    sinceMs: 0,
    accusers: [],
    roundTripMs: undefined,
    storageReplacedMs: undefined,
    intent: undefined,
    ...facts,
  };
}

describe('the report of the members', () => {
  it('says who answers, how it is itself, and when', () => {
    expect(membersReport({ ...FACTS, members: [] }, NOON_MS)).to.deep.equal({
      ...FACTS,
      time: '2026-11-26T12:00:00.000Z',
      members: [],
    });
  });

  it('says of each member all that is known', () => {
    const intent = intentOf('b', {
      status: 'leaving',
      zone: 'rack-1',
      weight: 200,
      addresses: ['/ip4/10.0.0.8/tcp/7500'],
      clientAddress: '10.0.0.8:7400',
    });
    const facts = member({
      liveness: 'suspect',
      incarnation: 7,
      sinceMs: 1500.4,
      accusers: ['a', 'c'],
      roundTripMs: 0.61249,
      storageReplacedMs: 60_000,
      intent,
    });
    expect(membersReport({ ...FACTS, members: [facts] }, NOON_MS).members).to.deep.equal([
      {
        peer: 'b',
        liveness: 'suspect',
        livenessSinceMs: 1500,
        livenessSince: '2026-11-26T11:59:58.499Z',
        incarnation: 7,
        accusers: ['a', 'c'],
        roundTripMs: 0.612,
        intent: 'leaving',
        zone: 'rack-1',
        weight: 200,
        addresses: ['/ip4/10.0.0.8/tcp/7500'],
        clientAddress: '10.0.0.8:7400',
        storageReplacedAt: '2026-11-26T11:59:00.000Z',
      },
    ]);
  });

  it('has every field where little is known, as null, so that programs need not look twice', () => {
    const [known] = membersReport(
      { ...FACTS, members: [member({ intent: intentOf('b') })] },
      NOON_MS,
    ).members;
    const [unknown] = membersReport({ ...FACTS, members: [member({})] }, NOON_MS).members;
    expect(Object.keys(unknown!)).to.deep.equal(Object.keys(known!));
    expect(JSON.parse(JSON.stringify(unknown))).to.deep.equal(unknown);
    expect(unknown).to.include({ intent: null, zone: null, weight: null, clientAddress: null });
    expect(unknown).to.include({ roundTripMs: null, storageReplacedAt: null });
  });
});
