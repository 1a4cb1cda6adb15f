import { type StarlingError } from '../base/errors.ts';
import { Gossip } from '../gossip/gossip.ts';
import { DEFAULT_SWIM_OPTIONS } from '../membership/swim-options.ts';
import { Coordinator } from '../replication/coordinator.ts';
import type { Custody } from '../replication/custody.ts';
import type { HintStore } from '../replication/hints/hint-store.ts';
import type { LocalReplica } from '../replication/local-replica.ts';
import { type CopyProgress, PartitionCopy } from '../replication/partition-copy.ts';
import { serveReplicaRequest } from '../replication/replica-server.ts';
import type { StorageEngine } from '../storage/engine.ts';
import { allowList } from './allow-list.ts';
import type { PurgeFloors } from '../antientropy/purge-floors.ts';
import { Convergence } from './convergence.ts';
import { CustodyKeeper } from './custody-keeper.ts';
import { type Carried, Lanes, termsOf } from './lanes.ts';
import type { NodeParts } from './node-parts.ts';
import { type PassageParts, assemblePassage, serveTurn } from './passage-parts.ts';
import { assembleReplication } from './replication-parts.ts';
import { validSecrets } from './settings.ts';

/**
 * One peer, put together: the only place where the parts meet. It knows its world through the ports alone, so the
 * simulator runs this very code.
 *
 *     network --- lanes -+- gossip ------> custody <-- partition copy
 *                        |                    |             |
 *                        '- replica server -> local replica -> storage --- disk
 *                                             ^
 *     requests (client port, embedding) -> coordinator -> remote replicas --- lanes
 */
