import { startPeer, topologyOf } from '../../test/server/peer.ts';
import type { StubPeer } from '../../test/server/peer.ts';
import { Adapter, type AdapterProgram, type ClientError, type Command, type Result } from './adapter.ts';
import { type Behind, Door } from './door.ts';
import { RealCluster } from './real-cluster.ts';

/** One statement about a client, and how to see whether it is true. */
export interface Check {
  /** A sentence whose subject is the client. */
  readonly name: string;
  /** Rejects where it isn't so. */
  readonly run: (bench: Bench) => Promise<void>;
}

/** Where a client is held while it is checked: a real cluster, peers that fail on purpose, and the client itself. */
export class Bench {
  readonly cluster: RealCluster;
  readonly #program: AdapterProgram;
  #adapter: Adapter | undefined;
  #stubs: StubPeer[] = [];
  #doors: Door[] = [];
  #keys = 0;

  private constructor(program: AdapterProgram, cluster: RealCluster) {
    this.#program = program;
    this.cluster = cluster;
  }

  static async open(program: AdapterProgram): Promise<Bench> {
    return new Bench(program, await RealCluster.start());
  }

  /** Runs one check, and clears away what it left. @throws what the check throws */
  async run(check: Check): Promise<void> {
    try {
      await check.run(this);
    } catch (error) {
      // Nobody knows what state it is in: the next check gets another one.
      await this.#dropAdapter();
      throw error;
    } finally {
      await this.#clear();
    }
  }

  async close(): Promise<void> {
    await this.#dropAdapter();
    await this.#clear();
    await this.cluster.stop();
  }

  /** A key that no other check uses. */
  key(name = 'key'): string {
    return `${name}/${++this.#keys}`;
  }

  /** Has the client do it. @throws Error where that fails */
  async do(command: Command): Promise<Result> {
    const outcome = await this.#client().outcomeOf(command);
    if ('ok' in outcome) return outcome.ok;
    const { code, message } = outcome.error;
    throw new Error(`"${command.do}" failed with ${code}: ${message}`);
  }

  /** Has the client do it, which is to fail. @throws Error where it does not */
  async failureOf(command: Command): Promise<ClientError> {
    const outcome = await this.#client().outcomeOf(command);
    if ('error' in outcome) return outcome.error;
    throw new Error(`"${command.do}" should have failed; it gave ${JSON.stringify(outcome.ok)}`);
  }

  /** Connects the client to the real cluster. */
  async toCluster(options: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.do({ do: 'connect', addresses: this.cluster.addresses, ...options });
  }

  /**
   * Peers with a map instead of a cluster, which a check can have fail. Partition p of 16 belongs to peer p % count, and to
   * the next ones as far as `width` goes.
   */
  async stubs(count: number, width = 1): Promise<StubPeer[]> {
    const stubs = await Promise.all(Array.from({ length: count }, () => startPeer()));
    this.#stubs.push(...stubs);
    const topology = topologyOf(
      stubs.map(({ address }) => address),
      'ring-1',
      width,
    );
    for (const stub of stubs) stub.topology = topology;
    return stubs;
  }

  /** One such peer, and the client connected to it. */
  async toStub(options: Readonly<Record<string, unknown>> = {}): Promise<StubPeer> {
    const [stub] = await this.stubs(1);
    await this.do({ do: 'connect', addresses: [stub!.address], ...options });
    return stub!;
  }

  async door(behind: Behind): Promise<Door> {
    const door = await Door.before(behind);
    this.#doors.push(door);
    return door;
  }

  #client(): Adapter {
    this.#adapter ??= new Adapter(this.#program);
    return this.#adapter;
  }

  async #dropAdapter(): Promise<void> {
    await this.#adapter?.stop();
    this.#adapter = undefined;
  }

  async #clear(): Promise<void> {
    await this.#adapter?.outcomeOf({ do: 'close' });
    await Promise.all(this.#doors.map((door) => door.close()));
    await Promise.all(this.#stubs.map((stub) => stub.stop()));
    this.#doors = [];
    this.#stubs = [];
  }
}
