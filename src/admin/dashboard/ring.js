/**
 * The ring as a picture. The bands outside are the partitions in the order of their tokens: the first owner of each, then the
 * second, and so on. The band inside is how much each member owns first, together, with its number.
 *
 *     ( copies ( first owners ( second owners ( third owners   ( shares ( words ) ) ) ) ) )
 *
 * Outside of all, while owners change: who is to own a partition, hatched until he has copied it.
 */
import { bandPiece, point, xy } from './arc.js';
import { Hatching, copyBand } from './copies.js';
import { byId, html, setAttribute, setText, svg } from './dom.js';
import { count, percent } from './quantity.js';
import { shortName } from './peer-name.js';

/** @typedef {import('../snapshot.ts').RingReport} RingReport */
/** @typedef {ReadonlyMap<string, import('./roster.js').Badge>} Badges */

/** More can't be told apart on a screen: beyond that every so many partitions one is drawn. */
const DRAWN = 256;
const OUTER = 200;
const BANDS = 78;
const GAP = 3;
const SHARES = { outer: 112, inner: 84 };
/** A share that is smaller has no room for its number. */
const NUMBERED = 0.022;

const NOBODY = { number: '?', tone: 'tone-none' };

export class Ring {
  #picture = byId('ring');
  #key = byId('ring-key');
  #hatching = new Hatching();
  #note = byId('ring-note');
  #alive = svg('text', { class: 'ring-figure', y: '2' });
  #words = svg('text', { class: 'ring-words', y: '26' }, 'members alive');
  #bands = svg('g');
  #mark = svg('g', { class: 'ring-mark' });
  /** @type {RingReport | undefined} */
  #report;
  /** @type {Badges} */
  #badges = new Map();

  /** @param {(peer: string | undefined, isPinned: boolean) => void} onPointed somebody points at a member of the picture, or at none */
  constructor(onPointed) {
    this.#picture.replaceChildren(this.#hatching.element, this.#bands, this.#mark, this.#alive, this.#words);
    const peerAt = (/** @type {Event} */ { target }) =>
      target instanceof Element ? (target.getAttribute('data-member') ?? undefined) : undefined;
    this.#picture.addEventListener('pointerover', (event) => onPointed(peerAt(event), false));
    this.#picture.addEventListener('pointerleave', () => onPointed(undefined, false));
    this.#picture.addEventListener('click', (event) => onPointed(peerAt(event), true));
  }

