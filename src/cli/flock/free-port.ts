import net from 'node:net';
import { StarlingError } from '../../base/errors.ts';

const TRIES = 200;

/**
 * The first port of loopback, from `first` on, that nobody listens at and that isn't taken.
 * Another program may still be quicker: then the peer says that its port is in use.
 */
export async function freePort(first: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = first; port < first + TRIES; port++) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new StarlingError(
    'CONFIGURATION',
    `no port from ${first} to ${first + TRIES - 1} is free on this machine`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}
