import { freePort } from '../../../src/cli/flock/free-port.ts';
import type { Host, Lab } from './lab.ts';

const ADDRESS = '127.0.0.1';
const FIRST_PORT = 21_000 + (process.pid % 100) * 100;

/** Peers side by side on one machine, between which nothing can be cut. */
export async function loopbackLab(hosts: number, cutObstacle: string): Promise<Lab> {
  const ports: number[] = [];
  for (let i = 0; i < 2 * hosts; i++) ports.push(await freePort(FIRST_PORT, new Set(ports)));
  return {
    hosts: Array.from({ length: hosts }, (_, i): Host => ({
      name: `h${i + 1}`,
      address: ADDRESS,
      peerPort: ports[2 * i]!,
      clientPort: ports[2 * i + 1]!,
      wrap: (command) => command,
    })),
    cutObstacle,
    cut: () => Promise.reject(new Error(`nothing can be cut here: ${cutObstacle}`)),
    heal: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
