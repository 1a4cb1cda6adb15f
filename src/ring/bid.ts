import { mix } from '../base/mix.ts';
import { keyOf } from '../version/key.ts';

/**
 * What members bid for partitions: the hashes behind the rendezvous (Thaler & Ravishankar 1998), in
 * integer arithmetic of 32 bits, so that any language can repeat it.
 *
 *     (high, low)      = the halves of xxHash64(UTF-8 of the peer id, seed 0)
 *     draw(peer, p)    = mix(mix(low + p * 0x9E3779B9) ^ high)              mod 2^32
 *     rank(peer, p)    = how many partitions have a lower draw of this peer
 *     bid(peer, p)     = (rank + (draw + 0.5) / 2^32) / Q                   in (0, 1), the lowest wins
 *
 * Why the rank and not the draw itself: a member's bids are then spread evenly over (0, 1) instead of at
 * random, which halves the variance of what it wins, and so what the load bound has to push aside.
 * A member's bids depend on nothing but its own id: whoever comes or goes, the order of the others stays.
 */
export interface PeerHash {
  readonly high: number;
  readonly low: number;
}

/** The xxHash64 of a peer id: the token it would have if it were a key. */
export function peerHashOf(peer: string): PeerHash {
  const { tokenHigh, tokenLow } = keyOf(peer);
  return { high: tokenHigh, low: tokenLow };
}

/** 32 bits that look random; for one peer different at every partition. */
export function drawOf(hash: PeerHash, partition: number): number {
  return mix(mix((hash.low + Math.imul(partition, 0x9e3779b9)) | 0) ^ hash.high);
}

/** The bids of one peer for all partitions. */
export function bidsOf(hash: PeerHash, partitions: number): Float64Array {
  // Draw and partition in one double (32 + 16 bits) sort natively, without a comparator.
  const order = new Float64Array(partitions);
  for (let p = 0; p < partitions; p++) order[p] = drawOf(hash, p) * 0x10000 + p;
  order.sort();
  const bids = new Float64Array(partitions);
  for (let rank = 0; rank < partitions; rank++) {
    const entry = order[rank]!;
    const draw = Math.floor(entry / 0x10000);
    bids[entry - draw * 0x10000] = (rank + (draw + 0.5) / 2 ** 32) / partitions;
  }
  return bids;
}
