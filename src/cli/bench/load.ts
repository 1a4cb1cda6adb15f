import { StarlingError } from '../../base/errors.ts';
import { Latencies } from './latencies.ts';

export interface LoadOptions {
  /** Requests under way at any time: each that ends makes room for the next. */
  readonly inFlight: number;
  /** How long requests are sent before any is counted, and then how long they are counted. */
  readonly warmUpMs: number;
  readonly measuredMs: number;
  /** Sends request number n, and rejects where it failed or its answer is wrong. */
  readonly request: (n: number) => Promise<void>;
}

export interface LoadResult {
  readonly requests: number;
  /** The same with those that failed, and those before and after the time that counts. */
  readonly sent: number;
  readonly perSecond: number;
  readonly latencies: Latencies;
  /** Failed requests by code; none of them is counted as a request. */
  readonly errors: ReadonlyMap<string, number>;
}

/** Sends requests for a fixed time, in a closed loop: as fast as they are answered. */
export async function applyLoad(options: LoadOptions): Promise<LoadResult> {
  const latencies = new Latencies();
  const errors = new Map<string, number>();
  const countFromMs = performance.now() + options.warmUpMs;
  const endMs = countFromMs + options.measuredMs;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const sentMs = performance.now();
      if (sentMs >= endMs) return;
      const failure = await failureOf(options.request(next++));
      const answeredMs = performance.now();
      if (answeredMs < countFromMs || answeredMs >= endMs) continue;
      if (failure === undefined) latencies.add(answeredMs - sentMs);
      else errors.set(failure, (errors.get(failure) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: options.inFlight }, worker));
  const perSecond = (latencies.count / options.measuredMs) * 1000;
  return { requests: latencies.count, sent: next, perSecond, latencies, errors };
}

async function failureOf(request: Promise<void>): Promise<string | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    if (error instanceof StarlingError) return error.code;
    throw error;
  }
}
