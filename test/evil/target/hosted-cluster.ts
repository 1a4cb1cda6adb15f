import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsWithin } from '../holds.ts';
import { type NodeSnapshot, snapshotOf } from './node-snapshot.ts';
import { addressOf, type OpenNode, startOpenNode } from './open-node.ts';
import type { ClusterOptions, NodeAddress } from './target-requests.ts';

/** Stored before any attack. */
const KEPT_KEYS = Array.from({ length: 10 }, (_, i) => `kept ${i}`);

/** How long a cluster may take to come to rest, on a machine that does other things as well. */
const REST_MS = 30_000;

/** A cluster in this process, and nodes beside it that may not get anywhere. */
export class HostedCluster {
  readonly #options: ClusterOptions;
  readonly #folder: string;
  /** Undefined where it was killed. */
  readonly #nodes: (OpenNode | undefined)[] = [];
  /** What ends each node beside it. */
  #endings: (() => Promise<void>)[] = [];
  #writes = 0;

  private constructor(options: ClusterOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
  }

  static async start(options: ClusterOptions): Promise<HostedCluster> {
    const cluster = new HostedCluster(options, await mkdtemp(join(tmpdir(), 'starling-evil-')));
    for (let index = 0; index < options.nodes; index++) await cluster.restart(index);
    await cluster.#until(() =>
      cluster.#running().every(({ outside }) => outside.topology().width === options.nodes),
    );
    for (const key of KEPT_KEYS) await cluster.#write(cluster.#running()[0]!, key);
    await cluster.#comeToRest();
    return cluster;
  }

  addresses(): NodeAddress[] {
    return this.#running().map(addressOf);
  }

  snapshot(): Promise<NodeSnapshot[]> {
    return Promise.all(this.#running().map((node) => snapshotOf(node, KEPT_KEYS)));
  }

  async read(): Promise<void> {
    for (const key of KEPT_KEYS) await this.#readBack(key);
  }

  async write(): Promise<void> {
    for (const node of this.#running()) await this.#write(node, `written ${this.#writes++}`);
  }

  count(counter: string): number {
    const counts = this.#running().map(({ outside }) => outside.status().counters.get(counter) ?? 0);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  clockErrorMs(): number {
    const errors = this.#running().map(({ inside }) => Math.abs(inside.gossip.clusterTimeMs() - Date.now()));
    return Math.max(...errors);
  }

  async kill(index: number): Promise<void> {
    const node = this.#nodes[index];
    this.#nodes[index] = undefined;
    await node?.inside.stop({ graceful: false });
    await node?.outside.stop();
  }

  async restart(index: number): Promise<NodeAddress> {
    const dataDirectory = join(this.#folder, String(index));
    const bootstrap = index === 0 ? [] : this.#nodes[0]!.outside.addresses;
    const { inside, outside } = startOpenNode(this.#options, dataDirectory, bootstrap);
    const node = { outside: await outside, inside: await inside, dataDirectory };
    this.#nodes[index] = node;
    return addressOf(node);
  }

  async copy(index: number): Promise<void> {
    const { dataDirectory } = this.#nodes[index]!;
    const copied = join(this.#folder, `copy of ${index}`);
    await cp(dataDirectory, copied, { recursive: true });
    await this.#startBeside(copied, this.#nodes[0]!.outside.addresses);
  }

  async lure(address: string): Promise<string> {
    return this.#startBeside(join(this.#folder, `lured ${this.#endings.length}`), [address]);
  }

  async endOthers(): Promise<void> {
    const endings = this.#endings;
    this.#endings = [];
    await Promise.all(endings.map((end) => end()));
  }

  async stop(): Promise<void> {
    const killed = this.#nodes.map((_, index) => this.kill(index));
    await Promise.all([...killed, this.endOthers()]);
    await rm(this.#folder, { recursive: true });
  }

  #running(): OpenNode[] {
    return this.#nodes.filter((node) => node !== undefined);
  }

  async #startBeside(dataDirectory: string, bootstrap: readonly string[]): Promise<string> {
    const { inside, outside } = startOpenNode(this.#options, dataDirectory, bootstrap);
    const node = await inside;
    this.#endings.push(async () => {
      await node.stop({ graceful: false });
      // It rejects where it never became a member.
      await outside.then(
        (started) => started.stop(),
        () => {},
      );
    });
    return node.self;
  }

  async #write({ outside }: OpenNode, key: string): Promise<void> {
    await outside.put(key, valueOf(key), { consistency: 'all' });
    await this.#readBack(key);
  }

  async #readBack(key: string): Promise<void> {
    for (const { outside } of this.#running()) {
      const { value } = await outside.get(key, { consistency: 'all' });
      if (value !== valueOf(key)) throw new Error(`${key} reads as ${String(value)}`);
    }
  }

  async #comeToRest(): Promise<void> {
    let last = '';
    let sinceMs = performance.now();
    await this.#until(async () => {
      const now = JSON.stringify(await this.snapshot());
      if (now !== last) sinceMs = performance.now();
      last = now;
      return performance.now() - sinceMs >= this.#options.restMs;
    });
  }

  async #until(condition: () => boolean | Promise<boolean>): Promise<void> {
    if (await holdsWithin(REST_MS, condition)) return;
    throw new Error(`the cluster did not come to rest within ${REST_MS} ms`);
  }
}

function valueOf(key: string): string {
  return `value of ${key}`;
}
