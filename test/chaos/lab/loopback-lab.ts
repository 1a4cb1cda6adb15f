import { freePort } from '../../../src/cli/flock/free-port.ts';
import type { Host, Lab, NetworkTrouble } from './lab.ts';

const ADDRESS = '127.0.0.1';
const FIRST_PORT = 21_000 + (process.pid % 100) * 100;
const PORTS_EACH = 3;
const TROUBLES: readonly NetworkTrouble[] = ['cut', 'loss', 'delay', 'slow link'];

/** Peers side by side on one machine, between which the network can't be troubled. */
export async function loopbackLab(hosts: number, obstacle: string): Promise<Lab> {
  const ports: number[] = [];
  for (let i = 0; i < PORTS_EACH * hosts; i++) ports.push(await freePort(FIRST_PORT, new Set(ports)));
  const refuse = () => Promise.reject(new Error(`nothing can be done to this network: ${obstacle}`));
  return {
    hosts: Array.from({ length: hosts }, (_, i): Host => {
      const [peerPort, clientPort, adminPort] = ports.slice(PORTS_EACH * i);
      return {
        name: `h${i + 1}`,
        address: ADDRESS,
        peerPort: peerPort!,
        clientPort: clientPort!,
        adminPort: adminPort!,
        wrap: (command) => command,
      };
    }),
    obstacles: new Map(TROUBLES.map((trouble) => [trouble, obstacle])),
    cut: refuse,
    lose: refuse,
    delay: refuse,
    slow: refuse,
    close: () => Promise.resolve(),
  };
}
