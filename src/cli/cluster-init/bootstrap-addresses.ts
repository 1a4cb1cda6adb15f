import { networkInterfaces } from 'node:os';
import { StarlingError } from '../../base/errors.ts';

/** As many as a machine can be expected to be reached at; one that answers is enough. */
const MOST = 16;

const PARTS = /^\/(?<kind>\w+)\/(?<host>[^/]+)\/tcp\/(?<port>\d+)/;

/** What `networkInterfaces` tells of one address. */
export interface MachineAddress {
  readonly address: string;
  readonly family: string;
  readonly internal: boolean;
}

/**
 * Multiaddrs at which others find a peer that listens at these, in which 0.0.0.0 and :: stand for each address of this machine.
 * @param listen multiaddrs
 * @throws StarlingError CONFIGURATION where a port is 0: it is another one at each start
 */
export function bootstrapAddresses(
  listen: readonly string[],
  peer: string,
  machine: readonly MachineAddress[] = machineAddresses(),
): string[] {
  return listen
    .flatMap((address) => reachable(address, machine))
    .slice(0, MOST)
    .map((address) => `${address.replace(/\/p2p\/.*$/, '')}/p2p/${peer}`);
}

/** Whether only peers of the same machine can dial this. */
export function isLoopbackMultiaddr(address: string): boolean {
  return /^\/ip4\/127\.|^\/ip6\/::1\//.test(address);
}

function reachable(address: string, machine: readonly MachineAddress[]): string[] {
  const { kind = '', host = '', port = '' } = PARTS.exec(address)?.groups ?? {};
  if (port === '0') {
    throw new StarlingError(
      'CONFIGURATION',
      `${address} has another port at each start, and the others have to find the first peer by it; name one, such as 7500`,
    );
  }
  if (host !== '0.0.0.0' && host !== '::') return [address];
  const family = kind === 'ip4' ? 'IPv4' : 'IPv6';
  const outside = machine.filter(
    (known) => known.family === family && !known.internal && !isLinkLocal(known),
  );
  const loopback = kind === 'ip4' ? '127.0.0.1' : '::1';
  return (outside.length > 0 ? outside.map((known) => known.address) : [loopback]).map(
    (known) => `/${kind}/${known}/tcp/${port}`,
  );
}

/** Such an address means nothing without the name of the interface. */
function isLinkLocal({ address }: MachineAddress): boolean {
  return /^fe80:/i.test(address);
}

function machineAddresses(): MachineAddress[] {
  return Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
}
