/** What the ring needs to know of a member. */
export interface RingMember {
  /** libp2p peer id in base58; unique among the members. */
  readonly peer: string;
  /** What fails together (a rack, a machine, a data centre); '' where nothing is known of it. */
  readonly zone: string;
  /** How much it should hold beside the others: 1..1000, 100 being the ordinary member. */
  readonly weight: number;
  /** The member whose place it took (`seatOf`); absent: none's. */
  readonly seat?: string | undefined;
}

/** How a member comes to its share: what it wants to be beside its place. */
export type RingProfile = Pick<RingMember, 'zone' | 'weight'>;

/**
 * The name under which a member bids for partitions. One that replaces another bids as that one did, and so owns just what that one owned: nothing else
 * moves.
 */
export function seatOf({ peer, seat }: Pick<RingMember, 'peer' | 'seat'>): string {
  return seat === undefined || seat === '' ? peer : seat;
}

/**
 * The seat of a newcomer that names the member whose place it is to take: that one may have taken another's place itself. Empty where it
 * names none.
 */
export function seatToTake(
  { seat = '' }: Pick<RingMember, 'seat'>,
  members: readonly Pick<RingMember, 'peer' | 'seat'>[],
): string {
  const named = seat === '' ? undefined : members.find(({ peer }) => peer === seat);
  return named === undefined ? seat : seatOf(named);
}

/** Where a member is between coming and going; its intent says it. */
export type RingStatus = 'joining' | 'active' | 'leaving' | 'left' | 'removing' | 'removed';

/** What every peer of a cluster must agree on before their rings can. Fixed for the cluster's life. */
export interface RingOptions {
  /** Q: a power of two, 1..65536. */
  readonly partitions: number;
  /** N: owners that a partition should have, 1..255; it has fewer only while there are fewer members. */
  readonly replicas: number;
}

export const DEFAULT_WEIGHT = 100;
export const MAX_WEIGHT = 1000;
