/** The end of a peer's id: its beginning is the same for all. @param {string} peer */
export function shortName(peer) {
  return peer.slice(-8);
}
