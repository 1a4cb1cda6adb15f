import './with-resolvers.ts';
import type { Connection, Libp2p, PeerId } from '@libp2p/interface';
import { multiaddr, type Multiaddr } from '@multiformats/multiaddr';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import type { DialTarget } from '../../base/network.ts';

/** @throws StarlingError INVALID_ARGUMENT where the text is no multiaddr. */
export function parseAddress(text: string): Multiaddr {
  try {
    return multiaddr(text);
  } catch (error) {
    const example = '/ip4/192.0.2.1/tcp/4001';
    throw new StarlingError('INVALID_ARGUMENT', `not a multiaddr (such as ${example}): ${text}`, {}, error);
  }
}

/** The address with this peer's id at its end, in place of another's where there is one. */
export function ofPeer(address: Multiaddr, peer: PeerId): Multiaddr {
  const place = address.getComponents().some(({ name }) => name === 'p2p')
    ? address.decapsulate('/p2p')
    : address;
  return place.encapsulate(`/p2p/${peer.toString()}`);
}

/** Connects to the first address that answers, one after the other. Throws what the last one threw. */
export async function dialAny(
  node: Libp2p,
  addresses: readonly Multiaddr[],
  signal: AbortSignal,
): Promise<Connection> {
  let failure: unknown = new StarlingError('INVALID_ARGUMENT', 'neither a peer nor an address to dial');
  for (const address of addresses) {
    try {
      return await node.dial(address, { signal });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** What went wrong with opening a stream, as the Network port promises it. */
export function asOpenError(target: DialTarget, error: unknown, isLate: boolean): StarlingError {
  if (error instanceof StarlingError) return error;
  const whom = target.peer ?? target.addresses.join(', ');
  if (isLate) return new StarlingError('TIMEOUT', `no answer from ${whom} in time`, {}, error);
  const { message } = toStarlingError(error);
  return new StarlingError('UNAVAILABLE', `can't reach ${whom}: ${message}`, {}, error);
}
