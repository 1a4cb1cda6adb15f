/** Who is copying what it is to own, and how far each is. A bar stays the same element while its member copies. */
import { byId, html, setText } from './dom.js';
import { shortName } from './peer-name.js';
import { bytes, count, percent } from './quantity.js';

/** @typedef {import('../snapshot.ts').SnapshotMember} Member */

export class Transfers {
  #list = byId('transfers');
  #nobody = html('li', { class: 'muted' }, 'Nobody is copying anything.');
  /** @type {Map<string, { item: HTMLElement, text: HTMLElement, bar: HTMLProgressElement }>} */
  #rows = new Map();

  /** @param {readonly Member[]} ordered @param {ReadonlyMap<string, import('./roster.js').Badge>} badges */
  update(ordered, badges) {
    const items = ordered.flatMap(({ peer, itself }) => {
      if (itself === null || itself.complete >= itself.owned) return [];
      const { item, text, bar } = this.#rowOf(peer);
      const { owned, complete, copiedBytes } = itself;
      const who = `Member ${badges.get(peer)?.number} (${shortName(peer)})`;
      const share = complete / owned;
      setText(
        text,
        `${who}: ${percent(share)}, ${count(complete)} of ${count(owned)} partitions, ${bytes(copiedBytes)}`,
      );
      bar.value = share;
      bar.textContent = percent(share);
      return [item];
    });
    const shown = items.length === 0 ? [this.#nobody] : items;
    if (
      shown.length !== this.#list.children.length ||
      shown.some((item, index) => item !== this.#list.children[index])
    )
      this.#list.replaceChildren(...shown);
    for (const [peer, { item }] of this.#rows) if (!items.includes(item)) this.#rows.delete(peer);
  }

  /** @param {string} peer */
  #rowOf(peer) {
    const known = this.#rows.get(peer);
    if (known !== undefined) return known;
    const id = `transfer-${peer}`;
    const text = html('label', { for: id });
    const bar = /** @type {HTMLProgressElement} */ (html('progress', { id, max: '1' }));
    const made = { item: html('li', {}, text, bar), text, bar };
    this.#rows.set(peer, made);
    return made;
  }
}