  /** @param {RingReport} report @param {Badges} badges */
  draw(report, badges) {
    this.#report = report;
    this.#badges = badges;
    this.mark(undefined);
    this.#bands.replaceChildren(
      ...this.#copyBand(report),
      ...this.#ownerBands(report),
      ...this.#shareBand(report),
    );
    this.#key.hidden = report.copying.length === 0;
  }

  /** @param {number} alive @param {number} all */
  count(alive, all) {
    setText(this.#alive, `${alive} of ${all}`);
  }

  /** Shows what one member owns, or all again. @param {string | undefined} peer */
  highlight(peer) {
    this.#picture.classList.toggle('is-pointing', peer !== undefined);
    for (const piece of this.#bands.children)
      piece.classList.toggle('is-pointed-at', piece.getAttribute('data-member') === peer);
    setText(this.#note, peer === undefined ? this.#legend() : this.#wordsOn(peer));
  }

  /** Shows where a partition is, or none. @param {number | undefined} partition */
  mark(partition) {
    const { partitions } = this.#report ?? { partitions: 1 };
    if (partition === undefined || partition >= partitions) {
      this.#mark.replaceChildren();
      return;
    }
    const at = (partition + 0.5) / partitions;
    const [x, y] = xy(at, OUTER + 6);
    const path = `M${point(at, OUTER + 4)}L${point(at, OUTER - BANDS - 4)}`;
    const title = svg('title', {}, `partition ${count(partition)}`);
    this.#mark.replaceChildren(
      svg('path', { d: path }),
      svg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: '5' }, title),
    );
  }

  /** @param {RingReport} report */
  #ownerBands(report) {
    const { width } = report;
    const thickness = BANDS / Math.max(1, width) - GAP;
    return Array.from({ length: width }, (_, rank) => {
      const outer = OUTER - rank * (thickness + GAP);
      const paths = this.#pathsOf(report, rank, { outer, inner: outer - thickness });
      return [...paths].map(([peer, path]) => this.#piece(peer, path, `owner ${rank + 1}`));
    }).flat();
  }

  /**
   * @param {RingReport} report
   * @param {number} rank
   * @param {{ inner: number, outer: number }} radii
   * @returns {Map<string, string>} by peer
   */
  #pathsOf({ partitions, width, peers, owners }, rank, radii) {
    const slices = Math.min(DRAWN, partitions);
    const ownerAt = (/** @type {number} */ slice) =>
      peers[owners[Math.floor((slice * partitions) / slices) * width + rank] ?? -1] ?? '';
    /** @type {Map<string, string>} */
    const paths = new Map();
    for (let from = 0, to = 1; from < slices; from = to, to = from + 1) {
      const peer = ownerAt(from);
      // An arc of more than half a circle would be drawn the other way round.
      while (to < slices && to - from < slices / 4 && ownerAt(to) === peer) to++;
      paths.set(peer, (paths.get(peer) ?? '') + bandPiece(from / slices, to / slices, radii));
    }
    return paths;
  }

  /** @param {RingReport} report */
  #copyBand(report) {
    return copyBand(report, Math.min(DRAWN, report.partitions)).map(({ peer, isCopied, path }) => {
      const piece = this.#piece(peer, path, isCopied ? 'is to own this, and has it' : 'is copying this');
      if (isCopied) return piece;
      // The class of a tone would fill it.
      piece.setAttribute('class', 'piece copying');
      piece.setAttribute('fill', this.#hatching.of(this.#badge(peer).tone));
      return piece;
    });
  }

  /** @param {RingReport} report */
  #shareBand(report) {
    let from = 0;
    return this.#shares(report).flatMap(([peer, partitions]) => {
      const share = partitions / report.partitions;
      const at = from;
      from += share;
      const half = at + share / 2;
      // A whole circle can only be drawn as two halves.
      const path =
        share < 1 ? bandPiece(at, at + share, SHARES) : bandPiece(0, 0.5, SHARES) + bandPiece(0.5, 1, SHARES);
      const piece = this.#piece(peer, path, `first owner of ${percent(share)}`);
      piece.classList.toggle('share', share < 1);
      return share < NUMBERED ? [piece] : [piece, this.#label(peer, half)];
    });
  }

  /** How many partitions each owns first, in the order of their numbers. @param {RingReport} report @returns {[string, number][]} */
  #shares({ partitions, width, peers, owners }) {
    const first = peers.map(() => 0);
    if (width > 0)
      for (let partition = 0; partition < partitions; partition++) first[owners[partition * width] ?? 0]++;
    return peers
      .map((peer, index) => /** @type {[string, number]} */ ([peer, first[index] ?? 0]))
      .filter(([, owned]) => owned > 0)
      .sort(([a], [b]) => Number(this.#badge(a).number) - Number(this.#badge(b).number));
  }

  /** @param {string} peer @param {string} path @param {string} role */
  #piece(peer, path, role) {
    const { number, tone } = this.#badge(peer);
    const title = svg('title', {}, `${number} · ${shortName(peer)}, ${role}`);
    return svg('path', { d: path, class: `piece ${tone}`, 'data-member': peer }, title);
  }

  /** @param {string} peer @param {number} at */
  #label(peer, at) {
    const [x, y] = xy(at, (SHARES.inner + SHARES.outer) / 2);
    const { number, tone } = this.#badge(peer);
    const place = { x: x.toFixed(1), y: y.toFixed(1), 'data-member': peer };
    return svg('text', { ...place, class: `ring-number on-${tone}` }, number);
  }

  #legend() {
    if (this.#report === undefined) return '';
    const { partitions, width, copying } = this.#report;
    if (width === 0) return 'Nobody owns anything yet.';
    const drawn = partitions > DRAWN ? `; every ${count(partitions / DRAWN)}th is drawn` : '';
    const bands =
      width === 1
        ? 'The band outside is their owner'
        : `The ${width} bands outside are their owners, the first outermost`;
    const coming = copying.length === 0 ? '' : ' Outside of all: who is to own what.';
    return `${count(partitions)} partitions${drawn}. ${bands}; inside, how much each member owns first.${coming} Point at a member to see what it owns.`;
  }

  /** @param {string} peer */
  #wordsOn(peer) {
    if (this.#report === undefined) return '';
    const { partitions, width, peers, owners, copying } = this.#report;
    const index = peers.indexOf(peer);
    const copy = copying.find((one) => one.peer === index);
    const coming =
      copy === undefined
        ? ''
        : ` It is to own ${count(copy.partitions.length)} more, and has yet to copy ${count(copy.missing.length)} of them.`;
    const owned = owners.filter((owner) => owner === index).length;
    const first = owners.filter((owner, place) => owner === index && place % width === 0).length;
    const who = `Member ${this.#badge(peer).number} (${shortName(peer)})`;
    if (owned === 0) return `${who} owns nothing yet.${coming}`;
    return `${who} owns ${count(owned)} of ${count(partitions)} partitions, ${percent(owned / partitions)}; it is the first owner of ${count(first)}.${coming}`;
  }

  /** @param {string} peer */
  #badge(peer) {
    return this.#badges.get(peer) ?? NOBODY;
  }
}

/** A member's number in its tone. @param {import('./roster.js').Badge | undefined} badge */
export function badgeOf(badge = NOBODY) {
  return html('span', { class: `member-number ${badge.tone} on-${badge.tone}` }, badge.number);
}

/** @param {Element} element @param {import('./roster.js').Badge} badge */
export function updateBadge(element, { number, tone }) {
  setText(element, number);
  setAttribute(element, 'class', `member-number ${tone} on-${tone}`);
}
