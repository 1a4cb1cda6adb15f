import { expect } from 'chai';
import type { Intent } from '../../src/membership/intent.ts';
import { ringReportOf, toCopy } from '../../src/node/ring-report.ts';
import { topologyOf } from '../../src/node/cluster-view.ts';
import { Custody } from '../../src/replication/custody.ts';
import { intentOf } from '../membership/intent-of.ts';

const PARTITIONS = 8;
const FULL = Uint8Array.of(0xff);
const FOUNDERS = ['a', 'b', 'self'].map((peer) => intentOf(peer, { complete: FULL }));

/** Who is to own what, as `self` sees it. */
function reportOn(intents: readonly Intent[]) {
  const custody = new Custody({ self: 'self', partitions: PARTITIONS, replicas: 2, complete: FULL });
  custody.update(intents);
  const members = intents.map((intent) => ({
    ...{ peer: intent.peer, liveness: 'alive' as const, incarnation: 1, sinceMs: 0, accusers: [] },
    ...{ intent, roundTripMs: undefined },
  }));
  const gossip = { intents: () => intents, members: () => members };
  const cluster = {
    ...{ name: 'flock', secret: '', previousSecret: '', allowedPeers: [] },
    ...{ partitions: PARTITIONS, replicas: 2, writeQuorum: 2, readQuorum: 1 },
  };
  const topology = topologyOf(cluster, gossip, custody);
  const facts = { self: 'self', custody, gossip };
  return { view: custody.view, report: ringReportOf(topology, facts), toCopy: toCopy(facts) };
}

describe('who is to own what, for the dashboard,', () => {
  it('is nobody while nobody comes or goes', () => {
    const { report, toCopy: left } = reportOn(FOUNDERS);
    expect([report.copying, left]).to.deep.equal([[], 0]);
  });

  it('is a member that joins, with what it has yet to copy for this change', () => {
    const joining = intentOf('d', { status: 'joining' });
    const { view, report, toCopy: left } = reportOn([...FOUNDERS, joining]);
    const wanted = view.pendingPartitionsOf('d');
    expect(wanted).to.have.lengthOf.within(1, PARTITIONS - 1);
    expect(report.copying).to.deep.equal([{ peer: 3, partitions: wanted, missing: wanted }]);
    expect(left).to.equal(wanted.length);

    const complete = Uint8Array.of(1 << wanted[0]!);
    const copied = (completeFor: string) =>
      reportOn([...FOUNDERS, { ...joining, complete, completeFor }]).report.copying[0]!.missing;
    expect(copied(view.changeId)).to.deep.equal(wanted.slice(1));
    expect(copied('another change')).to.deep.equal(wanted);
  });

  it('is whoever takes over from one that leaves; the answering peer knows best what it has itself', () => {
    const [a, b, self] = FOUNDERS;
    const { report, toCopy: left } = reportOn([
      { ...a!, status: 'leaving' },
      b!,
      { ...self!, complete: Uint8Array.of() },
    ]);
    const own = report.copying.find(({ peer }) => peer === 2)!;
    expect(own.partitions).to.not.have.length(0);
    expect(own.missing).to.deep.equal([]);
    expect(left).to.equal(report.copying.find(({ peer }) => peer === 1)?.missing.length ?? 0);
  });
});
