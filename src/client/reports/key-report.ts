import { StarlingError } from '../../base/errors.ts';
import type { Location, Topology, TopologyMember } from '../../wire/cluster-view.ts';
import type { Explanation } from '../../wire/explanation.ts';
import { isGone } from './cluster-report.ts';

/** One member with regard to a key. */
export interface MemberView {
  readonly peer: string;
  readonly role: Role;
  readonly clientAddress: string;
  readonly liveness: string;
  /** What it says itself, or why it says nothing. */
  readonly answer: Explanation | StarlingError;
}

/** Owners hold the key, successors are copying it, others may keep hints for them. */
export type Role = 'owner' | 'successor' | 'other';

export interface KeyReport {
  readonly location: Location;
  /** Owners first, in order of preference, then successors. */
  readonly views: readonly MemberView[];
  /** Members beyond those that were asked: they may keep hints, too. */
  readonly notAsked: number;
}

/** Members that are asked at most. */
const ASKED = 64;

/** Who can be asked about a key: a client, or a node that has a view of its own. */
export interface KeySource {
  locate(key: string): Location | Promise<Location>;
  topology(): Pick<Topology, 'members'> | Promise<Pick<Topology, 'members'>>;
  /** Asks the member at this address. @throws StarlingError */
  explain(key: string, address: string): Promise<Explanation>;
}

/** Asks every living member what it has of the key, all at once. @throws StarlingError where nobody answers at all */
export async function reportOnKey(source: KeySource, key: string): Promise<KeyReport> {
  const location = await source.locate(key);
  const { members } = await source.topology();
  const { custodians, pending } = location;
  const owners = [...custodians, ...pending];
  const others = members.filter(({ peer, intent }) => !owners.includes(peer) && !isGone(intent));
  const peers = [...owners, ...others.map(({ peer }) => peer)];
  const views = peers.slice(0, Math.max(ASKED, owners.length)).map(async (peer): Promise<MemberView> => {
    const member = members.find((known) => known.peer === peer);
    return {
      peer,
      role: custodians.includes(peer) ? 'owner' : pending.includes(peer) ? 'successor' : 'other',
      clientAddress: member?.clientAddress ?? '',
      liveness: member?.liveness ?? 'unknown',
      answer: await ask(source, key, member),
    };
  });
  return { location, views: await Promise.all(views), notAsked: peers.length - views.length };
}

async function ask(
  source: KeySource,
  key: string,
  member: TopologyMember | undefined,
): Promise<Explanation | StarlingError> {
  if (member === undefined) return new StarlingError('UNAVAILABLE', 'no member is known under this id');
  if (member.liveness === 'dead') return new StarlingError('UNAVAILABLE', 'it is dead');
  if (member.clientAddress === '')
    return new StarlingError('UNAVAILABLE', 'clients reach it at no known address');
  try {
    return await source.explain(key, member.clientAddress);
  } catch (error) {
    if (error instanceof StarlingError) return error;
    throw error;
  }
}
