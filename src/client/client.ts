import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { checkTtl } from '../version/expiry.ts';
import type { Entry, Found, Written } from '../wire/client-reply.ts';
import type { ClientOperation, WriteGrade } from '../wire/client-request.ts';
import type { Location, Status, Topology } from '../wire/cluster-view.ts';
import type { Explanation } from '../wire/explanation.ts';
import type { ExchangeReport } from '../wire/repair-codec.ts';
import { parseAddress } from './address.ts';
import { Batch } from './batch.ts';
import type { Cluster } from './cluster.ts';
import { type EntriesOptions, entriesOf } from './entries.ts';
import { type DepartureOptions, orderDeparture } from './departure.ts';
import { withTtl } from './expiring-items.ts';
import { type ClientSettings, checkTimeout } from './options.ts';
import { type RemovalOptions, orderRemoval } from './removal.ts';
import { type RepairOptions, orderRepair } from './repair.ts';
import { type RepairPauseOptions, orderRepairPause } from './repair-pause.ts';
import { Session, sessionToWire } from './session.ts';
import type {
  PutItem,
  PutOptions,
  ReadOptions,
  ReadResult,
  Store,
  WriteOptions,
  WriteResult,
} from './store.ts';
import { checkValue } from './value.ts';

/**
 * A connection to a cluster: asks an owner of each key directly, pipelines, and sends again what failed for a passing
 * reason, within the request's deadline. Every failure is a StarlingError.
 *
 * A write that is sent again is safe: the same value with a later version (last writer wins). Where its error is
 * QUORUM_FAILED, TIMEOUT or UNAVAILABLE its outcome is unknown: read the key, or write it again.
 */
export class StarlingClient implements Store {
  readonly #cluster: Cluster;
  readonly #settings: ClientSettings;
  readonly #session = new Session();

  /** Use `connect`. */
  constructor(cluster: Cluster, settings: ClientSettings) {
    this.#cluster = cluster;
    this.#settings = settings;
  }

  /**
   * The newest version this client has seen: hand it to another program (as `session`), and its writes are later than
   * all that this one has done or read. Undefined before the first.
   */
  get session(): string | undefined {
    return this.#session.newest;
  }

  async put(key: string, value: string, options: PutOptions = {}): Promise<WriteResult> {
    const { ttlMs } = options;
    checkValue(value);
    checkTtl(ttlMs);
    return this.#write(key, { kind: 'put', key, value, ttlMs, ...writeGrade(options) }, options);
  }

  async delete(key: string, options: WriteOptions = {}): Promise<WriteResult> {
    return this.#write(key, { kind: 'delete', key, ...writeGrade(options) }, options);
  }

  async get(key: string, options: ReadOptions = {}): Promise<ReadResult> {
    const operation: ClientOperation = { kind: 'get', key, consistency: options.consistency };
    const timeoutMs = this.#timeoutMs(options);
    const partition = this.#cluster.partitionOf(key);
    const found = await this.#cluster.ask(partition, operation, 'read', { timeoutMs });
    const { value, version, expiresAtMs } = found;
    this.#session.saw(version);
    return expiresAtMs === undefined ? { value, version } : { value, version, expiresAtMs };
  }

