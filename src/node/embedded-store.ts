import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { withTtl } from '../client/expiring-items.ts';
import type {
  PutItem,
  PutOptions,
  ReadOptions,
  ReadResult,
  Store,
  WriteOptions,
  WriteResult,
} from '../client/store.ts';
import { sessionToWire } from '../client/session.ts';
import type { ReadRequestOptions, Requests, WriteRequestOptions } from '../replication/requests.ts';
import { checkTtl } from '../version/expiry.ts';
import { type Version, decodeVersion, encodeVersion } from '../version/version.ts';

const DEFAULT_TIMEOUT_MS = 5000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The public store on a node in this very process: the same as over a client connection, without the connection. */
export class EmbeddedStore implements Store {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  async put(key: string, value: string, options: PutOptions = {}): Promise<WriteResult> {
    const { ttlMs } = options;
    const how = ttlMs === undefined ? writeOptions(options) : { ...writeOptions(options), ttlMs };
    return { version: toHex(await this.#requests.put(key, value, how)) };
  }

  async delete(key: string, options: WriteOptions = {}): Promise<WriteResult> {
    return { version: toHex(await this.#requests.delete(key, writeOptions(options))) };
  }

  async get(key: string, options: ReadOptions = {}): Promise<ReadResult> {
    const { value, version, expiresAtMs } = await this.#requests.get(key, readOptions(options));
    const found = { value: value && decoder.decode(value), version: version && toHex(version) };
    return expiresAtMs === 0 ? found : { ...found, expiresAtMs };
  }

  async putMany(
    items: readonly PutItem[],
    options: PutOptions = {},
  ): Promise<(WriteResult | StarlingError)[]> {
    checkTtl(options.ttlMs);
    return eachOf(withTtl(items, options.ttlMs), ({ key, value, ttlMs }) =>
      this.put(key, value, { ...options, ttlMs }),
    );
  }

  /** Reads with a result each, in the order given. */
  getMany(keys: readonly string[], options?: ReadOptions): Promise<(ReadResult | StarlingError)[]> {
    return eachOf(keys, (key) => this.get(key, options));
  }

  /** Deletions with a result each, in the order given. */
  deleteMany(keys: readonly string[], options?: WriteOptions): Promise<(WriteResult | StarlingError)[]> {
    return eachOf(keys, (key) => this.delete(key, options));
  }
}

async function eachOf<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<(Result | StarlingError)[]> {
  if (items.length > LIMITS.batchItems) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `the batch has ${items.length} items, more than the ${LIMITS.batchItems} allowed; send several`,
      { items: items.length },
    );
  }
  return Promise.all(items.map((item) => run(item).catch((error: unknown) => toStarlingError(error))));
}

function readOptions({ consistency, timeoutMs = DEFAULT_TIMEOUT_MS }: ReadOptions): ReadRequestOptions {
  if (!(timeoutMs >= 1 && timeoutMs <= LIMITS.deadlineMs)) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `timeoutMs is ${timeoutMs}; it must be from 1 to ${LIMITS.deadlineMs}`,
    );
  }
  return { consistency, timeoutMs };
}

function writeOptions(options: WriteOptions): WriteRequestOptions {
  const session = sessionToWire(options.session);
  return {
    ...readOptions(options),
    durability: options.durability ?? 'fsync',
    ...(options.sloppy === undefined ? {} : { sloppy: options.sloppy }),
    session: session && decodeVersion(session),
  };
}

function toHex(version: Version): string {
  return Buffer.from(encodeVersion(version)).toString('hex');
}
