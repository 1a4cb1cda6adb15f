import { StarlingError } from '../../base/errors.ts';
import type { StarlingClient } from '../../client/client.ts';
import type { Location, TopologyMember } from '../../wire/cluster-view.ts';
import type { Explanation } from '../../wire/explanation.ts';
import { isGone } from '../cluster-report.ts';

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

/** Asks every living member what it has of the key, all at once. @throws StarlingError where nobody answers at all */
export async function reportOnKey(client: StarlingClient, key: string): Promise<KeyReport> {
  const location = await client.locate(key);
  const { members } = await client.topology();
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
      answer: await ask(client, key, member),
    };
  });
  return { location, views: await Promise.all(views), notAsked: peers.length - views.length };
}

async function ask(
  client: StarlingClient,
  key: string,
  member: TopologyMember | undefined,
): Promise<Explanation | StarlingError> {
  if (member === undefined) return new StarlingError('UNAVAILABLE', 'no member is known under this id');
  if (member.liveness === 'dead') return new StarlingError('UNAVAILABLE', 'it is dead');
  if (member.clientAddress === '')
    return new StarlingError('UNAVAILABLE', 'clients reach it at no known address');
  try {
    return await client.explain(key, member.clientAddress);
  } catch (error) {
    if (error instanceof StarlingError) return error;
    throw error;
  }
}
