import { isIP } from 'node:net';
import { isLoopback } from '../base/loopback.ts';

/** Where the admin port listens. */
export interface Listening {
  /** As it was configured: an address or a name. */
  readonly host: string;
  /** The address that it is. */
  readonly address: string;
}

const NAME_AND_PORT = /^(?:\[(?<address>[^\]]*)\]|(?<name>[^:[\]]+))(?::\d{1,5})?$/;

/**
 * Whether a request means this server, by its Host header.
 *
 * A page from anywhere can make its own name resolve to 127.0.0.1 and then read from here what its browser may reach (DNS
 * rebinding); its requests carry that name. So only names that nobody else can point here are taken: `localhost`, the name
 * that was configured, and addresses: those of loopback where it listens on loopback, any where others reach it (it may
 * be behind address translation). The port doesn't matter: it may come through a tunnel.
 */
export function isHostAllowed(header: string, { host, address }: Listening): boolean {
  const parts = NAME_AND_PORT.exec(header)?.groups;
  const name = (parts?.['address'] ?? parts?.['name'] ?? '').toLowerCase();
  if (name === 'localhost' || name === host.toLowerCase()) return true;
  return isIP(name) !== 0 && (isLoopback(name) || !isLoopback(address));
}
