import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { checkTtl } from '../version/expiry.ts';
import type { ClientReplyResult } from '../wire/client-reply.ts';
import type { ClientOperation } from '../wire/client-request.ts';
import type { Attempts } from './attempts.ts';
import type { Cluster } from './cluster.ts';
import type { PutItem } from './store.ts';
import { checkValue } from './value.ts';

/** Bytes of keys and values that go into one request, so that a batch doesn't hold up what shares the connection. */
const REQUEST_BYTES = 512 << 10;

export interface BatchRequest<Result> {
  /** With empty values where the operation has none. */
  readonly items: readonly PutItem[];
  readonly timeoutMs: number;
  readonly session: Uint8Array | undefined;
  /** The request for some of the items. */
  readonly operation: (some: readonly PutItem[]) => ClientOperation;
  /** The results in its answer, in the order of the items; undefined where it is the answer to something else. */
  readonly resultsOf: (reply: ClientReplyResult) => readonly (Result | StarlingError)[] | undefined;
}

interface Item extends PutItem {
  /** In the caller's order. */
  readonly index: number;
  readonly partition: number;
  readonly attempts: Attempts;
}

interface Group {
  readonly address: string;
  readonly items: Item[];
  sizeBytes: number;
}

/**
 * Carries out one batch: items are grouped by the peer to ask, the groups are sent at the same time, and those items
 * that failed for a passing reason are grouped and sent again. Every item ends with a result of its own.
 */
export class Batch<Result> {
  readonly #cluster: Cluster;
  readonly #request: BatchRequest<Result>;
  readonly #results: (Result | StarlingError)[];

  constructor(cluster: Cluster, request: BatchRequest<Result>) {
    this.#cluster = cluster;
    this.#request = request;
    this.#results = new Array<Result | StarlingError>(request.items.length);
  }

  /**
   * Resolves to the results in the order of the items.
   * @throws StarlingError INVALID_ARGUMENT where there are more than LIMITS.batchItems; nothing was sent
   */
  async run(): Promise<(Result | StarlingError)[]> {
    const { items } = this.#request;
    if (items.length > LIMITS.batchItems) throw tooManyItems(items.length);
    await this.#send(items.flatMap((item, index) => this.#accept(item, index)));
    return this.#results;
  }

  /** Nothing where the item can't be sent: it has its result already. */
  #accept({ key, value, ttlMs }: PutItem, index: number): Item[] {
    try {
      checkValue(value);
      checkTtl(ttlMs);
      const partition = this.#cluster.partitionOf(key);
      const attempts = this.#cluster.attempts(this.#request.timeoutMs);
      return [{ key, value, ttlMs, index, partition, attempts }];
    } catch (error) {
      this.#results[index] = toStarlingError(error);
      return [];
    }
  }

  async #send(items: readonly Item[]): Promise<void> {
    await Promise.all(this.#group(items).map((group) => this.#sendGroup(group)));
  }

  async #sendGroup({ address, items }: Group): Promise<void> {
    const timeoutMs = Math.min(...items.map(({ attempts }) => attempts.begin()));
    const replies = await this.#ask(address, items, timeoutMs);
    const again: Item[] = [];
    let delayMs = 0;
    for (const [i, item] of items.entries()) {
      const reply = replies instanceof StarlingError ? replies : (replies[i] ?? misfit(address));
      const verdict = reply instanceof StarlingError ? this.#judge(item, address, reply) : reply;
      if (typeof verdict === 'number') {
        again.push(item);
        delayMs = Math.max(delayMs, verdict);
      } else {
        this.#results[item.index] = verdict;
      }
    }
    if (again.length === 0) return;
    await this.#cluster.sleep(delayMs);
    await this.#send(again);
  }

  async #ask(
    address: string,
    items: readonly Item[],
    timeoutMs: number,
  ): Promise<readonly (Result | StarlingError)[] | StarlingError> {
    const { operation, session, resultsOf } = this.#request;
    const request = { operation: operation(items), session, timeoutMs };
    const reply = await this.#cluster.askOwner(address, request, items[0]?.partition);
    return reply instanceof StarlingError ? reply : (resultsOf(reply) ?? misfit(address));
  }

  /** Milliseconds to wait before the item is sent again, or the error that it ends with. */
  #judge({ attempts, partition }: Item, address: string, error: StarlingError): number | StarlingError {
    return attempts.afterFailure(error, this.#cluster.pick(partition) !== address);
  }

  #group(items: readonly Item[]): Group[] {
    const groups: Group[] = [];
    const filling = new Map<string, Group>();
    for (const item of items) {
      const address = this.#cluster.pick(item.partition);
      const sizeBytes = Buffer.byteLength(item.key) + Buffer.byteLength(item.value);
      let group = filling.get(address);
      if (group === undefined || group.sizeBytes + sizeBytes > REQUEST_BYTES) {
        group = { address, items: [], sizeBytes: 0 };
        filling.set(address, group);
        groups.push(group);
      }
      group.items.push(item);
      group.sizeBytes += sizeBytes;
    }
    return groups;
  }
}

function tooManyItems(items: number): StarlingError {
  return new StarlingError(
    'INVALID_ARGUMENT',
    `a batch of ${items} items, more than the ${LIMITS.batchItems} allowed; nothing was sent, make several batches`,
    { items },
  );
}

function misfit(address: string): StarlingError {
  const message = `${address} answered a batch with something that doesn't fit it; do client and peer have the same version?`;
  return new StarlingError('PROTOCOL', message, { address });
}
