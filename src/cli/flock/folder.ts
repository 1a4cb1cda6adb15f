import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StarlingError } from '../../base/errors.ts';
import { type Flag, loadConfiguration } from '../../node/configuration/load.ts';
import type { NodeConfiguration } from '../../node/node-configuration.ts';
import { freePort } from './free-port.ts';
import { forgetRunningFlock } from './running.ts';

const FIRST_CLIENT_PORT = 7400;
const FIRST_PEER_PORT = 7500;
const DEFAULT_NODES = 3;
const PEER_FILE = /^peer-(\d+)\.json$/;
const FILE_MODE = 0o600;

/** Whatever the file says: its peers are for this machine alone, and need ask nothing of anybody else. */
const OF_THIS_MACHINE: readonly Flag[] = ['clientHost', 'adminHost'].map((path) => ({
  name: 'starling up',
  path,
  value: '127.0.0.1',
}));

/** One peer of a flock as its folder knows it. */
export interface FlockPeer {
  /** `peer-1` */
  readonly name: string;
  /** Its configuration file, with which `starling start` runs it alone. */
  readonly file: string;
  readonly configuration: NodeConfiguration;
}

export interface FlockFolderOptions {
  /** How many peers there shall be; default as many as there are, 3 in a new folder. */
  readonly nodes?: number | undefined;
  /** Configuration file for all peers; default what they had, and Starling's defaults in a new folder. */
  readonly config?: string | undefined;
  /** They win over the files. */
  readonly flags?: readonly Flag[] | undefined;
}

/**
 * The folder of a local cluster. Ports stay the same from one run to the next, so that addresses do:
 *
 *     peer-1.json    configuration of the first peer
 *     peer-1/        its data
 *     peer-2.json    ...
 *     running.json   while `starling up` runs
 */
export class FlockFolder {
  readonly path: string;

  constructor(folder: string) {
    this.path = path.resolve(folder);
  }

  /**
   * Writes the configuration of every peer, and gives them in order.
   * @throws StarlingError CONFIGURATION where the folder has more peers than are wanted, or a file of it can't be used
   */
  async prepare({ nodes, config, flags }: FlockFolderOptions): Promise<FlockPeer[]> {
    mkdirSync(this.path, { recursive: true });
    const earlier = this.#load();
    const wanted = nodes ?? (earlier.length || DEFAULT_NODES);
    if (wanted < earlier.length) {
      throw new StarlingError(
        'CONFIGURATION',
        `${this.path} has ${earlier.length} peers and all of them hold data: start all with --nodes ${earlier.length}, ` +
          'throw them away with --fresh, or name another folder with --data',
      );
    }
    const isFounded = earlier[0]?.configuration.found === false;
    const ports = await this.#ports(earlier, wanted);
    return ports.map((port, index) => {
      // A peer that is new here is as the first one is.
      const file = config ?? (earlier[index] ?? earlier[0])?.file;
      const founds = index === 0 && !isFounded;
      const configuration = loadConfiguration({ file, flags: [...(flags ?? []), ...OF_THIS_MACHINE] });
      return this.#write(index, {
        ...configuration,
        dataDirectory: path.join(this.path, nameOf(index)),
        clientPort: port.client,
        adminPort: configuration.adminPort === 'off' ? 'off' : 'auto',
        listen: [multiaddrOf(port.peer)],
        announce: [],
        found: founds,
        bootstrap: founds ? [] : othersOf(ports, index),
      });
    });
  }

  /** Notes that the cluster exists: whoever loses its data from now on must not found a second one. */
  noteFounded(peers: readonly FlockPeer[]): void {
    const addresses = peers.map(({ configuration }) => configuration.listen[0] ?? '');
    peers.forEach(({ configuration }, index) => {
      const bootstrap = addresses.filter((_, other) => other !== index);
      this.#write(index, { ...configuration, found: false, bootstrap });
    });
  }

  /** Removes every peer and its data, and nothing else. */
  clear(): void {
    for (let index = 0; index < this.#count(); index++) {
      rmSync(path.join(this.path, nameOf(index)), { recursive: true, force: true });
    }
    for (let index = this.#count() - 1; index >= 0; index--) rmSync(this.#fileOf(index));
    forgetRunningFlock(this.path);
  }

  #load(): FlockPeer[] {
    return Array.from({ length: this.#count() }, (_, index) => {
      const file = this.#fileOf(index);
      return { name: nameOf(index), file, configuration: loadConfiguration({ file }) };
    });
  }

  #count(): number {
    if (!existsSync(this.path)) return 0;
    return readdirSync(this.path).filter((name) => PEER_FILE.test(name)).length;
  }

  async #ports(earlier: readonly FlockPeer[], wanted: number): Promise<Ports[]> {
    const ports = earlier.map(({ configuration }) => portsOf(configuration));
    const taken = new Set(ports.flatMap(({ client, peer }) => [client, peer]));
    while (ports.length < wanted) {
      const client = await freePort(FIRST_CLIENT_PORT, taken);
      const peer = await freePort(FIRST_PEER_PORT, taken);
      taken.add(client).add(peer);
      ports.push({ client, peer });
    }
    return ports;
  }

  #write(index: number, configuration: NodeConfiguration): FlockPeer {
    const file = this.#fileOf(index);
    // It may hold the cluster's secret.
    writeFileSync(file, `${JSON.stringify(configuration, undefined, 2)}\n`, { mode: FILE_MODE });
    return { name: nameOf(index), file, configuration };
  }

  #fileOf(index: number): string {
    return path.join(this.path, `${nameOf(index)}.json`);
  }
}

interface Ports {
  readonly client: number;
  readonly peer: number;
}

function nameOf(index: number): string {
  return `peer-${index + 1}`;
}

function multiaddrOf(port: number): string {
  return `/ip4/127.0.0.1/tcp/${port}`;
}

function othersOf(ports: readonly Ports[], index: number): string[] {
  return ports.filter((_, other) => other !== index).map(({ peer }) => multiaddrOf(peer));
}

function portsOf({ clientPort, listen }: NodeConfiguration): Ports {
  return { client: clientPort, peer: Number(/\/tcp\/(\d+)/.exec(listen[0] ?? '')?.[1]) };
}
