import type { ClusterReport } from '../../../src/client/reports/cluster-report.ts';
import type { PlannedChanges } from '../../../src/cli/plan/planned-members.ts';
import { statusFromWire, type TopologyMember } from '../../../src/wire/cluster-view.ts';

/** No change; a test says what is different. */
export function change(details: Partial<PlannedChanges>): PlannedChanges {
  return {
    join: 0,
    joinZones: [],
    joinWeights: [],
    leave: [],
    remove: [],
    zones: [],
    weights: [],
    ...details,
  };
}

/** An ordinary member that lives. */
export function topologyMember(peer: string, details: Partial<TopologyMember> = {}): TopologyMember {
  return {
    peer,
    clientAddress: '',
    liveness: 'alive',
    intent: 'active',
    zone: '',
    weight: 100,
    seat: '',
    addresses: [],
    incarnation: 1,
    ownedPartitions: 256,
    completePartitions: 256,
    livenessSinceMs: 0,
    accusers: [],
    roundTripMs: undefined,
    ...details,
  };
}

/** What `status` knows of these members, each of which holds so many bytes; undefined: none of them answers. */
export function reportOf(members: readonly TopologyMember[], liveBytes: number | undefined): ClusterReport {
  const topology = { cluster: 'test', ringId: '1', partitions: 1024, replicas: 3, width: 3, owners: [] };
  return {
    topology: { ...topology, members },
    members: members.map((member) => ({
      member,
      status:
        liveBytes === undefined ? undefined : statusFromWire({ peer: member.peer, storage: { liveBytes } }),
    })),
    quorum: undefined,
    warnings: [],
  };
}
