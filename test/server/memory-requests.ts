import { StarlingError } from '../../src/base/errors.ts';
import type {
  PutRequestOptions,
  ReadAnswer,
  ReadRequestOptions,
  Requests,
  ScanAnswer,
  ScanRequestOptions,
  ValueRequestOptions,
  WriteRequestOptions,
} from '../../src/replication/requests.ts';
import type { Token } from '../../src/storage/engine.ts';
import { checkTtl, expiryOf } from '../../src/version/expiry.ts';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import { type Record, isLive } from '../../src/version/record.ts';
import { type Version, compareVersions } from '../../src/version/version.ts';

const encoder = new TextEncoder();

/** A call that the store has been given, for tests that look at what arrives. */
export interface SeenCall {
  readonly op: 'put' | 'get' | 'delete' | 'scan';
  readonly key: string;
  readonly options: ReadRequestOptions | PutRequestOptions;
}

export interface MemoryRequestsOptions {
  /** Default 4: sixteen partitions. */
  readonly partitionBits?: number;
  /** Default 1 MiB. */
  readonly valueBytes?: number;
}

/** A coordinator without a cluster: one map, with what a test wants to go wrong in front of it. */
export class MemoryRequests implements Requests {
  readonly records = new Map<string, Record>();
  readonly seen: SeenCall[] = [];
  /** Runs before every call with the key (for a scan the partition); may throw, or hold the call up. */
  before: (op: SeenCall['op'], key: string) => void | Promise<void> = () => {};
  /** Runs when a value has been read, and before it is answered; may hold that up. */
  beforeAnswer: (key: string) => void | Promise<void> = () => {};
  /** What it takes for the time: records expire by it. */
  nowMs = 1_700_000_000_000;
  readonly #partitionBits: number;
  readonly #valueBytes: number;
  #last: Version = { wallMs: 1_700_000_000_000, logical: 0, writer: 7 };

  constructor({ partitionBits = 4, valueBytes = 1 << 20 }: MemoryRequestsOptions = {}) {
    this.#partitionBits = partitionBits;
    this.#valueBytes = valueBytes;
  }

  async put(key: string, value: string, options: PutRequestOptions): Promise<Version> {
    await this.#enter('put', key, options);
    checkTtl(options.ttlMs);
    const bytes = encoder.encode(value);
    if (bytes.length > this.#valueBytes) throw new StarlingError('INVALID_ARGUMENT', 'the value is too long');
    return this.#write(key, bytes, options);
  }

  async delete(key: string, options: WriteRequestOptions): Promise<Version> {
    await this.#enter('delete', key, options);
    return this.#write(key, undefined, options);
  }

  async get(key: string, options: ValueRequestOptions): Promise<ReadAnswer> {
    await this.#enter('get', key, options);
    const record = this.records.get(keyOf(key).text);
    if (!record || !isLive(record, this.nowMs)) {
      return { value: undefined, version: record?.version, expiresAtMs: 0 };
    }
    const refusal = options.room?.hold(record.value?.length ?? 0);
    if (refusal !== undefined) throw refusal;
    await this.beforeAnswer(key);
    return { value: record.value, version: record.version, expiresAtMs: record.expiresAtMs };
  }

  async scan(partition: number, options: ScanRequestOptions): Promise<ScanAnswer> {
    await this.#enter('scan', String(partition), options);
    const found = [...this.records.values()]
      .filter(({ key }) => partitionOfToken(key.tokenHigh, this.#partitionBits) === partition)
      .filter((record) => isLive(record, this.nowMs) && isAfter(record.key, options.after))
      .sort((a, b) => a.key.tokenHigh - b.key.tokenHigh || a.key.tokenLow - b.key.tokenLow);
    let bytes = 0;
    const records: Record[] = [];
    for (const record of found) {
      if (bytes >= options.limitBytes) break;
      bytes += record.key.bytes.length + (record.value?.length ?? 0);
      records.push(record);
    }
    const last = records.at(-1)?.key;
    const isCut = records.length < found.length && last !== undefined;
    return { records, next: isCut ? { high: last.tokenHigh, low: last.tokenLow } : undefined };
  }

  async #enter(op: SeenCall['op'], key: string, options: ReadRequestOptions): Promise<void> {
    this.seen.push({ op, key, options });
    const held = this.before(op, key);
    if (held !== undefined) await held;
  }

  #write(text: string, value: Uint8Array | undefined, { session, ttlMs }: PutRequestOptions): Version {
    const key = keyOf(text);
    const floor = session !== undefined && compareVersions(session, this.#last) > 0 ? session : this.#last;
    const version = { wallMs: floor.wallMs + 1, logical: 0, writer: 7 };
    this.#last = version;
    this.records.set(key.text, { key, version, value, expiresAtMs: expiryOf(ttlMs, this.nowMs) });
    return version;
  }
}

function isAfter(key: { tokenHigh: number; tokenLow: number }, after: Token | undefined): boolean {
  if (after === undefined) return true;
  return key.tokenHigh > after.high || (key.tokenHigh === after.high && key.tokenLow > after.low);
}
