/** Puts the page together: what the peer tells every second, and what somebody points at. */
import { Charts } from './charts.js';
import { byId, setAttribute, setList, setText } from './dom.js';
import { Explorer } from './explorer.js';
import { showFigures } from './figures.js';
import { Members } from './members.js';
import { shortName } from './peer-name.js';
import { duration } from './quantity.js';
import { Ring } from './ring.js';
import { badgesOf, inOrder } from './roster.js';
import { follow, get } from './server.js';
import { Transfers } from './transfers.js';

/** @typedef {import('../snapshot.ts').Snapshot} Snapshot */

class Dashboard {
  #ring = new Ring((peer, isPinned) => this.#point(peer, isPinned));
  #members = new Members((peer, isPinned) => this.#point(peer, isPinned));
  #transfers = new Transfers();
  #charts = new Charts();
  /** @type {ReadonlyMap<string, import('./roster.js').Badge>} */
  #badges = new Map();
  /** What the picture was drawn from: the ring's id, how much is yet to be copied, and who has which number. */
  #drawn = '';
  /** @type {string | undefined} */
  #pinned;
  #hasHistory = false;

  constructor() {
    new Explorer(
      (peer) => this.#badges.get(peer),
      (partition) => this.#ring.mark(partition),
    );
  }

  start() {
    void follow('api/events', {
      onEvent: (snapshot) => this.#show(snapshot),
      onBroken: (reason) => this.#lose(reason),
    });
  }

  /** @param {Snapshot} snapshot */
  #show(snapshot) {
    const { cluster, peer, version, uptimeMs, unreadiness, members, warnings, custody, ring, load } =
      snapshot;
    const ordered = inOrder(members);
    this.#badges = badgesOf(ordered);
    badge('connection', 'alive', '● live');
    badge(
      'readiness',
      unreadiness === null ? 'alive' : 'suspect',
      unreadiness === null ? '✓ ready' : '▲ not ready',
    );
    byId('broken').hidden = true;
    document.title = `${cluster}: Starling`;
    setText(byId('cluster'), cluster);
    setText(byId('peer'), shortName(peer));
    setAttribute(byId('peer'), 'title', peer);
    setText(byId('version'), version);
    setText(byId('uptime'), duration(uptimeMs));
    byId('unreadiness').hidden = unreadiness === null;
    setText(byId('unreadiness'), `Not ready: ${unreadiness ?? ''}`);
    setList(byId('warnings'), warnings.length === 0 ? ['All is well.'] : warnings);
    byId('warnings').classList.toggle('is-well', warnings.length === 0);
    setList(byId('waiting'), custody.waiting);
    this.#transfers.update(ordered, this.#badges);
    showFigures(snapshot);
    this.#members.update(ordered, { badges: this.#badges, partitions: ring.partitions, self: peer });
    this.#ring.count(members.filter(({ liveness }) => liveness === 'alive').length, members.length);
    void this.#drawRing(
      `${ring.id} ${ring.toCopy}`,
      ordered.map((member) => member.peer),
    );
    if (this.#hasHistory) this.#charts.add(load);
    else void this.#begin();
    document.documentElement.dataset['live'] = 'true';
  }

  /** @param {string} reason */
  #lose(reason) {
    badge('connection', 'dead', '✕ no connection');
    byId('broken').hidden = false;
    setText(byId('broken'), `What is below is old, and is asked for again and again: ${reason}`);
    document.documentElement.dataset['live'] = 'false';
    // What happened meanwhile is in the history that the peer keeps.
    this.#hasHistory = false;
  }

  async #begin() {
    this.#hasHistory = true;
    const history = await get('api/history').catch(() => undefined);
    if (history === undefined) this.#hasHistory = false;
    else this.#charts.begin(history.samples);
  }

  /** @param {string} state another one where the ring is @param {readonly string[]} peers */
  async #drawRing(state, peers) {
    const wanted = [state, ...peers].join();
    if (this.#drawn === wanted) return;
    this.#drawn = wanted;
    const report = await get('api/ring').catch(() => undefined);
    if (report === undefined) {
      this.#drawn = '';
      return;
    }
    this.#ring.draw(report, this.#badges);
    this.#point(undefined, false);
  }

  /** @param {string | undefined} peer @param {boolean} isPinned to stay, until it is so again or another is */
  #point(peer, isPinned) {
    if (isPinned) this.#pinned = peer === this.#pinned ? undefined : peer;
    const shown = isPinned ? this.#pinned : (peer ?? this.#pinned);
    this.#ring.highlight(shown);
    this.#members.highlight(shown, this.#pinned);
  }
}

/** @param {string} id @param {string} state @param {string} text */
function badge(id, state, text) {
  setText(byId(id), text);
  setAttribute(byId(id), 'data-state', state);
}

new Dashboard().start();
