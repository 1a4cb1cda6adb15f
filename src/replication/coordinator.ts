import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { checkTtl } from '../version/expiry.ts';
import { keyOf } from '../version/key.ts';
import { type Record, isLive } from '../version/record.ts';
import type { Version } from '../version/version.ts';
import type { Coordination } from './coordination.ts';
import type { RequestOp } from './events.ts';
import { ReadRequest } from './read-request.ts';
import { RequestCourse } from './request-course.ts';
import type {
  PutRequestOptions,
  ReadAnswer,
  ReadRequestOptions,
  Requests,
  ScanAnswer,
  ScanRequestOptions,
  ValueRequestOptions,
  WriteRequestOptions,
} from './requests.ts';
import { scanPartition } from './scan-request.ts';
import { WriteRequest } from './write-request.ts';

/** A request that is about to be carried out. */
interface Coordinated<T> {
  readonly course: RequestCourse;
  run(): Promise<T>;
}

/**
 * Carries out requests for any key on behalf of clients: any peer coordinates any request. Holds at most
 * `LIMITS.coordinatorRequests` at once and refuses the rest with OVERLOADED before anything is done.
 */
export class Coordinator implements Requests {
  readonly #on: Coordination;
  readonly #valueBytes: number;
  #inFlight = 0;

  /** @param valueBytes longest value accepted, in bytes of UTF-8 */
  constructor(coordination: Coordination, valueBytes: number) {
    this.#on = coordination;
    this.#valueBytes = valueBytes;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  put(key: string, value: string, options: PutRequestOptions): Promise<Version> {
    return this.#coordinate('put', options, () => {
      checkTtl(options.ttlMs);
      return new WriteRequest(this.#on, keyOf(key), this.#encode(value), options);
    });
  }

  delete(key: string, options: WriteRequestOptions): Promise<Version> {
    return this.#coordinate(
      'delete',
      options,
      () => new WriteRequest(this.#on, keyOf(key), undefined, options),
    );
  }

  get(key: string, options: ValueRequestOptions): Promise<ReadAnswer> {
    return this.#coordinate('get', options, () => {
      const request = new ReadRequest(this.#on, keyOf(key), options);
      return { course: request.course, run: async () => this.#answerWith(await request.run()) };
    });
  }

  scan(partition: number, options: ScanRequestOptions): Promise<ScanAnswer> {
    return this.#coordinate('scan', options, () => {
      const course = new RequestCourse(this.#on.clock, partition);
      return { course, run: () => scanPartition(this.#on, partition, options, course) };
    });
  }

  async #coordinate<T>(
    op: RequestOp,
    { consistency, trace }: ReadRequestOptions,
    make: () => Coordinated<T>,
  ): Promise<T> {
    const { clock, events } = this.#on;
    const startedMs = clock.monotonicMs();
    let request: Coordinated<T> | undefined;
    let failure: StarlingError | undefined;
    this.#inFlight++;
    try {
      if (this.#inFlight > LIMITS.coordinatorRequests) throw overloaded();
      request = make();
      return await request.run();
    } catch (error) {
      failure = toStarlingError(error);
      throw failure;
    } finally {
      this.#inFlight--;
      const durationMs = clock.monotonicMs() - startedMs;
      events.requestDone(op, consistency, failure, durationMs);
      if (this.#isSlow(durationMs)) {
        const slowPeers = request?.course.slowerThan(startedMs + durationMs / 2) ?? [];
        const partition = request?.course.partition;
        events.requestSlow({ op, consistency, partition, durationMs, error: failure, slowPeers, trace });
      }
    }
  }

  #isSlow(durationMs: number): boolean {
    const thresholdMs = this.#on.slowRequestMs();
    return thresholdMs > 0 && durationMs >= thresholdMs;
  }

  #answerWith(record: Record | undefined): ReadAnswer {
    if (record === undefined || !isLive(record, this.#on.clusterTimeMs())) {
      return { value: undefined, version: record?.version, expiresAtMs: 0 };
    }
    return { value: record.value, version: record.version, expiresAtMs: record.expiresAtMs };
  }

  #encode(value: string): Uint8Array {
    const bytes = Buffer.from(value);
    if (bytes.length > this.#valueBytes) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `the value has ${bytes.length} bytes of UTF-8, more than the ${this.#valueBytes} allowed; ` +
          'split it, or raise valueBytes on every peer',
        { valueBytes: bytes.length },
      );
    }
    if (!value.isWellFormed()) {
      throw new StarlingError('INVALID_ARGUMENT', 'the value has a lone surrogate, which UTF-8 cannot carry');
    }
    return bytes;
  }
}

function overloaded(): StarlingError {
  return new StarlingError(
    'OVERLOADED',
    `this peer already coordinates ${LIMITS.coordinatorRequests} requests; nothing was applied, try again`,
    { retryAfterMs: 50 },
  );
}
