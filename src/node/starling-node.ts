import type { StarlingError } from '../base/errors.ts';
import type { ClusterViews } from '../server/client-operations.ts';
import type { ClientPort } from '../server/client-port.ts';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import type { Location, Status, Topology } from '../wire/cluster-view.ts';
import type { AdminPort } from './admin-port.ts';
import { EmbeddedStore } from './embedded-store.ts';
import { MembershipEvents, type MembershipListener } from './membership-events.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import type { Node } from './node.ts';
import type { Reloaded } from './reload.ts';

interface StarlingNodeParts {
  readonly node: Node;
  readonly clientPort: ClientPort;
  /** Undefined: it has none. */
  readonly adminPort: AdminPort | undefined;
  /** Undefined: it records no traces. */
  readonly tracing: Tracing | undefined;
  readonly views: ClusterViews;
  /** With which it was started. */
  readonly configuration: NodeConfiguration;
  readonly reload: (before: NodeConfiguration, after: NodeConfiguration) => Reloaded;
}

/** A running peer, embedded in a program: the store itself, and what there is to know of the peer and its cluster. */
export class StarlingNode extends EmbeddedStore {
  readonly #node: Node;
  readonly #clientPort: ClientPort;
  readonly #adminPort: AdminPort | undefined;
  readonly #tracing: Tracing | undefined;
  readonly #membershipEvents: MembershipEvents;
  readonly #views: ClusterViews;
  readonly #reload: StarlingNodeParts['reload'];
  #configuration: NodeConfiguration;
  readonly #clientAddress: string;
  readonly #addresses: readonly string[];

  constructor({ node, clientPort, adminPort, tracing, views, reload, configuration }: StarlingNodeParts) {
    super(node.coordinator);
    this.#node = node;
    this.#clientPort = clientPort;
    this.#adminPort = adminPort;
    this.#tracing = tracing;
    this.#membershipEvents = new MembershipEvents(node);
    this.#views = views;
    this.#reload = reload;
    this.#configuration = configuration;
    this.#clientAddress = clientPort.address();
    this.#addresses = node.addresses;
  }

  /** libp2p peer id, in base58; the same at every start from the same data directory. */
  get peerId(): string {
    return this.#node.self;
  }

  /** `host:port` at which clients connect. */
  get clientAddress(): string {
    return this.#clientAddress;
  }

  /** `host:port` at which operators have the dashboard, health and metrics over HTTP; undefined where there is no such port. */
  get adminAddress(): string | undefined {
    return this.#adminPort?.address;
  }

  /** Multiaddrs at which other peers reach this one: bootstrap addresses for the next. */
  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /**
   * Resolves when this peer takes part no more: with an error where it stopped of itself, because it was removed from the cluster
   * (FORBIDDEN) or another process has a copy of its data directory (CONFIGURATION); with undefined where it was told to.
   * `stop` it then, all the same.
   */
  get ended(): Promise<StarlingError | undefined> {
    return this.#node.ended;
  }

  /** Whether it is a full member: it has copied all that it owns. Requests are served before that, too. */
  get isActive(): boolean {
    return this.#node.isActive;
  }

  /** Members, their states and who owns what, as this peer sees it. */
  topology(): Topology {
    return this.#views.topology();
  }

  /** How this peer is. */
  status(): Status {
    return this.#views.status();
  }

  /** Where a key lives. @throws StarlingError INVALID_ARGUMENT */
  locate(key: string): Location {
    return this.#views.locate(key);
  }

  /**
   * Calls back when the membership changes in the eyes of this peer, until the returned function is called or the peer stops.
   * What there was before is in `topology()`. Each event comes after the peer has dealt with it; a listener that throws is
   * an uncaught exception of the program.
   *
   *     const off = node.onMembership((event) => {
   *       if (event.kind === 'liveness' && event.liveness === 'dead') page(`peer ${event.peer} is dead`);
   *       if (event.kind === 'expelled') shutDown(event.reason);
   *     });
   */
  onMembership(listener: MembershipListener): () => void {
    return this.#membershipEvents.add(listener);
  }

  /**
   * Takes on what of another configuration can be while the peer runs: what it logs, and how much it compares and copies; and reads the files
   * again that hold its tokens and certificates.
   * @returns the options that are in force now, and those that are only after a restart
   * @throws StarlingError CONFIGURATION where one of those files is wrong; nothing is changed then
   */
  reconfigure(configuration: NodeConfiguration): Reloaded {
    const reloaded = this.#reload(this.#configuration, configuration);
    this.#configuration = reloaded.inForce;
    return reloaded;
  }

  /**
   * Leaves the cluster for good; resolves when others hold everything that this peer owned. `stop` it then.
   * @throws StarlingError INVALID_ARGUMENT where it is the last member, STOPPED where it was stopped meanwhile
   */
  leave(): Promise<void> {
    return this.#node.leave();
  }

  /** Answers what is under way, tells the others, closes everything. Idempotent; the data stays. */
  async stop(): Promise<void> {
    await this.#clientPort.stop();
    await this.#node.stop();
    await this.#adminPort?.stop();
    await this.#tracing?.stop();
  }
}
