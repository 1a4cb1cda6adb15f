import type { StarlingClient } from '../client.ts';
import { StarlingError } from '../../base/errors.ts';
import type { Status, Topology, TopologyMember } from '../../wire/cluster-view.ts';
import { duration } from '../../base/quantity.ts';

/** One member, as the peer that was asked sees it, and as it sees itself. */
export interface MemberReport {
  readonly member: TopologyMember;
  /** The answer of the member itself, or why there is none; undefined where it was not asked, being dead or one too many. */
  readonly status: Status | StarlingError | undefined;
}

/** What `starling status` knows. */
export interface ClusterReport {
  readonly topology: Topology;
  readonly members: readonly MemberReport[];
  /** Owners that must answer, of as many as there are now; undefined where no member answered. */
  readonly quorum: { readonly writes: number; readonly reads: number } | undefined;
  /** What a person should know; empty where all is well. */
  readonly warnings: readonly string[];
}

/**
 * Asks one peer who is there, and everybody who is how they are.
 * @param most members that are asked how they are; the others have no status then
 * @throws StarlingError where nobody answers
 */
export async function reportOn(
  client: Pick<StarlingClient, 'topology' | 'status'>,
  most = Infinity,
): Promise<ClusterReport> {
  const topology = await client.topology();
  const present = topology.members
    .filter(({ intent }) => !isGone(intent))
    .sort((a, b) => a.clientAddress.localeCompare(b.clientAddress, 'en', { numeric: true }));
  const members = await Promise.all(
    present.map(async (member, index): Promise<MemberReport> => {
      const status = index < most ? await ask(client, member) : undefined;
      return { member, status };
    }),
  );
  const quorum = quorumOf(members);
  return { topology, members, quorum, warnings: warningsOn(topology, members, quorum) };
}

/** The end of a peer's id: its beginning is the same for all. */
export function shortName(peer: string): string {
  return peer.slice(-8);
}

export function isGone(intent: string): boolean {
  return intent === 'left' || intent === 'removed';
}

async function ask(
  client: Pick<StarlingClient, 'status'>,
  member: TopologyMember,
): Promise<Status | StarlingError | undefined> {
  if (member.liveness === 'dead' || member.clientAddress === '') return undefined;
  try {
    return await client.status(member.clientAddress);
  } catch (error) {
    if (error instanceof StarlingError) return error;
    throw error;
  }
}

function quorumOf(members: readonly MemberReport[]): ClusterReport['quorum'] {
  const answer = members.find(({ status }) => isStatus(status))?.status;
  return isStatus(answer) ? { writes: answer.writeQuorum, reads: answer.readQuorum } : undefined;
}

/** What no single peer can know, and then what they say of themselves. */
function warningsOn(
  topology: Topology,
  members: readonly MemberReport[],
  quorum: ClusterReport['quorum'],
): string[] {
  const warnings = quorum ? unservedWarnings(topology, quorum) : [];
  for (const { member, status } of members) {
    const name = shortName(member.peer);
    if (member.liveness === 'suspect') {
      const accusers = member.accusers.map(shortName).join(', ');
      warnings.push(
        `${name} does not answer since ${duration(member.livenessSinceMs)}, as ${accusers} told the others`,
      );
    } else if (status instanceof StarlingError) {
      warnings.push(`${name} is alive and did not answer at ${member.clientAddress}: ${status.message}`);
    }
  }
  // What two peers complain about in the same words is one thing.
  const complaints = members.flatMap(({ status }) => (isStatus(status) ? status.warnings : []));
  return [...warnings, ...new Set(complaints)];
}

function unservedWarnings(topology: Topology, quorum: { writes: number; reads: number }): string[] {
  const { partitions, width, owners, members } = topology;
  let withoutWrites = 0;
  let withoutReads = 0;
  for (let partition = 0; partition < partitions; partition++) {
    const custodians = owners.slice(partition * width, (partition + 1) * width);
    const answering = custodians.filter((index) => members[index]?.liveness !== 'dead').length;
    if (answering < quorum.writes) withoutWrites++;
    if (answering < quorum.reads) withoutReads++;
  }
  const tell = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${count} of ${partitions} partitions have too few living owners for ${what}`];
  return [...tell(withoutWrites, 'quorum writes'), ...tell(withoutReads, 'quorum reads')];
}

export function isStatus(status: Status | StarlingError | undefined): status is Status {
  return status !== undefined && !(status instanceof StarlingError);
}
