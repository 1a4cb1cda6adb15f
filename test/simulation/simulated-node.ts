import type { NodeSettings } from '../../src/node/settings.ts';
import type { Node } from '../../src/node/node.ts';
import { openNode } from '../../src/node/open-node.ts';
import type { Requests } from '../../src/replication/requests.ts';
import { silentLog } from '../../src/telemetry/log.ts';
import { Telemetry } from '../../src/telemetry/telemetry.ts';
import { AcknowledgementLedger } from './checkers/durable-acknowledgements.ts';
import type { Violation } from './history.ts';
import type { SeededRandom } from './world/seeded-random.ts';
import { VirtualDisk } from './world/virtual-disk.ts';
import type { VirtualNetwork } from './world/virtual-network.ts';
import type { ProcessTime, VirtualTime } from './world/virtual-time.ts';

export interface SimulatedWorld {
  readonly time: VirtualTime;
  readonly network: VirtualNetwork;
  readonly random: SeededRandom;
}

/** What a machine is to the cluster: not yet a member of it, a member, or one for whom there is no way back. */
export type Role = 'reserve' | 'member' | 'gone';

interface Life {
  readonly process: ProcessTime;
  readonly node: Node;
  readonly telemetry: Telemetry;
  readonly started: Promise<void>;
}

/**
 * A machine with a disk on which whole nodes live, one after the other: the real code on virtual ports. What outlives
 * a crash is the disk, the wall clock's error, and the ledger of what the replica acknowledged.
 */
export class SimulatedNode {
  readonly peer: string;
  role: Role = 'reserve';
  /** With which its next process starts. */
  settings: NodeSettings;
  /** Whether the others have been told that it is gone for good. */
  isRemovalOrdered = false;
  /** It was a member, is none now, and may come back as a new one. */
  hasLeft = false;
  /** Why it stopped of itself; undefined where it has left, or has not stopped. */
  endedBecause: string | undefined;
  ledger = new AcknowledgementLedger();
  /** Found by looking at what the disk held after each restart. */
  readonly violations: Violation[] = [];
  readonly #world: SimulatedWorld;
  readonly #random: SeededRandom;
  #disk: VirtualDisk;
  #life: Life | undefined;
  #booting: Promise<void> | undefined;
  #wallErrorMs = 0;
  #lives = 0;
  #disks = 0;

  constructor(world: SimulatedWorld, peer: string, settings: NodeSettings) {
    this.#world = world;
    this.#random = world.random.fork(peer);
    this.settings = settings;
    this.peer = peer;
    this.#disk = this.#newDisk();
  }

  get isUp(): boolean {
    return this.#life !== undefined;
  }

  get node(): Node | undefined {
    return this.#life?.node;
  }

  get requests(): Requests | undefined {
    return this.#life?.node.coordinator;
  }

  count(counter: string): number {
    return this.#life?.telemetry.counters.get(counter) ?? 0;
  }

  /** Starts a process on this machine, unless one is just starting; resolves when it has read its log, not when it has joined. */
  boot(): Promise<void> {
    this.#booting ??= this.#boot().finally(() => {
      this.#booting = undefined;
    });
    return this.#booting;
  }

  async #boot(): Promise<void> {
    this.role = 'member';
    this.hasLeft = false;
    const process = this.#world.time.process(this.peer);
    process.setWallErrorMs(this.#wallErrorMs);
    const telemetry = new Telemetry(silentLog, process.clock);
    const node = await openNode(
      this.settings,
      {
        clock: process.clock,
        timers: process,
        random: this.#random.fork(`life ${++this.#lives}`),
        disk: this.#disk.mount(process),
        openNetwork: async () => this.#world.network.join(this.peer, process),
      },
      telemetry,
    );
    if (!process.isAlive) return;
    this.violations.push(
      ...this.ledger.check(this.peer, {
        held: (key) => node.storage.readVersion(key)?.version,
        isOwned: (key) => node.custody.owns(node.custody.partitionOf(key)),
        floorMs: (key) => node.floorMs(node.custody.partitionOf(key)),
      }),
    );
    this.#noteAcknowledgements(node);
    this.#life = { process, node, telemetry, started: node.start('') };
    void node.ended.then((why) => {
      if (process.isAlive) this.#handleEnd(process, why);
    });
    // A crash leaves it pending for ever; a refusal to start shows as a member that never arrives.
    this.#life.started.catch((error: unknown) => {
      if (process.isAlive)
        this.violations.push({ promise: 'start', message: `${this.peer}: ${String(error)}` });
    });
  }

  /** Kills the process; with `power` the machine goes too, and with it whatever was not on the disk. */
  crash(power: boolean): void {
    const { process } = this.#life ?? {};
    if (process === undefined) return;
    process.kill();
    this.#world.network.crash(this.peer, { silently: power });
    if (power) this.#disk.crash();
    else this.#disk.unmount();
    this.#life = undefined;
  }

  /** The machine is gone, and comes back with an empty disk under the same identity. */
  loseDisk(): void {
    this.crash(true);
    this.#disk = this.#newDisk();
    // What was acknowledged is on other machines; of this one nobody may expect it.
    this.ledger = new AcknowledgementLedger();
  }

  pause(): void {
    this.#life?.process.pause();
  }

  resume(): void {
    this.#life?.process.resume();
  }

  /** Sets this machine's wall clock wrong by so much. */
  setWallErrorMs(errorMs: number): void {
    this.#wallErrorMs = errorMs;
    this.#life?.process.setWallErrorMs(errorMs);
  }

  /** It has left, or was removed: there is no next life. Until it had joined it may end for other reasons. */
  #handleEnd(process: ProcessTime, why: Error | undefined): void {
    if (process !== this.#life?.process) return;
    this.role = 'gone';
    this.hasLeft = why === undefined;
    if (why !== undefined) this.endedBecause = why.message;
    this.crash(false);
  }

  #newDisk(): VirtualDisk {
    const name = this.#disks++ === 0 ? 'disk' : `disk ${this.#disks}`;
    return new VirtualDisk({ random: this.#random.fork(name) });
  }

  /** Writes down what this node's replica acknowledges as durable, at the moment it does; what it drops it need no longer hold. */
  #noteAcknowledgements(node: Node): void {
    const { storage, custody } = node;
    const drop = storage.dropPartition.bind(storage);
    storage.dropPartition = (partition) => {
      this.ledger.forget((key) => custody.partitionOf(key) === partition);
      return drop(partition);
    };
    const { replica, ledger } = { replica: node.replica, ledger: this.ledger };
    const write = replica.write.bind(replica);
    replica.write = (request, timeoutMs, onAnswer) => {
      write(request, timeoutMs, (answer) => {
        // What is below the purge floor and was forgotten is acknowledged, and not stored.
        const isStored = node.storage.readVersion(request.record.key) !== undefined;
        const isDurable = answer.kind === 'acknowledged' || answer.kind === 'kept';
        if (isDurable && request.durability === 'fsync' && isStored) {
          ledger.note(request.record.key, request.record.version);
        }
        onAnswer(answer);
      });
    };
  }
}
