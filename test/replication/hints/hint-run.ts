import { partitionOfToken } from '../../../src/version/key.ts';
import { compareVersions } from '../../../src/version/version.ts';
import type { Record } from '../../../src/version/record.ts';
import { SeededRandom } from '../../simulation/world/seeded-random.ts';
import { record, tombstone } from '../../storage/records.ts';
import { HintWorld, PARTITION_BITS } from './hint-world.ts';

const PEERS = ['a', 'b', 'c'];
const KEYS = 60;
const STEPS = 60;
const MAX_BYTES = 24_000;
/** Headers of segments, and what compaction copies before it frees what that was copied from. */
const COMPACTION_BYTES = 8192;
const MAX_PEERS = 2;
/** By then every hint is durable, or is known not to be. */
const SETTLED_MS = 200;

/**
 * A node that keeps hints through absences, refusals, full disks and power cuts, by seed. What it owes: every hint that had time to become durable
 * reaches its peer, or one of the same key that is newer, unless its partition was marked.
 */
export class HintRun {
  readonly problems: string[] = [];
  readonly world: HintWorld;
  readonly #random: SeededRandom;
  /** The newest that is owed, by peer and key. */
  readonly #owed = new Map<string, { readonly peer: string; readonly record: Record }>();
  #unsettled: { readonly peer: string; readonly record: Record }[] = [];
  #lastVersion = 0;
  /** Peers of which the last start found something: a crash may bring back what had just gone. */
  #found = 0;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
    this.world = new HintWorld(seed, {
      bounds: { bytes: MAX_BYTES, peers: MAX_PEERS },
      segmentBytes: 4096,
      recordsPerSecond: 400,
    });
  }

  /** Gives what went wrong. */
  async run(): Promise<readonly string[]> {
    const { world } = this;
    await world.start();
    for (let step = 0; step < STEPS; step++) await this.#step();
    await this.#settle();
    world.disk.capacityBytes = Infinity;
    world.whim = () => ({});
    for (const peer of PEERS) world.returns(peer);
    const isOver = await world.time.runUntil(() => world.store.peers.length === 0, 600_000, 1000);
    if (!isOver) this.problems.push(`there are still hints for ${world.store.peers.join(', ')}`);
    this.#check();
    await world.stop();
    return this.problems;
  }

  async #step(): Promise<void> {
    const { world } = this;
    const what = this.#random.integer(20);
    if (what < 9) this.#write();
    else if (what < 11) await this.#settle();
    else if (what < 13) world.returns(this.#peer());
    else if (what < 15) world.alive.delete(this.#peer());
    else if (what === 15) this.#changeWhim();
    else if (what === 16) world.disk.capacityBytes = world.disk.usedBytes + this.#random.integer(4000);
    else if (what === 17) await this.#restart();
    else world.disk.capacityBytes = Infinity;
    await world.pass(this.#random.integer(400));
    const { bytes, peers } = world.store.stats();
    if (bytes > MAX_BYTES + COMPACTION_BYTES) this.problems.push(`there are ${bytes} bytes of hints`);
    if (peers > Math.max(MAX_PEERS, this.#found)) this.problems.push(`there are hints for ${peers} peers`);
  }

  #write(): void {
    const peer = this.#peer();
    for (let i = this.#random.integer(30); i >= 0; i--) {
      const key = `key ${this.#random.integer(KEYS)}`;
      const n = ++this.#lastVersion;
      const hint = this.#random.chance(0.2)
        ? tombstone(key, n)
        : record(key, n, 'v'.repeat(this.#random.integer(600)));
      this.world.store.add(peer, hint);
      this.#unsettled.push({ peer, record: hint });
    }
  }

  async #settle(): Promise<void> {
    await this.world.pass(SETTLED_MS);
    for (const hint of this.#unsettled) {
      const name = `${hint.peer} ${hint.record.key.text}`;
      const owed = this.#owed.get(name);
      if (owed === undefined || compareVersions(owed.record.version, hint.record.version) < 0)
        this.#owed.set(name, hint);
    }
    this.#unsettled = [];
  }

  async #restart(): Promise<void> {
    this.#unsettled = [];
    if (this.#random.chance(0.5)) this.world.crash();
    await this.world.start();
    this.#found = this.world.store.peers.length;
  }

  #changeWhim(): void {
    const code = (['OVERLOADED', 'UNAVAILABLE', 'WRONG_OWNERS', 'TIMEOUT'] as const)[
      this.#random.integer(4)
    ]!;
    const odds = this.#random.integer(3) / 10;
    this.world.whim = () => ({
      delayMs: this.#random.integer(20),
      ...(this.#random.chance(odds) && { code }),
    });
  }

  #peer(): string {
    return PEERS[this.#random.integer(PEERS.length)]!;
  }

  #check(): void {
    for (const { peer, record: owed } of this.#owed.values()) {
      const partition = partitionOfToken(owed.key.tokenHigh, PARTITION_BITS);
      if (this.world.dirty.has(`${peer} ${partition}`)) continue;
      const held = this.world.held.get(peer)?.get(owed.key.text);
      if (held === undefined) this.problems.push(`${peer} never got ${owed.key.text}`);
      else if (compareVersions(held.version, owed.version) < 0)
        this.problems.push(`${peer} got an older ${owed.key.text}`);
    }
  }
}