export class Node {
  readonly self: string;
  readonly gossip: Gossip;
  readonly custody: Custody;
  /** Serves requests from here; any peer coordinates any request. */
  readonly coordinator: Coordinator;
  /** What this node itself holds. */
  readonly replica: LocalReplica;
  readonly storage: StorageEngine;
  readonly #parts: NodeParts;
  readonly #lanes: Lanes;
  /** Takes over what this node is to own. */
  readonly copy: PartitionCopy;
  /** What makes owners equal. */
  readonly convergence: Convergence;
  readonly #floors: PurgeFloors;
  readonly #keeper: CustodyKeeper;
  /** Its way into the cluster and out of it. */
  readonly passage: PassageParts;
  #clusterId: string;
  #stopping: Promise<void> | undefined;
  #resolveEnded!: (why: StarlingError | undefined) => void;
  /**
   * Resolves when this node has stopped: with the reason where it did so of itself, because it was removed from the cluster or
   * another process uses its identity; with undefined where it was told to, or has left.
   */
  readonly ended = new Promise<StarlingError | undefined>((resolve) => (this.#resolveEnded = resolve));

  constructor(parts: NodeParts) {
    const { settings, ports, directory, storage, custodyState, telemetry } = parts;
    this.#parts = parts;
    this.self = ports.network.self;
    this.storage = storage;
    this.#clusterId = directory.clusterId;
    this.#lanes = this.#makeLanes();
    this.#lanes.replica.onRequest = (peer, request, respond) => {
      if (request.turn) serveTurn(this.passage, this.custody.view, peer, request.turn, respond);
      else serveReplicaRequest(served, request, respond);
    };
    this.gossip = this.#makeGossip();
    const { self } = this;
    const { custody, replica, served, floors, coordination } = assembleReplication(
      parts,
      this.gossip,
      this.#lanes.replica,
    );
    this.custody = custody;
    this.replica = replica;
    this.#floors = floors;
    this.coordinator = new Coordinator(coordination, settings.valueBytes);
    this.#keeper = new CustodyKeeper({
      custody: this.custody,
      members: custodyState.members,
      files: directory,
      timers: ports.timers,
      log: telemetry.log,
      saveFloors: () => parts.floorFile.save(floors),
    });
    this.copy = new PartitionCopy({
      coordination,
      storage,
      bytesPerSecond: settings.transfer.bytesPerSecond,
      onComplete: (partition, floorMs) => {
        floors.raiseFloor(partition, floorMs);
        this.#keeper.markComplete(partition);
      },
    });
    this.convergence = new Convergence({
      ...parts,
      self,
      gossip: this.gossip,
      custody: this.custody,
      keeper: this.#keeper,
      replica: this.replica,
      floors,
      members: coordination.members,
      replicaOf: coordination.replicaOf,
      lane: this.#lanes.sync,
      isActive: () => this.isActive,
    });
    this.passage = assemblePassage(parts, {
      gossip: this.gossip,
      custody: this.custody,
      keeper: this.#keeper,
      lane: this.#lanes.replica,
      compare: (peer) => this.convergence.antiEntropy.compare(peer, {}),
      isStopping: () => this.isStopping,
      onLeft: () => this.#handleLeft(),
    });
  }

  /** Multiaddrs at which other peers reach this node; empty before `start`. */
  get addresses(): readonly string[] {
    return this.#parts.ports.network.addresses();
  }

  /** Writes that others missed. */
  get hints(): HintStore {
    return this.#parts.hints;
  }

  /** What it exchanges with other peers, and what waits to be. */
  get carried(): Carried {
    return this.#lanes.carried;
  }

  /** What it has copied since its start of what it is to own. */
  get copyProgress(): CopyProgress {
    return this.copy.progress;
  }

  /** The purge floor of a partition, ms since the epoch: deletions below it are forgotten. */
  floorMs(partition: number): number {
    return this.#floors.floorMs(partition);
  }

  /** Id of the cluster; empty until this node has joined one. */
  get clusterId(): string {
    return this.#clusterId;
  }

  /**
   * Listens and joins. Resolves when this node is a member of its cluster, which may take for ever where nobody
   * answers; `stop` ends the wait. It serves its share of the data once it has copied it.
   * @param clientAddress `host:port` at which clients reach this node; empty where they can't
   * @throws StarlingError CONFIGURATION | FORBIDDEN | STOPPED
   */
  async start(clientAddress: string): Promise<void> {
    const { settings, ports } = this.#parts;
    this.gossip.onIntents(() => this.#learn());
    this.gossip.onLiveness((change) => {
      this.passage.replacement.advance();
      this.copy.wake();
      this.convergence.handleLiveness(change);
    });
    this.custody.onChange(() => {
      this.passage.passage.advance();
      this.convergence.wake();
      this.copy.wake();
    });
    this.#lanes.start();
    await ports.network.start();
    // A founder must have its cluster's id before anybody can ask for it.
    if (settings.found && this.#clusterId === '') await this.#found();
    const arrival = await this.gossip.start({
      zone: settings.zone,
      weight: settings.weight,
      replaces: settings.replaces,
      addresses: ports.network.addresses(),
      clientAddress,
      complete: this.custody.complete,
      storageId: this.#parts.directory.storageId,
    });
    this.convergence.start();
    if (arrival === 'founded') this.gossip.updateOwnIntent({ status: 'active' });
    this.#learn();
  }

  /** Whether it was told to stop, or stops of itself. */
  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Whether this node holds everything that it is to own and is a full member. */
  get isActive(): boolean {
    return this.gossip.intents().some(({ peer, status }) => peer === this.self && status === 'active');
  }

  /**
   * Leaves the cluster for good: the intent is announced at once, and this resolves when the successors hold everything
   * that this node owned. It stops by itself soon after.
   * @throws StarlingError STOPPED where it was stopped meanwhile; INVALID_ARGUMENT where it is the last member
   */
  async leave(): Promise<void> {
    this.passage.departure.begin();
    await this.passage.departure.end();
  }

  /**
   * Stops and closes everything. Idempotent.
   * @param graceful tells the others, so that nobody has to suspect this node; its data stays its own
   */
  stop({ graceful }: { readonly graceful: boolean } = { graceful: true }): Promise<void> {
    this.#stopping ??= this.#stop(graceful).finally(() => this.#resolveEnded(undefined));
    return this.#stopping;
  }

  #handleLeft(): void {
    if (this.#stopping !== undefined) return;
    this.#parts.telemetry.left();
    void this.stop();
  }

  /** Takes part no more. Nobody has to be told: they know, or they would take it for the other one. */
  #handleExpelled(why: StarlingError): void {
    if (this.#stopping !== undefined) return;
    this.#parts.telemetry.expelled(why);
    this.#stopping = this.#stop(false).finally(() => this.#resolveEnded(why));
  }

  async #stop(graceful: boolean): Promise<void> {
    this.copy.stop();
    this.passage.turn.stop();
    const converged = this.convergence.stop();
    await this.gossip.stop({ graceful });
    this.#lanes.stop();
    await converged;
    await this.#parts.ports.network.stop();
    await this.#keeper.stop();
    await this.#parts.hints.stop();
    await this.storage.close();
    await this.#parts.directory.close();
  }

  async #found(): Promise<void> {
    const { random } = this.#parts.ports;
    this.#clusterId = Buffer.from(random.bytes(8)).toString('hex');
    await this.#parts.directory.setClusterId(this.#clusterId);
    await this.#keeper.markAllComplete();
  }

  #learn(): void {
    this.#keeper.learn(this.gossip.intents());
    this.passage.passage.advance();
    this.passage.replacement.advance();
    this.passage.departure.handleIntents();
    this.convergence.wake();
    this.copy.wake();
  }

  #makeLanes(): Lanes {
    const { settings, ports, directory, telemetry } = this.#parts;
    return new Lanes({
      ...ports,
      events: telemetry,
      addressesOf: (peer) => this.gossip.addressesOf(peer),
      terms: termsOf(settings.cluster, this.self, {
        clusterId: () => this.#clusterId,
        adoptClusterId: (id) => {
          this.#clusterId = id;
          directory.setClusterId(id).catch((error: unknown) => {
            telemetry.log.warn({ clusterId: id }, `could not save the cluster's id: ${String(error)}`);
          });
        },
      }),
    });
  }

  #makeGossip(): Gossip {
    const { settings, ports, directory, telemetry } = this.#parts;
    return new Gossip({
      ...ports,
      self: this.self,
      cluster: settings.cluster.name,
      clusterId: () => this.#clusterId,
      secrets: validSecrets(settings.cluster),
      isAllowed: allowList(settings.cluster.allowedPeers, this.self),
      bootstrap: settings.bootstrap,
      found: settings.found,
      swim: { ...DEFAULT_SWIM_OPTIONS, ...settings.membership },
      lane: this.#lanes.membership,
      store: {
        load: () => directory.readState('membership'),
        save: (state) => directory.writeState('membership', state),
      },
      events: telemetry,
      onExpelled: (why) => this.#handleExpelled(why),
    });
  }
}
