/** The table of the members. A row stays the same element while its member is there, so that it can be pointed at. */
import { byId, html, setAttribute, setText } from './dom.js';
import { shortName } from './peer-name.js';
import { bytes, count, duration, latency, percent } from './quantity.js';
import { badgeOf, updateBadge } from './ring.js';

/** @typedef {import('../snapshot.ts').SnapshotMember} Member */

/**
 * In the order of the table's head; each is a cell whose text is all there is of it.
 * @type {readonly [label: string, textOf: (member: Member, partitions: number) => string][]}
 */
const CELLS = [
  ['Zone', ({ zone }) => zone || '–'],
  ['Weight', ({ weight }) => count(weight)],
  ['Local health', ({ itself }) => (itself === null ? '–' : healthOf(itself.healthMultiplier))],
  ['Answers in', ({ roundTripMs }) => (roundTripMs === null ? '–' : latency(roundTripMs))],
  ['Incarnation', ({ incarnation }) => count(incarnation)],
  ['Owns', (member, partitions) => percent(member.ownedPartitions / partitions)],
  ['Holds', (member) => holdingOf(member)],
  ['Records', ({ itself }) => (itself === null ? '–' : count(itself.records))],
  ['On disk', ({ itself }) => (itself === null ? '–' : bytes(itself.diskBytes))],
  ['Version', ({ itself }) => itself?.version ?? '–'],
  ['Up', ({ itself }) => (itself === null ? '–' : duration(itself.uptimeMs))],
];

const TEXTS = new Set(['Zone', 'Local health', 'Holds', 'Version']);

class Row {
  element = html('tr');
  #badge = badgeOf();
  #name = html('button', { type: 'button', class: 'member-name mono' });
  #address = html('span', { class: 'muted address' });
  #state = html('span', { class: 'state' });
  #since = html('span', { class: 'muted since' });
  #cells = CELLS.map(([label]) =>
    html('td', { 'data-label': label, class: TEXTS.has(label) ? 'text' : 'number' }),
  );

  /** @param {string} peer @param {(peer: string | undefined, isPinned: boolean) => void} onPointed */
  constructor(peer, onPointed) {
    this.#name.textContent = shortName(peer);
    this.#name.title = peer;
    this.#name.setAttribute('aria-pressed', 'false');
    const who = html('div', { class: 'who' }, this.#badge, this.#name, this.#address);
    const state = html(
      'td',
      { 'data-label': 'State', class: 'text' },
      html('div', {}, this.#state, this.#since),
    );
    this.element.append(html('th', { scope: 'row' }, who), state, ...this.#cells);
    this.#name.addEventListener('click', () => onPointed(peer, true));
    this.#name.addEventListener('focus', () => onPointed(peer, false));
    this.#name.addEventListener('blur', () => onPointed(undefined, false));
    this.element.addEventListener('pointerenter', () => onPointed(peer, false));
    this.element.addEventListener('pointerleave', () => onPointed(undefined, false));
  }

  /** @param {Member} member @param {{ badge: import('./roster.js').Badge, partitions: number, isSelf: boolean }} context */
  update(member, { badge, partitions, isSelf }) {
    updateBadge(this.#badge, badge);
    setText(this.#address, isSelf ? `${member.clientAddress} · this peer` : member.clientAddress);
    const state = stateOf(member);
    setText(this.#state, state.text);
    setAttribute(this.#state, 'data-state', state.kind);
    setText(this.#since, sinceOf(member));
    CELLS.forEach(([, textOf], index) =>
      setText(/** @type {Element} */ (this.#cells[index]), textOf(member, partitions)),
    );
  }

  /** @param {boolean} isPointedAt @param {boolean} isPinned */
  highlight(isPointedAt, isPinned) {
    this.element.classList.toggle('is-pointed-at', isPointedAt);
    setAttribute(this.#name, 'aria-pressed', String(isPinned));
  }
}

export class Members {
  #body = /** @type {HTMLTableSectionElement} */ (byId('members').querySelector('tbody'));
  /** @type {Map<string, Row>} */
  #rows = new Map();
  #onPointed;

  /** @param {(peer: string | undefined, isPinned: boolean) => void} onPointed somebody points at a member's row, or at none */
  constructor(onPointed) {
    this.#onPointed = onPointed;
  }

  /**
   * @param {readonly Member[]} ordered
   * @param {{ badges: ReadonlyMap<string, import('./roster.js').Badge>, partitions: number, self: string }} context
   */
  update(ordered, { badges, partitions, self }) {
    const rows = ordered.map((member) => {
      const { peer } = member;
      const row = this.#rows.get(peer) ?? new Row(peer, this.#onPointed);
      this.#rows.set(peer, row);
      row.update(member, { badge: /** @type {any} */ (badges.get(peer)), partitions, isSelf: peer === self });
      return row.element;
    });
    if (
      rows.length !== this.#body.children.length ||
      rows.some((row, index) => row !== this.#body.children[index])
    )
      this.#body.replaceChildren(...rows);
    const present = new Set(ordered.map(({ peer }) => peer));
    for (const peer of this.#rows.keys()) if (!present.has(peer)) this.#rows.delete(peer);
  }

  /** @param {string | undefined} peer @param {string | undefined} pinned */
  highlight(peer, pinned) {
    for (const [who, row] of this.#rows) row.highlight(who === peer, who === pinned);
  }
}

/** @param {Member} member */
function stateOf({ liveness, intent }) {
  const sign = { alive: '●', suspect: '▲', dead: '✕' }[liveness] ?? '?';
  return {
    text: `${sign} ${liveness}${intent === 'active' ? '' : `, ${intent}`}`,
    kind: liveness === 'alive' && intent !== 'active' ? 'changing' : liveness,
  };
}

/** @param {Member} member */
function sinceOf({ livenessSinceMs, accusers }) {
  const since = `for ${duration(livenessSinceMs)}`;
  return accusers.length === 0 ? since : `${since}, says ${accusers.map(shortName).join(', ')}`;
}

/** @param {number} multiplier */
function healthOf(multiplier) {
  return multiplier === 1 ? 'well' : `slow, ×${multiplier}`;
}

/** As the member says itself, or else as it last told the others. @param {Member} member */
function holdingOf({ ownedPartitions, completePartitions, itself }) {
  const { owned, complete, copiedBytes } = itself ?? {
    owned: ownedPartitions,
    complete: Math.min(ownedPartitions, completePartitions),
    copiedBytes: 0,
  };
  if (owned === 0) return '–';
  return complete === owned ? '100 %' : `${percent(complete / owned)}, ${bytes(copiedBytes)} copied`;
}
