import net from 'node:net';
import path from 'node:path';
import type { Engine, Seat } from './engine.ts';

const FIRST_PORT = 7500;
const FIRST_CONTROL_PORT = 7400;
const TRIES = 100;
/** 127.0.0.1 is everybody's. */
const FIRST_HOST = 2;

/** So many seats, each on a loopback address of its own. */
export async function seatsFor(
  { network }: Pick<Engine, 'network'>,
  count: number,
  folder: string,
): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let index = 0; index < count; index++) {
    const name = `m${index + 1}`;
    const host = `${network}.${index + FIRST_HOST}`;
    const port = await freePort(host, FIRST_PORT);
    const controlPort = await freePort(host, FIRST_CONTROL_PORT);
    seats.push({ name, host, port, controlPort, folder: path.join(folder, name) });
  }
  return seats;
}

async function freePort(host: string, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port++) if (await isFree(host, port)) return port;
  throw new Error(`no port of ${host} from ${first} to ${first + TRIES - 1} is free`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ host, port }, () => server.close(() => resolve(true)));
  });
}
