import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { type PlannedChanges, planMembers } from '../../../src/cli/plan/planned-members.ts';
import { change, topologyMember } from './cluster.ts';

describe('the members that a plan leads to', () => {
  const known = ['peer-a', 'peer-b', 'peer-c'].map((peer) => topologyMember(peer));

  it('are those that stay, with what they are given, and the new ones', () => {
    const { before, after } = planMembers(
      known,
      change({
        join: 1,
        leave: ['a'],
        zones: [{ peer: 'b', value: 'rack2' }],
        weights: [{ peer: 'peer-b', value: 200 }],
      }),
    );
    expect(before).to.deep.equal(known.map(({ peer }) => ({ peer, zone: '', weight: 100 })));
    expect(after).to.deep.equal([
      { peer: 'peer-b', zone: 'rack2', weight: 200 },
      { peer: 'peer-c', zone: '', weight: 100 },
      { peer: 'new-1', zone: '', weight: 100 },
    ]);
  });

  it('get zones and weights in turn where they are new', () => {
    const { after } = planMembers(known, change({ join: 3, joinZones: ['x', 'y'], joinWeights: [50] }));
    expect(after.slice(3)).to.deep.equal([
      { peer: 'new-1', zone: 'x', weight: 50 },
      { peer: 'new-2', zone: 'y', weight: 50 },
      { peer: 'new-3', zone: 'x', weight: 50 },
    ]);
  });

  it('include what is under way: who joins comes, who leaves or is removed goes but holds data still', () => {
    const intents = ['joining', 'leaving', 'removing', 'left', 'removed'];
    const others = intents.map((intent) => topologyMember(`peer-${intent}`, { intent }));
    const { before, after, underWay } = planMembers([...known, ...others], change({ join: 1 }));
    const ids = (members: readonly { readonly peer: string }[]): string[] => members.map(({ peer }) => peer);
    expect(ids(before)).to.deep.equal(['peer-a', 'peer-b', 'peer-c', 'peer-leaving', 'peer-removing']);
    expect(ids(after)).to.deep.equal(['peer-a', 'peer-b', 'peer-c', 'peer-joining', 'new-1']);
    expect(underWay).to.deep.equal(['peer-joining', 'peer-leaving', 'peer-removing']);
  });

  it('may lose their zone', () => {
    const inZone = known.map((member) => ({ ...member, zone: 'x' }));
    const { after, changes } = planMembers(inZone, change({ zones: [{ peer: 'a', value: '' }] }));
    expect(after.map(({ zone }) => zone)).to.deep.equal(['', 'x', 'x']);
    expect(changes.get('peer-a')).to.deep.equal(['no zone']);
  });

  const contradictions: readonly (readonly [string, Partial<PlannedChanges>, RegExp])[] = [
    ['nothing changes', {}, /nothing is to change/],
    ['a name fits several', { leave: ['peer-a', ''] }, /3 members' ids end in/],
    ['one leaves and is removed', { leave: ['a'], remove: ['peer-a'] }, /both leave and be removed/],
    ['one goes and changes', { remove: ['a'], weights: [{ peer: 'a', value: 2 }] }, /both go and change/],
    [
      'one is given two weights',
      {
        weights: [
          { peer: 'a', value: 2 },
          { peer: 'peer-a', value: 3 },
        ],
      },
      /two weights/,
    ],
    ['nobody is left', { leave: ['a', 'b'], remove: ['c'] }, /nobody would be left/],
    ['new members that are none get a weight', { leave: ['a'], joinWeights: [3] }, /--join/],
  ];
  for (const [what, planned, words] of contradictions) {
    it(`are refused where ${what}`, () => {
      expect(() => planMembers(known, change(planned)))
        .to.throw(StarlingError, words)
        .with.property('code', 'INVALID_ARGUMENT');
    });
  }

  it('are refused where one that goes already is to change', () => {
    const leaving = topologyMember('peer-d', { intent: 'leaving' });
    expect(() => planMembers([...known, leaving], change({ zones: [{ peer: 'd', value: 'x' }] }))).to.throw(
      StarlingError,
      'peer-d is leaving already',
    );
  });
});
