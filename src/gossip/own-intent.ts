import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import {
  type Intent,
  type IntentContent,
  isExpelled,
  resumption,
  sinceCounterOf,
} from '../membership/intent.ts';

/** What a node says of itself when it starts. */
export interface MemberProfile {
  /** Failure domain; empty where the cluster has none. */
  readonly zone: string;
  /** 1..1000, 100 being the ordinary member. */
  readonly weight: number;
  /** The member whose place in the ring it is to take where it is new; empty: none's. */
  readonly replaces: string;
  /** Multiaddrs at which other peers reach it. */
  readonly addresses: readonly string[];
  /** `host:port` of its client port; empty where it has none. */
  readonly clientAddress: string;
  /** One bit a partition: what it holds completely. */
  readonly complete: Uint8Array;
  /** The storage that `complete` is about. */
  readonly storageId: string;
}

/**
 * The intent with which a node starts: what it wanted before it stopped, with its present profile. Another zone or weight than it had
 * comes into force when others have copied what that gives them. A node that had left begins anew.
 * @throws StarlingError FORBIDDEN where an operator has removed it from the cluster.
 */
export function startingIntent(
  self: { readonly peer: string; readonly run: number },
  profile: MemberProfile,
  before: Intent | undefined,
): IntentContent {
  const { peer, run } = self;
  if (before !== undefined && isExpelled(before)) throw removedError(peer);
  const { replaces, ...rest } = profile;
  const isNew = before === undefined || before.status === 'left';
  const content = {
    ...rest,
    ...(isNew
      ? { status: 'joining' as const, seat: replaces, next: undefined }
      : resumption(before, profile)),
    // A machine may have any number of interfaces; others refuse an intent that names too many.
    addresses: profile.addresses.slice(0, LIMITS.addressesPerMember),
    peer,
    completeFor: '',
    counter: (before?.counter ?? 0) + 1,
    run,
    author: peer,
  };
  return { ...content, sinceCounter: sinceCounterOf(before, content) };
}

/** Why a peer that was removed may take part no more. */
export function removedError(peer: string): StarlingError {
  return new StarlingError(
    'FORBIDDEN',
    `this peer (${peer}) was removed from the cluster; start it with an empty data directory to join as a new one`,
  );
}

/** Why a peer whose identity another process uses, too, stops. */
export function sharedIdentityError(peer: string): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    `another process takes part in the cluster as ${peer} as well: its data directory is a copy of this one. ` +
      'Stop one of the two; a copy that is to be another peer needs an empty data directory',
  );
}
