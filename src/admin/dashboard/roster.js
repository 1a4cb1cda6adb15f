/**
 * Which number and which tone stand for a member, everywhere on the page. There are eight tones, which people who see few
 * colours can tell apart, and any number of members: it is the number that tells who it is.
 */

const TONES = 8;

/**
 * @typedef {object} Badge
 * @property {string} number from 1
 * @property {string} tone a class of style.css
 */

/**
 * @param {readonly import('../snapshot.ts').SnapshotMember[]} members
 * @returns {import('../snapshot.ts').SnapshotMember[]} in the order of their addresses, in which they are numbered
 */
export function inOrder(members) {
  return [...members].sort(
    (a, b) =>
      a.clientAddress.localeCompare(b.clientAddress, 'en', { numeric: true }) || (a.peer < b.peer ? -1 : 1),
  );
}

/**
 * @param {readonly import('../snapshot.ts').SnapshotMember[]} ordered
 * @returns {ReadonlyMap<string, Badge>}
 */
export function badgesOf(ordered) {
  return new Map(
    ordered.map(({ peer }, index) => [peer, { number: String(index + 1), tone: `tone-${index % TONES}` }]),
  );
}
