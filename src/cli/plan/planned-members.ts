import { StarlingError } from '../../base/errors.ts';
import { DEFAULT_WEIGHT, type RingMember } from '../../ring/ring-member.ts';
import type { TopologyMember } from '../../wire/cluster-view.ts';
import { isGone } from '../../client/reports/cluster-report.ts';
import { memberAmong } from '../member-name.ts';

/** Something that one member is to have: `rack2`, or 200. The member is named by its id, or by the end of it. */
export interface Wish<Value> {
  readonly peer: string;
  readonly value: Value;
}

/** The changes that somebody thinks of. */
export interface PlannedChanges {
  /** How many new members there are to be. */
  readonly join: number;
  /** Of the new ones, in turn, from the first again where there are more of them. Empty: no zone, the ordinary weight. */
  readonly joinZones: readonly string[];
  readonly joinWeights: readonly number[];
  /** Ids, or ends of ids. */
  readonly leave: readonly string[];
  readonly remove: readonly string[];
  readonly zones: readonly Wish<string>[];
  readonly weights: readonly Wish<number>[];
}

/** Who holds the data now, and who will when all has been done, that which is under way already included. */
export interface PlannedMembers {
  readonly before: readonly RingMember[];
  readonly after: readonly RingMember[];
  /** What becomes of each member of whom there is something to say, in words: `joins`, `leaves`, `weight 200`. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
  /** Ids of those that are to leave, and to be removed. */
  readonly leaving: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Of those that come or go already. */
  readonly underWay: readonly string[];
}

/**
 * The members before and after. The new ones are called `new-1`, `new-2` and so on: their true ids don't exist yet.
 * @throws StarlingError INVALID_ARGUMENT where a name fits none or several, where the changes contradict each other or change nothing, and
 *   where nobody would be left
 */
export function planMembers(
  known: readonly TopologyMember[],
  { join, joinZones, joinWeights, ...planned }: PlannedChanges,
): PlannedMembers {
  if (join === 0 && joinZones.length + joinWeights.length > 0) refuse('--join tells how many members join');
  const present = known.filter(({ intent }) => !isGone(intent));
  const idsOf = (names: readonly string[]): Set<string> =>
    new Set(names.map((name) => memberAmong(known, name)));
  const [leaving, removed] = [idsOf(planned.leave), idsOf(planned.remove)];
  const zones = wishesById(planned.zones, known, 'zones');
  const weights = wishesById(planned.weights, known, 'weights');
  if (join + leaving.size + removed.size + zones.size + weights.size === 0) {
    refuse('nothing is to change: give --join, --leave, --remove, --zone or --weight');
  }
  for (const peer of removed) if (leaving.has(peer)) refuse(`${peer} can't both leave and be removed`);
  for (const peer of [...zones.keys(), ...weights.keys()]) {
    if (leaving.has(peer) || removed.has(peer)) refuse(`${peer} can't both go and change`);
  }

  const newcomers = Array.from({ length: join }, (_, index) => ({
    peer: `new-${index + 1}`,
    zone: inTurn(joinZones, index) ?? '',
    weight: inTurn(joinWeights, index) ?? DEFAULT_WEIGHT,
  }));
  const staying = present
    .filter(({ peer, intent }) => !isGoing(intent) && !leaving.has(peer) && !removed.has(peer))
    .map((member) => ({
      ...ringMember(member),
      zone: zones.get(member.peer) ?? member.zone,
      weight: weights.get(member.peer) ?? member.weight,
    }));
  if (staying.length + newcomers.length === 0) refuse('nobody would be left to hold the data');

  const wanted = { leaving, removed, zones, weights };
  return {
    before: present.filter(({ intent }) => intent !== 'joining').map(ringMember),
    after: [...staying, ...newcomers],
    changes: new Map<string, readonly string[]>([
      ...present.map((member) => [member.peer, changesOf(member, wanted)] as const),
      ...newcomers.map(({ peer }) => [peer, ['joins']] as const),
    ]),
    leaving,
    removed,
    underWay: present.filter(({ intent }) => intent !== 'active').map(({ peer }) => peer),
  };
}

interface Wanted {
  readonly leaving: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly zones: ReadonlyMap<string, string>;
  readonly weights: ReadonlyMap<string, number>;
}

function changesOf({ peer, intent }: TopologyMember, wanted: Wanted): string[] {
  const changes: string[] = [];
  if (wanted.leaving.has(peer)) changes.push('leaves');
  else if (wanted.removed.has(peer)) changes.push('is removed');
  else if (intent !== 'active') changes.push(`${intent} already`);
  const [zone, weight] = [wanted.zones.get(peer), wanted.weights.get(peer)];
  if (zone !== undefined) changes.push(zone === '' ? 'no zone' : `zone ${zone}`);
  if (weight !== undefined) changes.push(`weight ${weight}`);
  return changes;
}

function ringMember({ peer, zone, weight, seat }: TopologyMember): RingMember {
  return seat === '' ? { peer, zone, weight } : { peer, zone, weight, seat };
}

function isGoing(intent: string): boolean {
  return intent === 'leaving' || intent === 'removing';
}

function inTurn<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % values.length];
}

function wishesById<Value>(
  wishes: readonly Wish<Value>[],
  known: readonly TopologyMember[],
  what: string,
): Map<string, Value> {
  const byId = new Map<string, Value>();
  for (const { peer: name, value } of wishes) {
    const peer = memberAmong(known, name);
    if (byId.has(peer)) refuse(`${peer} is given two ${what}`);
    byId.set(peer, value);
  }
  // One that is going already keeps what it has until it is gone.
  const going = known.find(({ peer, intent }) => byId.has(peer) && isGoing(intent));
  if (going) refuse(`${going.peer} is ${going.intent} already`);
  return byId;
}

function refuse(message: string): never {
  throw new StarlingError('INVALID_ARGUMENT', message);
}
