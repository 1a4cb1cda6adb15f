import { type FigureDeclaration, addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';

/** Where bytes wait: for the disk, for peers to take them, for clients to take them. */
type Queue = 'disk' | 'peers' | 'clients';
type Direction = 'inbound' | 'outbound';

const TRAFFIC_FIGURES = {
  inFlight: ['requests_in_flight', 'Requests that this peer coordinates just now.'],
  peerRequests: ['peer_requests_pending', 'Requests to peers that have yet to be answered.'],
  clients: ['client_connections', 'Client connections that are open.'],
  clientBytes: [
    'client_held_bytes',
    'Memory that clients make this peer hold: requests under way, parts of them, values read for them, unread answers.',
  ],
  requestLimit: [
    'client_requests_limit',
    'Requests of clients that this peer takes on at once; fewer while it can do no more and they take long.',
  ],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

export interface TrafficFigures extends Readonly<Record<keyof typeof TRAFFIC_FIGURES, number>> {
  readonly queuedBytes: Readonly<Record<Queue, number>>;
  /** Of libp2p, two for each peer or so. */
  readonly connections: Readonly<Record<Direction, number>>;
  /** Of requests and messages, over those. */
  readonly streams: Readonly<Record<Direction, number>>;
}

/** Lets it be read among a node's metrics what is under way between it, its clients and its peers, and what waits. */
export function addTrafficMetrics(metrics: Metrics, read: () => TrafficFigures): void {
  addFigures(metrics, TRAFFIC_FIGURES, read);
  const queued = metrics.gaugeBy<Queue>(
    'queue',
    'queued_bytes',
    'Bytes that wait for the disk to be durable, for peers, or for clients to take them.',
  );
  const connections = metrics.gaugeBy<Direction>(
    'direction',
    'peer_connections',
    'Connections with other peers, by who opened them.',
  );
  const streams = metrics.gaugeBy<Direction>(
    'direction',
    'peer_streams',
    'Streams of messages over those connections, by who opened them.',
  );
  metrics.onCollect(() => {
    const figures = read();
    queued.set(figures.queuedBytes);
    connections.set(figures.connections);
    streams.set(figures.streams);
  });
}
