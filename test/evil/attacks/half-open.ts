import net, { type Socket } from 'node:net';
import { LIMITS } from '../../../src/base/limits.ts';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { handshakeEnd, shakeHands } from '../claims.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import { framed, type RawStream } from '../raw-stream.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import type { NodeAddress } from '../target/target-requests.ts';

/** More than a node takes at a time. */
const BARE_CONNECTIONS = LIMITS.pendingHandshakes + 200;

const PEERS = 4;
const STREAMS_PER_PEER = 50;

/** A stranger sends the next byte of his Hello so often. */
const DRIP_MS = 100;

/** What a connection that never gets anywhere may take of a node's memory while it waits. */
const HALF_OPEN_BYTES = 32 << 10;

/** TCP connections on which nobody says anything, or only the beginning of TLS. */
class BareConnections {
  readonly #sockets: Socket[];
  #connected = 0;
  #closed = 0;

  constructor(node: NodeAddress, count: number) {
    const port = Number(/\/tcp\/(\d+)/.exec(node.addresses[0]!)![1]);
    this.#sockets = Array.from({ length: count }, (_, i) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        this.#connected++;
        // What chooses the encryption, and the first bytes of a ClientHello of 512.
        if (i % 2 === 0)
          socket.write(Buffer.from('\x13/multistream/1.0.0\n\x05/tls\n\x16\x03\x01\x02\x00\x01'));
      });
      // Who doesn't read doesn't notice a node that hangs up in good order, after what it has said.
      socket.resume();
      socket.on('error', () => {});
      socket.on('close', () => this.#closed++);
      return socket;
    });
  }

  /** Whether each has been taken or refused. */
  areTried(): boolean {
    return this.#connected + this.#closed >= this.#sockets.length;
  }

  areClosed(): boolean {
    return this.#closed === this.#sockets.length;
  }

  destroy(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

export const BARE_FLOOD: Attack = {
  name: 'more than a thousand connections that say nothing, or stop in the middle of TLS',
  mayGrowBytes: BARE_CONNECTIONS * HALF_OPEN_BYTES,
  async run(cluster) {
    const { target } = cluster;
    const before = await target.ask('usage');
    const connections = new BareConnections(cluster.first, BARE_CONNECTIONS);
    await holdsWithin(SOON_MS, () => connections.areTried());
    const complaints = await complaintsWhile(cluster);
    const { sockets } = await target.ask('usage');
    const most = before.sockets + LIMITS.pendingHandshakes + 100;
    if (sockets > most) complaints.push(`${sockets} connections at once`);
    if (!(await holdsWithin(SOON_MS, () => connections.areClosed()))) complaints.push('the node keeps them');
    connections.destroy();
    if (!(await holdsWithin(SOON_MS, () => isNewcomerLetIn(cluster)))) complaints.push('nobody else gets in');
    return complaints;
  },
};

/** @param lateMs how much later than a handshake may last its stream may end; before the whole connection is given up */
export const halfOpenStreams = (lateMs: number): Attack => ({
  name: 'hundreds of streams whose handshake never ends: silent ones, and one that says a byte at a time',
  async run(cluster) {
    const streams: RawStream[] = [];
    for (let i = 0; i < PEERS; i++) {
      const stranger = await cluster.peer();
      const opening = Array.from({ length: STREAMS_PER_PEER }, (_, number) =>
        stranger.open(cluster.first, Object.values(PROTOCOLS)[number % 2]!),
      );
      streams.push(...(await Promise.all(opening)));
    }
    const dripping = await openDripping(cluster);
    const complaints = await complaintsWhile(cluster);
    if (!(await isNewcomerLetIn(cluster))) complaints.push('nobody else gets in');
    const areOver = () => streams.every(({ isClosed }) => isClosed) && dripping.isClosed;
    if (!(await holdsWithin(LIMITS.handshakeMs + lateMs, areOver))) complaints.push('the node keeps them');
    return complaints;
  },
});

/** What goes wrong while they are open. */
async function complaintsWhile({ target }: AttackedCluster): Promise<string[]> {
  return target.ask('read').then(
    () => [],
    (error: unknown) => [`meanwhile reads fail: ${String(error)}`],
  );
}

async function isNewcomerLetIn(cluster: AttackedCluster): Promise<boolean> {
  const newcomer = await cluster.peer();
  try {
    const stream = await newcomer.open(cluster.first, PROTOCOLS.membership);
    return (await shakeHands(stream, newcomer.id)) === undefined;
  } catch {
    // It could not even connect.
    return false;
  }
}

async function openDripping(cluster: AttackedCluster): Promise<RawStream> {
  const stranger = await cluster.peer();
  const stream = await stranger.open(cluster.first, PROTOCOLS.membership);
  const hello = handshakeEnd('opener', stranger.id, stream.peer).begin().say!;
  const bytes = framed(starling.v1.HandshakeFrame.encode(hello).finish());
  let sent = 0;
  const drip = setInterval(() => {
    if (stream.isClosed || sent === bytes.length) clearInterval(drip);
    else void stream.send(bytes.subarray(sent, ++sent));
  }, DRIP_MS);
  return stream;
}
