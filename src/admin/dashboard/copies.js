/** Who is to own which partitions after the change that is prepared: a band outside those of the owners, which is there only meanwhile. */
import { bandPiece } from './arc.js';
import { svg } from './dom.js';

const BAND = { inner: 206, outer: 222 };
const STRIPE = 2.5;

/**
 * @typedef {object} Copies
 * @property {string} peer
 * @property {boolean} isCopied whether these are those that it has
 * @property {string} path
 */

/**
 * @param {import('../snapshot.ts').RingReport} report
 * @param {number} slices into which the circle is divided; of more partitions every so many one is drawn
 * @returns {Copies[]}
 */
export function copyBand({ partitions, peers, copying }, slices) {
  const isDrawn = (/** @type {number} */ partition) => partition % (partitions / slices) === 0;
  // Two who are to own the same are beside each other.
  const taken = new Array(partitions).fill(0);
  const lanes = lanesOf(copying, partitions);
  const thickness = (BAND.outer - BAND.inner) / Math.max(1, lanes);
  return copying.flatMap(({ peer, partitions: own, missing }) => {
    const isMissing = new Set(missing);
    const paths = { copied: '', copying: '' };
    for (const partition of own) {
      const outer = BAND.outer - thickness * taken[partition]++;
      if (!isDrawn(partition)) continue;
      const slice = (partition * slices) / partitions;
      const path = bandPiece(slice / slices, (slice + 1) / slices, { outer, inner: outer - thickness });
      paths[isMissing.has(partition) ? 'copying' : 'copied'] += path;
    }
    const who = peers[peer] ?? '';
    return [
      { peer: who, isCopied: true, path: paths.copied },
      { peer: who, isCopied: false, path: paths.copying },
    ].filter(({ path }) => path !== '');
  });
}

/** How many are to own one partition, at most. @param {import('../snapshot.ts').RingReport['copying']} copying @param {number} partitions */
function lanesOf(copying, partitions) {
  const counts = new Array(partitions).fill(0);
  for (const { partitions: own } of copying) for (const partition of own) counts[partition]++;
  return Math.max(0, ...counts);
}

/** Fills of stripes, one for each tone, which the picture has to hold. */
export class Hatching {
  element = svg('defs');
  /** @type {Set<string>} */
  #made = new Set();

  /** What to fill something with. @param {string} tone */
  of(tone) {
    if (!this.#made.has(tone)) {
      this.#made.add(tone);
      const size = String(2 * STRIPE);
      const pattern = { id: `hatch-${tone}`, width: size, height: size, patternUnits: 'userSpaceOnUse' };
      this.element.append(
        svg(
          'pattern',
          { ...pattern, patternTransform: 'rotate(45)' },
          svg('rect', { class: tone, width: String(STRIPE), height: size }),
        ),
      );
    }
    return `url(#hatch-${tone})`;
  }
}
