/** Everything on the page that is one figure with a name. */
import { setText } from './dom.js';
import { bytes, count, duration, percent } from './quantity.js';

/** @typedef {import('../snapshot.ts').Snapshot} Snapshot */

/** By the `data-figure` of the element that shows it. @type {Readonly<Record<string, (snapshot: Snapshot) => string>>} */
const FIGURES = {
  alive: ({ members }) =>
    `${members.filter(({ liveness }) => liveness === 'alive').length} of ${members.length}`,
  owners: ({ ring }) =>
    ring.width === ring.replicas ? `${ring.width}` : `${ring.width} instead of ${ring.replicas}`,
  partitions: ({ ring }) => count(ring.partitions),
  quorums: ({ ring }) => `${ring.writeQuorum} for writes, ${ring.readQuorum} for reads`,
  ringId: ({ ring }) => ring.id,
  clusterId: ({ clusterId }) => clusterId || 'none yet',
  custody: ({ custody }) =>
    custody.owned === 0
      ? 'owns nothing yet'
      : `${count(custody.complete)} of ${count(custody.owned)} partitions complete`,
  transferred: ({ custody }) => `${count(custody.copiedRecords)} records, ${bytes(custody.copiedBytes)}`,
  hints: ({ hints }) =>
    hints.records === 0
      ? 'none'
      : `${count(hints.records)} for ${count(hints.peers)} ${hints.peers === 1 ? 'peer' : 'peers'}, ${bytes(hints.bytes)}`,
  hintAge: ({ hints }) => (hints.records === 0 ? '–' : `${duration(hints.oldestMs)} old`),
  floorLag: ({ floors, custody }) =>
    floors.unset === 0
      ? duration(floors.lagMs)
      : floors.unset >= custody.owned
        ? 'none is set yet'
        : `${duration(floors.lagMs)}; ${count(floors.unset)} partitions have none yet`,
  passAge: ({ antiEntropy }) =>
    antiEntropy.pauseLeftMs > 0
      ? `paused for another ${duration(antiEntropy.pauseLeftMs)}`
      : antiEntropy.passAgeMs === 0
        ? 'there are no others'
        : `${duration(antiEntropy.passAgeMs)} ago`,
  records: ({ storage }) => count(storage.records - storage.tombstones),
  tombstones: ({ storage }) => count(storage.tombstones),
  disk: ({ storage }) =>
    `${bytes(storage.diskBytes)} in ${count(storage.segments)} ${storage.segments === 1 ? 'segment' : 'segments'}`,
  live: ({ storage }) =>
    storage.diskBytes === 0
      ? '–'
      : `${bytes(storage.liveBytes)}, ${percent(storage.liveBytes / storage.diskBytes)}`,
  index: ({ storage }) => bytes(storage.indexBytes),
  resident: (snapshot) => bytes(snapshot.process.residentBytes),
  heap: (snapshot) => bytes(snapshot.process.heapBytes),
  lag: ({ load }) => (load === null ? '–' : load.lagMs === 0 ? 'less than 50 ms' : duration(load.lagMs)),
  clients: ({ traffic }) => count(traffic.clientConnections),
  streams: ({ traffic }) => count(traffic.peerStreams),
  inFlight: ({ traffic }) => count(traffic.requestsInFlight),
  queued: ({ traffic }) => bytes(traffic.queuedBytes),
};

/** @param {Snapshot} snapshot */
export function showFigures(snapshot) {
  for (const element of document.querySelectorAll('[data-figure]')) {
    const name = element.getAttribute('data-figure') ?? '';
    const textOf = FIGURES[name];
    if (textOf === undefined) throw new Error(`nothing is known of the figure ${name}`);
    setText(element, textOf(snapshot));
  }
}
