import type { Connection, Libp2p } from '@libp2p/interface';
import { peerIdFromString } from '@libp2p/peer-id';
import { LIMITS } from '../../base/limits.ts';
import { systemTimers } from '../../base/system/timers.ts';
import { StarlingError } from '../../base/errors.ts';
import type { DialTarget } from '../../base/network.ts';
import { dialAny, ofPeer, parseAddress } from './dial.ts';

/**
 * The connections to other peers: one for bulk and one apart from it, each made when it is first needed and used by both ends.
 *
 * All streams of a connection share one TCP connection, and so its queue: on a link of 10 Mbit/s a ping waited 860 ms behind one
 * full window of a bulk stream, and its sender would have been taken for dead.
 */
export class Connections {
  /** Connections over which the other end has proved to be of the cluster. Whoever stole a key can make others, under the same id. */
  readonly #proven = new WeakSet<Connection>();
  /** Connections that a protocol to be kept apart has used, by whichever end. */
  readonly #apart = new WeakSet<Connection>();

  /** The connection carries a protocol that is kept apart. */
  setApart(connection: Connection): void {
    this.#apart.add(connection);
  }

  /** The other end of the connection proved to be of the cluster. */
  setProven(connection: Connection): void {
    this.#proven.add(connection);
  }

  /** Nobody stays connected who proves nothing: closes the connection where that has not happened in time. */
  watch(connection: Connection): void {
    systemTimers.after(LIMITS.unprovenMs, () => {
      if (this.#proven.has(connection) || connection.status !== 'open') return;
      connection.abort(new StarlingError('FORBIDDEN', 'the peer did not prove to be of the cluster'));
    });
  }

  /** An open connection of the right kind to the peer, or a new one; without a peer, to the first address that answers. */
  async find(
    node: Libp2p,
    target: DialTarget,
    options: { readonly isApart: boolean; readonly signal: AbortSignal },
  ): Promise<Connection> {
    const { isApart, signal } = options;
    if (target.peer === node.peerId.toString()) {
      throw new StarlingError('UNAVAILABLE', 'that is this peer itself');
    }
    if (target.peer === undefined) return dialAny(node, target.addresses.map(parseAddress), signal);
    const peer = peerIdFromString(target.peer);
    const open = node.getConnections(peer).filter(({ status }) => status === 'open');
    const usable = open.filter((connection) => this.#apart.has(connection) === isApart);
    const known = usable.find((connection) => this.#proven.has(connection)) ?? usable[0];
    if (known !== undefined) return known;
    const addresses = target.addresses.map((address) => ofPeer(parseAddress(address), peer));
    // Without force it would give the connection of the other kind.
    return node.dial(addresses.length > 0 ? addresses : peer, { signal, force: open.length > 0 });
  }
}
