import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import net, { type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ERROR_CODES } from '../../../src/base/errors.ts';
import { LIMITS } from '../../../src/base/limits.ts';
import { proveOrder } from '../../../src/transport/operator-proof.ts';
import type { starling } from '../../../src/wire/gen/messages.js';
import { RawClient } from '../../server/raw-client.ts';
import type { Attack } from '../attack.ts';
import { SECRET } from '../attacked-cluster.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import { lengthOf } from '../raw-stream.ts';
import type { NodeAddress } from '../target/target-requests.ts';

const CHUNK = Buffer.alloc(1 << 20, 0x61);

/** More than an attack may make a node grow. */
const CHUNKS = 24;

type Removal = starling.v1.RemoveMember.$Properties;

/** Orders to remove a member that nobody who knows the secret has given. */
function falseOrders(peer: string, clusterId: string): Removal[] {
  const order = { clusterId, action: 'remove', peer, force: true, expiresMs: Date.now() + 60_000 } as const;
  const { force, expiresMs } = order;
  const proof = proveOrder(SECRET, order);
  return [
    { peer, force, expiresMs },
    { peer, force, expiresMs, proof: new Uint8Array(32) },
    { peer, force, expiresMs, proof: proof.subarray(0, 31) },
    { peer, force, expiresMs, proof: proveOrder('guessed', order) },
    { peer, force, expiresMs, proof: proveOrder('', order) },
    // Each a genuine proof of another order.
    { peer, force: false, expiresMs, proof },
    { peer, force, expiresMs: expiresMs + 1, proof },
    { peer, force, expiresMs, proof: proveOrder(SECRET, { ...order, peer: `${peer}x` }) },
    { peer, force, expiresMs, proof: proveOrder(SECRET, { ...order, clusterId: 'another' }) },
    { peer, force, expiresMs, proof: proveOrder(SECRET, { ...order, action: 'leave' }) },
    // Genuine once, and played again too late.
    { peer, force, expiresMs: 1, proof: proveOrder(SECRET, { ...order, expiresMs: 1 }) },
  ];
}

export const FALSE_REMOVAL_ORDERS: Attack = {
  name: 'orders to remove a member at the client port, without a proof of the secret or with one of another order',
  async run({ target, first, last }) {
    const [snapshot] = await target.ask('snapshot');
    const client = await RawClient.to(first.clientAddress);
    const complaints: string[] = [];
    for (const [id, removeMember] of falseOrders(last.peer, snapshot!.clusterId).entries()) {
      const { error } = await client.ask({ id: id + 1, removeMember });
      if (Number(error?.code) !== ERROR_CODES.FORBIDDEN)
        complaints.push(`order ${id} was answered ${JSON.stringify(error)}`);
    }
    client.close();
    return complaints;
  },
};

export const CLIENT_PORT_GARBAGE: Attack = {
  name: 'garbage at the client port: nonsense, endless frames, connections that say nothing',
  async run({ first }) {
    const beginnings = [randomBytes(5000), lengthOf(2 ** 31), lengthOf(LIMITS.clientFrameBytes + 1)];
    const complaints: string[] = [];
    for (const beginning of beginnings) {
      const socket = await connectTo(first);
      socket.write(beginning);
      const sent = pipeline(Readable.from(Array.from({ length: CHUNKS }, () => CHUNK)), socket);
      // Being hung up on is an error here.
      await sent.catch(() => {});
      if (!(await holdsWithin(SOON_MS, () => socket.destroyed))) complaints.push('the node did not hang up');
    }
    const silent = await Promise.all(Array.from({ length: 100 }, () => connectTo(first)));
    for (const socket of silent) socket.destroy();
    return complaints;
  },
};

async function connectTo(node: NodeAddress): Promise<Socket> {
  const socket = net.connect(Number(node.clientAddress.split(':').at(-1)), '127.0.0.1');
  // Else its end would never be seen.
  socket.resume();
  // Being reset is one of the answers.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}
