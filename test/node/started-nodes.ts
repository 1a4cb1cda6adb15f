import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type StarlingNode, configurationOf, startNode } from '../../src/index.ts';
import type { ConfigurationInput } from '../../src/node/configuration.ts';

/** Nodes of one cluster in this process, on the machine's own network and in a folder of their own, which end with their test. */
export class StartedNodes {
  /** With a folder for each node in it. */
  readonly folder: string;
  readonly #cluster: string;
  readonly #nodes: StarlingNode[] = [];
  #started = 0;

  private constructor(folder: string, cluster: string) {
    this.folder = folder;
    this.#cluster = cluster;
  }

  static async of(cluster: string): Promise<StartedNodes> {
    return new StartedNodes(await mkdtemp(path.join(tmpdir(), `starling-${cluster}-`)), cluster);
  }

  async start(input: ConfigurationInput): Promise<StarlingNode> {
    const node = await startNode(
      configurationOf({
        cluster: { name: this.#cluster, partitions: 16 },
        dataDirectory: path.join(this.folder, `peer-${this.#started++}`),
        clientPort: 0,
        log: { level: 'silent' },
        ...input,
      }),
    );
    this.#nodes.push(node);
    return node;
  }

  /** Stops all that were started, those that have stopped already included. */
  async end(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.stop()));
    await rm(this.folder, { recursive: true });
  }
}
