import type { ClusterViews } from '../server/client-operations.ts';
import type { ClientPort } from '../server/client-port.ts';
import type { Location, Status, Topology } from '../wire/cluster-view.ts';
import { EmbeddedStore } from './embedded-store.ts';
import type { Node } from './node.ts';

interface StarlingNodeParts {
  readonly node: Node;
  readonly clientPort: ClientPort;
  readonly views: ClusterViews;
}

/** A running peer, embedded in a program: the store itself, and what there is to know of the peer and its cluster. */
export class StarlingNode extends EmbeddedStore {
  readonly #node: Node;
  readonly #clientPort: ClientPort;
  readonly #views: ClusterViews;
  readonly #clientAddress: string;
  readonly #addresses: readonly string[];

  constructor({ node, clientPort, views }: StarlingNodeParts) {
    super(node.coordinator);
    this.#node = node;
    this.#clientPort = clientPort;
    this.#views = views;
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

  /** Multiaddrs at which other peers reach this one: bootstrap addresses for the next. */
  get addresses(): readonly string[] {
    return this.#addresses;
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
  }
}
