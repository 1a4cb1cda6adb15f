/** Asks what each owner has of a key, and shows it. */
import { byId, html } from './dom.js';
import { shortName } from './peer-name.js';
import { bytes, moment } from './quantity.js';
import { badgeOf } from './ring.js';
import { post } from './server.js';

const COLUMNS = ['Member', 'Role', 'Holds', 'Has', 'Version', 'Written', 'Expires', 'Forgets before'];

/**
 * @typedef {object} Explained what `starling explain --json` prints
 * @property {number} partition
 * @property {string} token
 * @property {any[]} members
 * @property {any[]} hints
 * @property {number} notAsked
 * @property {string} verdict
 */

export class Explorer {
  #form = byId('explorer');
  #key = /** @type {HTMLInputElement} */ (byId('key'));
  #answer = byId('explanation');
  #badgeFor;
  #onPartition;
  /** Of the newest question: an older one's answer comes to nothing. */
  #asked = 0;

  /**
   * @param {(peer: string) => import('./roster.js').Badge | undefined} badgeFor
   * @param {(partition: number | undefined) => void} onPartition where the key is
   */
  constructor(badgeFor, onPartition) {
    this.#badgeFor = badgeFor;
    this.#onPartition = onPartition;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask(this.#key.value);
    });
  }

  /** @param {string} key */
  async #ask(key) {
    const asked = ++this.#asked;
    this.#answer.setAttribute('aria-busy', 'true');
    const answer = await post('api/explain', { key }).then(
      (explained) => this.#tell(key, explained),
      (error) => [html('p', { class: 'warning' }, error instanceof Error ? error.message : String(error))],
    );
    if (asked !== this.#asked) return;
    this.#answer.removeAttribute('aria-busy');
    this.#answer.replaceChildren(...answer);
  }

  /** @param {string} key @param {Explained} explained */
  #tell(key, { partition, token, members, hints, notAsked, verdict }) {
    this.#onPartition(partition);
    const shown = members.filter(({ role, record, error }) => role !== 'other' || record || error);
    const newest = shown
      .map(({ record }) => record?.version ?? '')
      .sort()
      .at(-1);
    const notes = [
      ...hints.map(
        ({ keeper, peer, version, writtenAtMs }) =>
          `${shortName(keeper)} keeps a hint for ${shortName(peer)}: version ${version}, written ${moment(writtenAtMs)}`,
      ),
      ...members
        .filter(({ unreadHints }) => unreadHints?.length > 0)
        .map(
          ({ peer, unreadHints }) =>
            `${shortName(peer)} can not read just now what it keeps for ${unreadHints.map(shortName).join(', ')}`,
        ),
      ...members
        .filter(({ error }) => error)
        .map(({ peer, error }) => `${shortName(peer)} does not answer: ${error.message}`),
      ...(notAsked > 0 ? [`${notAsked} further members were not asked`] : []),
    ];
    return [
      html('p', { class: 'verdict' }, verdict),
      html(
        'p',
        { class: 'muted' },
        html('code', {}, JSON.stringify(key)),
        ` is in partition ${partition}, its token is ${token}.`,
      ),
      this.#table(shown, newest),
      html('ul', { class: 'waiting' }, ...notes.map((note) => html('li', {}, note))),
    ];
  }

  /** @param {any[]} members @param {string | undefined} newest */
  #table(members, newest) {
    const head = html('tr', {}, ...COLUMNS.map((title) => html('th', { scope: 'col' }, title)));
    const rows = members.map((member) => {
      const [who, ...cells] = [this.#who(member.peer), ...cellsOf(member, newest)];
      return html(
        'tr',
        {},
        html('th', { scope: 'row' }, who),
        ...cells.map((cell, index) => html('td', { 'data-label': COLUMNS[index + 1], class: 'text' }, cell)),
      );
    });
    return html('table', { class: 'members' }, html('thead', {}, head), html('tbody', {}, ...rows));
  }

  /** @param {string} peer */
  #who(peer) {
    const name = html('span', { class: 'mono', title: peer }, shortName(peer));
    return html('div', { class: 'who' }, badgeOf(this.#badgeFor(peer)), name);
  }
}

/** @param {any} member @param {string | undefined} newest */
function cellsOf({ role, holding, record, floorMs, clusterTimeMs, error }, newest) {
  if (error) return [role, ...Array(6).fill('?')];
  return [
    role,
    { complete: 'all of it', copying: 'copying', none: 'none' }[/** @type {string} */ (holding)] ?? holding,
    record === null ? 'nothing' : what(record, clusterTimeMs),
    record === null
      ? '–'
      : html('span', {}, html('span', { class: 'mono' }, record.version), age(record, newest)),
    record === null ? '–' : moment(record.writtenAtMs),
    record === null || record.expiresAtMs === 0 ? '–' : moment(record.expiresAtMs),
    floorMs === 0 ? '–' : moment(floorMs),
  ];
}

/** @param {any} record @param {number} nowMs */
function what({ deleted, valueBytes, expiresAtMs }, nowMs) {
  if (deleted) return 'a deletion';
  return `${bytes(valueBytes)}${expiresAtMs !== 0 && expiresAtMs <= nowMs ? ', expired' : ''}`;
}

/** @param {any} record @param {string | undefined} newest */
function age({ version }, newest) {
  const isNewest = version === newest;
  return html(
    'span',
    { class: 'state', 'data-state': isNewest ? 'alive' : 'suspect' },
    isNewest ? ' ● newest' : ' ▲ older',
  );
}
