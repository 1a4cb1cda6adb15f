import { expect } from 'chai';
import { type Forecast, forecast } from '../../../src/cli/plan/forecast.ts';
import { type PlannedChanges, planMembers } from '../../../src/cli/plan/planned-members.ts';
import type { TopologyMember } from '../../../src/wire/cluster-view.ts';
import { change, reportOf, topologyMember } from './cluster.ts';

describe('the forecast of a change', () => {
  /** With 1000 bytes a partition, and 1000 bytes a second for each member that copies. */
  function expected(members: readonly TopologyMember[], planned: Partial<PlannedChanges>): Forecast {
    return forecast(planMembers(members, change(planned)), reportOf(members, 256_000), 1000);
  }

  function flock(count: number, details: (index: number) => Partial<TopologyMember> = () => ({})) {
    return Array.from({ length: count }, (_, index) => topologyMember(`peer-${index}`, details(index)));
  }

  it('counts the bytes of all that is moved, and the time of the one who copies the most', () => {
    const { movement, members, copyBytes, atLeastMs } = expected(flock(4), { join: 2 });
    expect(copyBytes).to.equal(movement.moved * 1000);
    expect(atLeastMs).to.equal(Math.max(...members.map(({ takes }) => takes)) * 1000);
    expect(members.find(({ peer }) => peer === 'new-1')?.copyBytes).to.be.closeTo(512_000, 30_000);
  });

  it('gives shares of all copies, which are all there is before and after', () => {
    const { members } = expected(flock(2), { join: 2 });
    for (const share of ['shareBefore', 'shareAfter'] as const) {
      expect(members.reduce((sum, member) => sum + member[share], 0)).to.be.closeTo(1, 1e-9);
    }
  });

  it('tells no bytes and no time where nobody told how much it holds', () => {
    const members = flock(3);
    const { copyBytes, atLeastMs, movement } = forecast(
      planMembers(members, change({ join: 1 })),
      reportOf(members, undefined),
      1000,
    );
    expect({ copyBytes, atLeastMs }).to.deep.equal({ copyBytes: undefined, atLeastMs: undefined });
    expect(movement.moved).to.be.above(0);
  });

  it('leaves those out of the mean who own nothing yet', () => {
    const newcomer = topologyMember('peer-new', { intent: 'joining', ownedPartitions: 0 });
    const { copyBytes, movement } = expected([...flock(3), newcomer], { join: 1 });
    expect(copyBytes).to.equal(movement.moved * 1000);
  });

  it('warns of nothing where all is well', () => {
    expect(expected(flock(5), { join: 1 }).warnings).to.deep.equal([]);
    const inZones = flock(6, (index) => ({ zone: `zone-${index % 3}` }));
    expect(expected(inZones, { leave: ['0'] }).warnings).to.deep.equal([]);
  });

  it('warns where fewer members are left than a partition should have owners', () => {
    const { warnings } = expected(flock(3), { leave: ['0'] });
    expect(warnings).to.deep.equal(['2 members are fewer than the 3 owners that a partition should have']);
  });

  it('warns where fewer zones are left, and not where there are none', () => {
    const inZones = flock(6, (index) => ({ zone: `zone-${index % 3}` }));
    const moved = { zones: ['0', '3'].map((peer) => ({ peer, value: 'zone-1' })) };
    expect(expected(inZones, moved).warnings.join()).to.include('2 zones are fewer than the 3 owners');
    expect(expected(flock(6), { leave: ['0'] }).warnings).to.deep.equal([]);
  });

  it('warns of a busiest member beyond its fair share, where shares are small', () => {
    const { warnings, members } = expected(flock(120), { join: 1 });
    const busiest = Math.max(...members.map(({ after, fairAfter }) => after / fairAfter));
    expect(busiest).to.be.above(1.05);
    expect(warnings.join()).to.match(/would own 2\d partitions, .* % more than its fair share of 25\.4/);
  });

  it('warns of what the commands would refuse, and of what is under way', () => {
    const members = [
      ...flock(5),
      topologyMember('peer-dead', { liveness: 'dead' }),
      topologyMember('peer-comes', { intent: 'joining', ownedPartitions: 0 }),
    ];
    const { warnings } = expected(members, { leave: ['dead'], remove: ['0'] });
    expect(warnings.join('\n'))
      .to.include("eer-dead is dead and can't be told to leave")
      .and.include('peer-0 is alive: it is removed only by force')
      .and.include('1 member comes or goes, er-comes');
    expect(expected(members, { remove: ['dead'] }).warnings.join()).not.to.include('dead');
  });
});
