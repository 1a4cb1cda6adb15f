/**
 * Says of a peer whether it may be of the cluster.
 * @param peers `cluster.allowedPeers`; empty: everybody may
 * @param self this peer, which needn't be listed
 */
export function allowList(peers: readonly string[], self: string): (peer: string) => boolean {
  if (peers.length === 0) return () => true;
  const allowed = new Set([self, ...peers]);
  return (peer) => allowed.has(peer);
}
