/** What the ring needs to know of a member. */
export interface RingMember {
  /** libp2p peer id in base58; unique among the members. */
  readonly peer: string;
  /** What fails together (a rack, a machine, a data centre); '' where nothing is known of it. */
  readonly zone: string;
  /** How much it should hold beside the others: 1..1000, 100 being the ordinary member. */
  readonly weight: number;
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
