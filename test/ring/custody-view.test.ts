import { expect } from 'chai';
import fc from 'fast-check';
import { type CustodyMember, CustodyView } from '../../src/ring/custody-view.ts';
import { computePlacement } from '../../src/ring/placement.ts';
import type { RingStatus } from '../../src/ring/ring-member.ts';
import { anyMembers, ordinaryMembers } from './ring-members.ts';

const RING = { partitions: 64, replicas: 3 };
const PARTITIONS = Array.from({ length: RING.partitions }, (_, partition) => partition);

/** Ordinary members with these statuses. */
function flock(...statuses: RingStatus[]): CustodyMember[] {
  return ordinaryMembers(statuses.length).map((m, i) => ({ ...m, status: statuses[i]! }));
}

const anyFlock: fc.Arbitrary<CustodyMember[]> = anyMembers.chain((members) =>
  fc
    .array(
      fc.constantFrom<RingStatus>('joining', 'active', 'active', 'leaving', 'left', 'removing', 'removed'),
      {
        minLength: members.length,
        maxLength: members.length,
      },
    )
    .map((statuses) => members.map((m, i) => ({ ...m, status: statuses[i]! }))),
);

describe('custody view', () => {
  it('has the active and leaving members as custodians', () => {
    fc.assert(
      fc.property(anyFlock, (members) => {
        const view = new CustodyView(members, RING);
        const placement = computePlacement(
          members.filter(({ status }) => ['active', 'leaving', 'removing'].includes(status)),
          RING,
        );
        expect(view.width).to.equal(placement.width);
        for (const p of PARTITIONS) expect(view.custodians(p)).to.deep.equal(placement.ownersOf(p));
      }),
    );
  });

  it('has as pending who will own the partition once the first member has come or gone, or all that are removed', () => {
    fc.assert(
      fc.property(anyFlock, (members) => {
        const view = new CustodyView(members, RING);
        const removing = members.filter(({ status }) => status === 'removing');
        const first = members
          .filter(({ status }) => status === 'joining' || status === 'leaving')
          .sort((a, b) => (a.peer < b.peer ? -1 : 1))
          .slice(0, 1);
        const changing = removing.length > 0 ? removing : first;
        expect(view.changing).to.have.members(changing.map(({ peer }) => peer));
        const wanted = computePlacement(
          members.filter((m) =>
            changing.includes(m) ? m.status === 'joining' : m.status === 'active' || m.status === 'leaving',
          ),
          RING,
        );
        for (const p of PARTITIONS) {
          const expected = wanted.ownersOf(p).filter((peer) => !view.custodians(p).includes(peer));
          expect(view.pending(p)).to.deep.equal(expected);
        }
      }),
    );
  });

  it('has nothing pending while nobody comes or goes', () => {
    const view = new CustodyView(flock('active', 'active', 'active', 'active', 'left', 'removed'), RING);
    for (const p of PARTITIONS) expect(view.pending(p)).to.deep.equal([]);
  });

  it('lets the first of two leave to the other, and the first newcomer in where nobody is active', () => {
    const leaving = new CustodyView(flock('leaving', 'leaving'), RING);
    expect(leaving.custodians(0)).to.have.length(2);
    expect(leaving.pending(0)).to.deep.equal([]);
    expect(leaving.changing).to.deep.equal(['peer-0']);
    const joining = new CustodyView(flock('joining'), RING);
    expect(joining.custodians(0)).to.deep.equal([]);
    expect(joining.pending(0)).to.deep.equal(['peer-0']);
    expect(joining.width).to.equal(0);
  });

  it('names for each peer the partitions that name the peer', () => {
    fc.assert(
      fc.property(anyFlock, (members) => {
        const view = new CustodyView(members, RING);
        for (const { peer } of members) {
          expect(view.partitionsOf(peer)).to.deep.equal(
            PARTITIONS.filter((p) => view.custodians(p).includes(peer)),
          );
          expect(view.pendingPartitionsOf(peer)).to.deep.equal(
            PARTITIONS.filter((p) => view.pending(p).includes(peer)),
          );
        }
        expect(view.partitionsOf('a stranger')).to.deep.equal([]);
      }),
    );
  });

  it('answers without allocating: with the same array every time', () => {
    const view = new CustodyView(flock('active', 'active', 'active', 'active', 'joining'), RING);
    for (const p of PARTITIONS) {
      expect(view.custodians(p)).to.equal(view.custodians(p));
      expect(view.pending(p)).to.equal(view.pending(p));
      expect(view.successors(p)).to.equal(view.successors(p));
    }
  });

  it('has the custodians that stay and the pending owners for successors', () => {
    fc.assert(
      fc.property(anyFlock, (members) => {
        const view = new CustodyView(members, RING);
        for (const p of PARTITIONS) {
          const staying = view.custodians(p).filter((peer) => !view.loses(peer, p));
          expect(sorted(view.successors(p))).to.equal(sorted([...staying, ...view.pending(p)]));
          if (sorted(staying) === sorted(view.custodians(p)) && view.pending(p).length === 0)
            expect(view.successors(p)).to.equal(view.custodians(p));
        }
      }),
    );
  });

  it('has equal hashes for a partition exactly where custodians and their successors are the same peers', () => {
    fc.assert(
      fc.property(anyFlock, fc.nat(), (members, at) => {
        const changed = members.map((m, i) =>
          i === at % members.length ? { ...m, status: 'leaving' as const } : m,
        );
        const view = new CustodyView(members, RING);
        const other = new CustodyView(changed, RING);
        for (const p of PARTITIONS) {
          const same =
            sorted(view.custodians(p)) === sorted(other.custodians(p)) &&
            sorted(view.successors(p)) === sorted(other.successors(p));
          expect(view.ownersHash(p) === other.ownersHash(p)).to.equal(same);
        }
      }),
    );
  });

  it('has hashes of 32 bits that tell custodians from pending owners', () => {
    const joining = new CustodyView(flock('joining'), RING);
    const active = new CustodyView(flock('active'), RING);
    expect(joining.ownersHash(0)).not.to.equal(active.ownersHash(0));
    for (const p of PARTITIONS) expect(active.ownersHash(p)).to.be.within(0, 2 ** 32 - 1);
  });

  it('has another ring id after every change of intent but those of members that are gone', () => {
    const id = (...statuses: RingStatus[]) => new CustodyView(flock(...statuses), RING).ringId;
    expect(
      new Set([
        id('active', 'active'),
        id('active', 'joining'),
        id('active', 'leaving'),
        id('active', 'left'),
      ]).size,
    ).to.equal(4);
    expect(id('active', 'left')).to.equal(id('active', 'removed'));
  });

  it('has another id of the change after every other change that may have been prepared, also one that was given up', () => {
    const id = (members: readonly CustodyMember[]) => new CustodyView(members, RING).changeId;
    const [a, b, c, d] = ordinaryMembers(4).toSorted((x, y) => (x.peer < y.peer ? -1 : 1));
    const active = { status: 'active' as const, sinceCounter: 1 };
    const joining = { status: 'joining' as const, sinceCounter: 1 };
    const others = [a!, b!].map((member) => ({ ...member, ...active }));
    const prepared = [...others, { ...c!, ...joining }];
    const other = (member: CustodyMember) => id([...prepared, member]);
    expect(id(prepared)).to.equal(id([...prepared].reverse()));
    expect(id(prepared)).not.to.equal(id(others));
    // Who comes later in the order has not been before it.
    expect(other({ ...d!, ...joining })).to.equal(id(prepared));
    expect(other({ ...d!, status: 'removed', sinceCounter: 2 })).not.to.equal(id(prepared));
    const wasSomethingElse = { ...a!, ...active, sinceCounter: 3 };
    expect(id([wasSomethingElse, ...prepared.slice(1)])).not.to.equal(id(prepared));
  });

  describe('where a member is replaced', () => {
    const members = (newcomer: Partial<CustodyMember>, old: Partial<CustodyMember>): CustodyMember[] => [
      ...flock('active', 'active', 'active', 'active'),
      { peer: 'old', status: 'active', zone: '', weight: 100, ...old },
      { peer: 'new', status: 'joining', zone: '', weight: 100, seat: 'old', ...newcomer },
    ];
    const before = new CustodyView(members({ status: 'left' }, {}), RING);

    it('gives the newcomer just what that one has, and moves nothing else', () => {
      const view = new CustodyView(members({}, { status: 'removing' }), RING);
      expect(view.changing).to.deep.equal(['new', 'old']);
      expect(view.losers).to.deep.equal([]);
      expect(view.pendingPartitionsOf('new')).to.deep.equal(before.partitionsOf('old'));
      for (const p of PARTITIONS)
        expect(view.pending(p)).to.deep.equal(before.custodians(p).includes('old') ? ['new'] : []);
    });

    it('has the newcomer in its place, whether the other is known to be removed or not', () => {
      for (const status of ['active', 'removing', 'removed'] as const) {
        const view = new CustodyView(members({ status: 'active' }, { status }), RING);
        for (const p of PARTITIONS) {
          const expected = before.custodians(p).map((peer) => (peer === 'old' ? 'new' : peer));
          expect(view.custodians(p)).to.deep.equal(expected);
          expect(view.pending(p)).to.deep.equal([]);
        }
      }
    });

    it('gives it the place that the other had taken from another', () => {
      const first = { peer: 'first', status: 'removed', zone: '', weight: 100 } as const;
      const own = members({}, { status: 'removing', seat: 'first' });
      const view = new CustodyView([...own, first], RING);
      expect(view.changing).to.deep.equal(['new', 'old']);
      expect(view.pendingPartitionsOf('new')).to.deep.equal(view.partitionsOf('old'));
      const after = members({ status: 'active', seat: 'first' }, { status: 'removed', seat: 'first' });
      expect(new CustodyView(after, RING).partitionsOf('new')).to.deep.equal(view.partitionsOf('old'));
    });

    it('lets the newcomer wait until the other is being removed', () => {
      const view = new CustodyView(members({}, {}), RING);
      expect(view.changing).to.deep.equal([]);
      expect(view.pendingPartitionsOf('new')).to.deep.equal([]);
    });

    it('replaces those first for whom somebody is there, each for itself', () => {
      const view = new CustodyView(
        [...members({}, { status: 'removing' }), { peer: 'dead', status: 'removing', zone: '', weight: 100 }],
        RING,
      );
      expect(view.changing).to.deep.equal(['new', 'old']);
      expect(view.pendingPartitionsOf('new')).to.deep.equal(view.partitionsOf('old'));
    });
  });

  it('prepares another weight or zone of a member, and has what it has until then', () => {
    const next = { zone: '', weight: 300 };
    const now = flock('active', 'active', 'active', 'active', 'active');
    const view = new CustodyView(
      now.map((member, i) => (i === 0 ? { ...member, next } : member)),
      RING,
    );
    const after = new CustodyView(
      now.map((member, i) => (i === 0 ? { ...member, ...next } : member)),
      RING,
    );
    const before = new CustodyView(now, RING);
    expect(view.changing).to.deep.equal([now[0]!.peer]);
    expect(view.basis).to.equal(before.basis);
    expect(view.ringId).not.to.equal(before.ringId);
    for (const p of PARTITIONS) {
      expect(view.custodians(p)).to.deep.equal(before.custodians(p));
      expect(sorted(view.successors(p))).to.equal(sorted(after.custodians(p)));
    }
    expect(view.pendingPartitionsOf(now[0]!.peer)).not.to.deep.equal([]);
  });
});

function sorted(peers: readonly string[]): string {
  return peers.toSorted().join();
}
