import { InvalidArgumentError } from 'commander';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { StarlingClient } from '../../client/client.ts';
import type { TopologyMember } from '../../wire/cluster-view.ts';
import { isGone } from '../../client/reports/cluster-report.ts';
import { durationOf } from '../duration.ts';
import { memberAmong } from '../member-name.ts';

/** A pause of unspecified length: enough for a piece of work that a person watches, too short to be forgotten. */
const DEFAULT_PAUSE_MS = 3_600_000;
/** Members that are told at once. */
const AT_ONCE = 64;

/** What became of the order at one member. */
export interface PauseOutcome {
  readonly peer: string;
  /** Why it didn't obey; undefined: it did. */
  readonly error: StarlingError | undefined;
}

/** How long a pause is, of what was given behind `--pause`. */
export function pauseOf(given: number | true): number {
  return given === true ? DEFAULT_PAUSE_MS : given;
}

/** Reads the length of a pause; commander tells which flag it was. */
export function pauseLengthOf(text: string): number {
  const pauseMs = durationOf(text);
  if (pauseMs >= 1 && pauseMs <= LIMITS.repairPauseMs) return pauseMs;
  throw new InvalidArgumentError(
    'Give a whole number and its unit: 90s, 15m, 36h or 7d, which is the most. A member is named before the flag.',
  );
}

/**
 * Tells all members, or the one that is named, to pause for so long, or with 0 to go on.
 * @throws StarlingError FORBIDDEN where the secret isn't the cluster's, INVALID_ARGUMENT where no member is named so
 */
export async function pauseAll(
  client: StarlingClient,
  name: string | undefined,
  order: { readonly pauseMs: number; readonly secret: string },
): Promise<PauseOutcome[]> {
  const { members } = await client.topology();
  const named = name === undefined ? undefined : memberAmong(members, name);
  const rest = members.filter(
    ({ peer, intent }) => !isGone(intent) && (named === undefined || peer === named),
  );
  const outcomes: PauseOutcome[] = [];
  while (rest.length > 0) {
    const some = rest.splice(0, AT_ONCE);
    outcomes.push(...(await Promise.all(some.map((member) => pause(client, member, order)))));
  }
  return outcomes;
}

async function pause(
  client: StarlingClient,
  { peer, clientAddress, liveness }: TopologyMember,
  order: { readonly pauseMs: number; readonly secret: string },
): Promise<PauseOutcome> {
  if (liveness === 'dead') return { peer, error: unavailable('it is dead; a restart ends every pause') };
  if (clientAddress === '') return { peer, error: unavailable('clients reach it at no known address') };
  try {
    await client.pauseRepair({ address: clientAddress, ...order });
    return { peer, error: undefined };
  } catch (error) {
    // Nobody else will obey either.
    if (!(error instanceof StarlingError) || error.code === 'FORBIDDEN') throw error;
    return { peer, error };
  }
}

function unavailable(message: string): StarlingError {
  return new StarlingError('UNAVAILABLE', message);
}
