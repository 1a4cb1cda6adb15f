import { StarlingError } from '../base/errors.ts';
import type { StarlingClient } from '../client/client.ts';
import type { TopologyMember } from '../wire/cluster-view.ts';
import { isGone } from '../client/reports/cluster-report.ts';

/**
 * The id of the member that is named by it, or by the end of it as `status` shows it.
 * @throws StarlingError INVALID_ARGUMENT where none, or more than one, is named so
 */
export async function memberNamed(name: string, client: StarlingClient): Promise<string> {
  const { members } = await client.topology();
  return memberAmong(members, name);
}

/** The same among members that are known already. @throws StarlingError INVALID_ARGUMENT as `memberNamed` does */
export function memberAmong(members: readonly TopologyMember[], name: string): string {
  const named = members.filter(({ peer, intent }) => !isGone(intent) && peer.endsWith(name));
  if (named.length === 1) return named[0]!.peer;
  const which = (some: readonly TopologyMember[]) => some.map(({ peer }) => peer).join(', ');
  throw new StarlingError(
    'INVALID_ARGUMENT',
    named.length === 0
      ? `no member's id ends in ${name}; there are ${which(members)}`
      : `${named.length} members' ids end in ${name}: ${which(named)}`,
  );
}