  async putMany(
    items: readonly PutItem[],
    options: PutOptions = {},
  ): Promise<(WriteResult | StarlingError)[]> {
    const grade = writeGrade(options);
    checkTtl(options.ttlMs);
    return this.#writeMany(withTtl(items, options.ttlMs), options, (some) => ({
      kind: 'putMany',
      items: some,
      ...grade,
    }));
  }

  /** Up to 1024 deletions, as `putMany`. */
  async deleteMany(
    keys: readonly string[],
    options: WriteOptions = {},
  ): Promise<(WriteResult | StarlingError)[]> {
    const grade = writeGrade(options);
    return this.#writeMany(keys.map(withoutValue), options, (some) => ({
      kind: 'deleteMany',
      keys: some.map(({ key }) => key),
      ...grade,
    }));
  }

  /** Up to 1024 reads, each with a result of its own, in the order given. Rejects only where none was tried. */
  async getMany(keys: readonly string[], options: ReadOptions = {}): Promise<(ReadResult | StarlingError)[]> {
    const { consistency } = options;
    const results = await new Batch<Found>(this.#cluster, {
      items: keys.map(withoutValue),
      timeoutMs: this.#timeoutMs(options),
      session: undefined,
      operation: (some) => ({ kind: 'getMany', keys: some.map(({ key }) => key), consistency }),
      resultsOf: (reply) => (reply.kind === 'readMany' ? reply.items : undefined),
    }).run();
    return this.#sawAll(results);
  }

  /**
   * Every live entry of the cluster, one partition after another. Not a snapshot: what is written meanwhile may be
   * seen or not, but what is there throughout is seen exactly once. Each page has the request's deadline.
   * @throws StarlingError while iterating
   */
  entries(options: EntriesOptions = {}): AsyncGenerator<Entry, void, undefined> {
    const timeoutMs = this.#timeoutMs(options);
    const { consistency, partition: only } = options;
    const partitions = only === undefined ? [...Array(this.#cluster.partitions).keys()] : [only];
    return entriesOf(partitions, (partition, after) =>
      this.#cluster.ask(
        partition,
        { kind: 'scan', partition, after, limitBytes: LIMITS.pageBytes, consistency },
        'page',
        { timeoutMs },
      ),
    );
  }

  /** Asks who the members are and what they own. @throws StarlingError */
  topology(): Promise<Topology> {
    return this.#cluster.refresh();
  }

  /**
   * How one peer is.
   * @param address `host:port` of its client port; default any peer that answers
   * @throws StarlingError
   */
  async status(address?: string): Promise<Status> {
    const { timeoutMs } = this.#settings;
    return (await this.#cluster.askPeer({ kind: 'status' }, 'status', { address, timeoutMs })).status;
  }

  /**
   * Removes a member that is gone for good: its share of the data goes to others, and it can never come back under its id.
   * Any other member carries that out. Removing it twice is the same as once.
   * @throws StarlingError FORBIDDEN where the secret isn't the cluster's; INVALID_ARGUMENT where the peer isn't known or is alive;
   *   UNAVAILABLE where others don't hold all that it held. Nothing is changed then.
   */
  removeMember(peer: string, options: RemovalOptions): Promise<void> {
    return orderRemoval(this.#cluster, peer, { ...options, timeoutMs: this.#timeoutMs(options) });
  }

  /**
   * Tells a member to leave the cluster for good. Resolves when it has told the others; its intent in the topology is `left` when they
   * hold everything that it held, and its process ends then. It can't be taken back. Telling it twice is the same as once.
   * @throws StarlingError FORBIDDEN where the secret isn't the cluster's; INVALID_ARGUMENT where it isn't known or is the last member;
   *   UNAVAILABLE | TIMEOUT where it doesn't answer
   */
  leave(peer: string, options: DepartureOptions): Promise<void> {
    return orderDeparture(this.#cluster, peer, { ...options, timeoutMs: this.#timeoutMs(options) });
  }

  /** Where a key lives, as one of its owners sees it. @throws StarlingError */
  async locate(key: string): Promise<Location> {
    const timeoutMs = this.#settings.timeoutMs;
    const partition = this.#cluster.partitionOf(key);
    return (await this.#cluster.ask(partition, { kind: 'locate', key }, 'location', { timeoutMs })).location;
  }

  /**
   * What one peer itself holds of a key, and keeps of it for others: which version, whether it was deleted, how large the value is, but
   * never the value. Compare the answers of the key's owners (`locate`) to see whether they agree.
   *
   *     const { record, hints } = await client.explain('greeting', '10.0.0.7:7400');
   *     console.log(record?.version, hints.map(({ peer }) => peer));
   *
   * @param address `host:port` of the peer's client port; default one of the key's owners
   * @throws StarlingError INVALID_ARGUMENT on a key that can't exist; CORRUPTION where the peer can't read what it holds
   */
  async explain(key: string, address?: string): Promise<Explanation> {
    const to = { address, partition: this.#cluster.partitionOf(key), timeoutMs: this.#settings.timeoutMs };
    return (await this.#cluster.askPeer({ kind: 'explain', key }, 'explanation', to)).explanation;
  }

  /**
   * Has one owner compare what it holds with what another holds, now; both take what is newer at the other, and what was written in the
   * last two seconds is left to arrive by itself. Owners do so all the time: this is for who can't wait. Resolves when it is done, which
   * may take minutes. Where this client ends before, it goes on.
   *
   *     const { differing, given, taken } = await client.repair({ address: '10.0.0.7:7400', partner: other.peer });
   *
   * @throws StarlingError INVALID_ARGUMENT where the two own nothing together; UNAVAILABLE | TIMEOUT where one of them doesn't answer;
   *   OVERLOADED where one of them has too much to do for a minute; or as the comparison failed. What was moved until then stays.
   */
  repair(options: RepairOptions): Promise<ExchangeReport> {
    const address = parseAddress(options.address).text;
    return orderRepair(this.#cluster, { ...options, address, timeoutMs: this.#timeoutMs(options) });
  }

  /**
   * Has a peer begin no comparisons with other owners by itself for a time, or go on with 0. It answers those of others, `repair` works
   * meanwhile, and no deletion is forgotten. A restart ends it.
   * @throws StarlingError FORBIDDEN where the secret isn't the cluster's; INVALID_ARGUMENT; UNAVAILABLE | TIMEOUT
   */
  pauseRepair(options: RepairPauseOptions): Promise<void> {
    const address = parseAddress(options.address).text;
    return orderRepairPause(this.#cluster, { ...options, address, timeoutMs: this.#timeoutMs(options) });
  }

  /** Closes every connection. Requests under way end with STOPPED, their outcome unknown. Idempotent. */
  async close(): Promise<void> {
    this.#cluster.close();
  }

  async #write(key: string, operation: ClientOperation, options: WriteOptions): Promise<WriteResult> {
    const { version } = await this.#cluster.ask(this.#cluster.partitionOf(key), operation, 'written', {
      timeoutMs: this.#timeoutMs(options),
      session: this.#sessionFor(options),
    });
    this.#session.saw(version);
    return { version };
  }

  async #writeMany(
    items: readonly PutItem[],
    options: WriteOptions,
    operation: (some: readonly PutItem[]) => ClientOperation,
  ): Promise<(WriteResult | StarlingError)[]> {
    const results = await new Batch<Written>(this.#cluster, {
      items,
      timeoutMs: this.#timeoutMs(options),
      session: this.#sessionFor(options),
      operation,
      resultsOf: (reply) => (reply.kind === 'writtenMany' ? reply.items : undefined),
    }).run();
    return this.#sawAll(results);
  }

  #sawAll<Result extends Found | Written>(results: (Result | StarlingError)[]): (Result | StarlingError)[] {
    for (const result of results) if (!(result instanceof StarlingError)) this.#session.saw(result.version);
    return results;
  }

  #timeoutMs({ timeoutMs }: ReadOptions): number {
    return timeoutMs === undefined ? this.#settings.timeoutMs : checkTimeout(timeoutMs);
  }

  #sessionFor({ session }: WriteOptions): Uint8Array | undefined {
    const given = sessionToWire(session);
    if (!this.#settings.readYourWrites) return given;
    return session === undefined || (this.session ?? '') > session ? sessionToWire(this.session) : given;
  }
}

function writeGrade({ consistency, durability, sloppy }: WriteOptions): WriteGrade {
  return { consistency, durability: durability ?? 'fsync', sloppy };
}

function withoutValue(key: string): PutItem {
  return { key, value: '' };
}
