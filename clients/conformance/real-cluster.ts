import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { SpawnedPeer } from '../../test/cluster/spawned-peer.ts';
import { until } from '../../test/until.ts';

const SECRET = { STARLING_SECRET: 'of the conformance cluster' };

/** Three peers as processes of their own, on free ports of this machine. */
export class RealCluster {
  /** Of the client ports. */
  readonly addresses: readonly string[];
  /** This project's own client, to compare with. */
  readonly reference: StarlingClient;
  readonly #folder: string;
  readonly #peers: readonly SpawnedPeer[];

  private constructor(
    folder: string,
    peers: readonly SpawnedPeer[],
    addresses: readonly string[],
    reference: StarlingClient,
  ) {
    this.#folder = folder;
    this.#peers = peers;
    this.addresses = addresses;
    this.reference = reference;
  }

  /** Resolves when each of the three owns everything and has it. */
  static async start(): Promise<RealCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'starling-conformance-'));
    const peers: SpawnedPeer[] = [];
    const spawn = (name: string, flags: readonly string[]): SpawnedPeer => {
      const fixed = ['--cluster', 'conformance', '--admin-port', 'off', '--data', join(folder, name)];
      const peer = new SpawnedPeer([...fixed, ...flags], SECRET);
      peers.push(peer);
      return peer;
    };
    try {
      const first = await spawn('first', ['--found']).ready();
      const bootstrap = ['--bootstrap', first.addresses[0]!];
      const others = [spawn('second', bootstrap), spawn('third', bootstrap)];
      const ready = [first, ...(await Promise.all(others.map((peer) => peer.ready())))];
      const addresses = ready.map(({ clientAddress }) => clientAddress);
      const reference = await connect({ addresses });
      await until(async () => isWhole(await reference.topology()), 30_000);
      return new RealCluster(folder, peers, addresses, reference);
    } catch (error) {
      await Promise.all(peers.map((peer) => peer.kill()));
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** SIGKILL for the peer at this client address; it stays dead. */
  async kill(address: string): Promise<void> {
    await this.#peers[this.addresses.indexOf(address)]!.kill();
  }

  async stop(): Promise<void> {
    await this.reference.close();
    await Promise.all(this.#peers.map((peer) => peer.kill()));
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function isWhole({ width, partitions, members }: Awaited<ReturnType<StarlingClient['topology']>>): boolean {
  return width === 3 && members.every(({ completePartitions }) => completePartitions === partitions);
}
