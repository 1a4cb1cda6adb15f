import { startPeer, topologyOf } from '../../test/server/peer.ts';
import type { StubPeer } from '../../test/server/peer.ts';
import type { Access } from '../../src/access/access.ts';
import { portTlsOf } from '../../src/node/client-tls.ts';
import type { Authority } from '../../test/server/certificates.ts';
import {
  Adapter,
  type AdapterProgram,
  type ClientError,
  type Command,
  type Outcome,
  type Result,
} from './adapter.ts';
import { Authorities } from './authorities.ts';
import { type Behind, Door } from './door.ts';
import { Gate } from './gate.ts';
import { RealCluster } from './real-cluster.ts';

/** One statement about a client, and how to see whether it is true. */
export interface Check {
  /** A sentence whose subject is the client. */
  readonly name: string;
  /** Rejects where it isn't so. */
  readonly run: (bench: Bench) => Promise<void>;
}

/** A client that is wrong on purpose: what it does instead of what it is told, and what it says instead of what came of it. */
export interface Distortion {
  readonly command?: (command: Command) => Command;
  readonly outcome?: (outcome: Outcome) => Outcome;
}

interface TlsStubOptions {
  readonly named?: string;
  readonly clientCa?: string;
  readonly access?: Access;
}

/** Where a client is held while it is checked: a real cluster, peers that fail on purpose, and the client itself. */
export class Bench {
  readonly #program: AdapterProgram;
  readonly #distortion: Distortion;
  readonly #authorities = new Authorities();
  #cluster: Promise<RealCluster> | undefined;
  #adapter: Adapter | undefined;
  #stubs: StubPeer[] = [];
  #doors: Door[] = [];
  #gates: Gate[] = [];
  #keys = 0;

  /** @param distortion what a test of the checks makes wrong with the client */
  constructor(program: AdapterProgram, distortion: Distortion = {}) {
    this.#program = program;
    this.#distortion = distortion;
  }

  /** Three real peers, started when a check first asks for them. */
  cluster(): Promise<RealCluster> {
    this.#cluster ??= RealCluster.start();
    return this.#cluster;
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
    // Whether it started is the business of the checks that wanted it.
    const cluster = await this.#cluster?.catch(() => undefined);
    await cluster?.stop();
    this.#authorities.remove();
  }

  /** Who signs certificates, and whom a client is told to trust. */
  get authority(): Authority {
    return this.#authorities.known;
  }

  /** Whom it isn't, except where that is to fail. */
  get stranger(): Authority {
    return this.#authorities.stranger;
  }

  /** A key that no other check uses. */
  key(name = 'key'): string {
    return `${name}/${++this.#keys}`;
  }

  /** Has the client do it. @throws Error where that fails */
  async do(command: Command): Promise<Result> {
    const outcome = await this.#outcomeOf(command);
    if ('ok' in outcome) return outcome.ok;
    const { code, message } = outcome.error;
    throw new Error(`"${command.do}" failed with ${code}: ${message}`);
  }

  /** Has the client do it, which is to fail. @throws Error where it does not */
  async failureOf(command: Command): Promise<ClientError> {
    const outcome = await this.#outcomeOf(command);
    if ('error' in outcome) return outcome.error;
    throw new Error(`"${command.do}" should have failed; it gave ${JSON.stringify(outcome.ok)}`);
  }

  /** Connects the client to the real cluster. */
  async toCluster(options: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { addresses } = await this.cluster();
    await this.do({ do: 'connect', addresses, ...options });
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

  /** A peer with a map instead of a cluster, and a client port like this. */
  async stub(options: Parameters<typeof startPeer>[0]): Promise<StubPeer> {
    const stub = await startPeer(options);
    this.#stubs.push(stub);
    return stub;
  }

  /**
   * A peer that speaks TLS, with a certificate of these names (as OpenSSL has them) by the authority that clients are told to trust. It says
   * that it is at `named`, asks for certificates where it is given a `clientCa`, and for tokens where it is given `access`; it does neither otherwise.
   */
  async tlsStub(
    names: string,
    { named = '127.0.0.1', clientCa = '', access }: TlsStubOptions = {},
  ): Promise<StubPeer> {
    const { cert, key } = this.authority.issue(names);
    const tls = portTlsOf({ certFile: cert, keyFile: key, clientCaFile: clientCa });
    const stub = await this.stub({ tls, access });
    stub.topology = topologyOf([stub.address.replace('127.0.0.1', named)]);
    return stub;
  }

  async gate(stub: StubPeer, token: string): Promise<Gate> {
    const gate = await Gate.before(stub.address, token);
    this.#gates.push(gate);
    return gate;
  }

  async door(behind: Behind): Promise<Door> {
    const door = await Door.before(behind);
    this.#doors.push(door);
    return door;
  }

  async #outcomeOf(command: Command): Promise<Outcome> {
    this.#adapter ??= new Adapter(this.#program);
    const outcome = await this.#adapter.outcomeOf(this.#distortion.command?.(command) ?? command);
    return this.#distortion.outcome?.(outcome) ?? outcome;
  }

  async #dropAdapter(): Promise<void> {
    await this.#adapter?.stop();
    this.#adapter = undefined;
  }

  async #clear(): Promise<void> {
    await this.#adapter?.outcomeOf({ do: 'close' });
    await Promise.all(this.#doors.map((door) => door.close()));
    await Promise.all(this.#gates.map((gate) => gate.close()));
    await Promise.all(this.#stubs.map((stub) => stub.stop()));
    this.#doors = [];
    this.#gates = [];
    this.#stubs = [];
  }
}
