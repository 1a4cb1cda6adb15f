import { isDeepStrictEqual } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { StarlingError } from '../../src/base/errors.ts';
import type { FuzzTarget } from './target.ts';

/** What a decoder made of an input. */
export type Examination =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' }
  /** It broke a promise; `fault` completes a sentence that begins with "the decoder". */
  | { readonly kind: 'fault'; readonly fault: string };

/** Time that an input may take: some, and some for each of its bytes. */
const MOST_MS = 250;
const MOST_MS_PER_BYTE = 0.02;

/** Memory that it may take while it is decoded: an empty item of two bytes becomes an object of a hundred, several times over. */
const MOST_BYTES = 3 << 20;
const MOST_BYTES_PER_BYTE = 512;

/** What is too slow or too large may be so by chance, of a collection of garbage or a busy machine: it must be so each time. */
const MEASUREMENTS = 4;

type Outcome = { readonly value: unknown } | { readonly error: unknown };

interface Measured {
  readonly outcome: Outcome;
  readonly tookMs: number;
  readonly allocatedBytes: number;
}

/** Decodes the input and holds the outcome against everything that is promised of a decoder. */
export async function examine(target: FuzzTarget, input: Uint8Array): Promise<Examination> {
  const bytes = Buffer.from(input);
  const { outcome, ...cost } = await measure(target, bytes);
  const fault =
    (await faultOfCost(target, input, cost)) ??
    (Buffer.compare(bytes, input) === 0 ? undefined : 'changed its input') ??
    ('error' in outcome
      ? faultOfError(target, outcome.error)
      : await faultOfValue(target, input, { value: outcome.value, bytes }));
  if (fault !== undefined) return { kind: 'fault', fault };
  return { kind: 'error' in outcome ? 'refused' : 'taken' };
}

async function measure(target: FuzzTarget, bytes: Uint8Array): Promise<Measured> {
  const heldBytes = memoryBytes();
  const startMs = performance.now();
  const outcome = await outcomeOf(target, bytes);
  const tookMs = performance.now() - startMs;
  return { outcome, tookMs, allocatedBytes: memoryBytes() - heldBytes };
}

async function outcomeOf(target: FuzzTarget, bytes: Uint8Array): Promise<Outcome> {
  try {
    return { value: await target.decode(bytes) };
  } catch (error) {
    return { error };
  }
}

/** Garbage included: what was allocated meanwhile shows, unless it has been collected already. */
function memoryBytes(): number {
  const { used_heap_size: heapBytes, external_memory: externalBytes } = getHeapStatistics();
  return heapBytes + externalBytes;
}

async function faultOfCost(
  target: FuzzTarget,
  input: Uint8Array,
  first: Omit<Measured, 'outcome'>,
): Promise<string | undefined> {
  const mostMs = MOST_MS + MOST_MS_PER_BYTE * input.length;
  const mostBytes = MOST_BYTES + MOST_BYTES_PER_BYTE * input.length;
  let { tookMs, allocatedBytes } = first;
  for (let i = 1; i < MEASUREMENTS && (tookMs > mostMs || allocatedBytes > mostBytes); i++) {
    const again = await measure(target, Buffer.from(input));
    tookMs = Math.min(tookMs, again.tookMs);
    allocatedBytes = Math.min(allocatedBytes, again.allocatedBytes);
  }
  if (tookMs > mostMs) return `took ${tookMs.toFixed(0)} ms for ${input.length} bytes`;
  if (allocatedBytes > mostBytes) return `allocated ${allocatedBytes} bytes for ${input.length}`;
  return undefined;
}

function faultOfError({ refusals }: FuzzTarget, error: unknown): string | undefined {
  if (!(error instanceof StarlingError)) return `threw ${described(error)}`;
  if (!refusals.includes(error.code))
    return `threw ${error.code}, which it doesn't declare: ${error.message}`;
  const { cause } = error;
  return cause === undefined || isRefusal(cause)
    ? undefined
    : `passed off a mistake as a refusal: ${described(cause)}`;
}

/** Whether a library refused the input: any other error behind a refusal is a mistake of ours, dressed up. */
function isRefusal(cause: unknown): boolean {
  if (cause instanceof StarlingError) return cause.cause === undefined || isRefusal(cause.cause);
  if (!(cause instanceof Error) || cause.message.includes('call stack')) return false;
  const [thrower = ''] = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line) && !line.includes('(node:'));
  return (
    /node_modules|wire\/gen\//.test(thrower) || cause instanceof SyntaxError || cause.name === 'ZodError'
  );
}

function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function faultOfValue(
  target: FuzzTarget,
  input: Uint8Array,
  { value, bytes }: { readonly value: unknown; readonly bytes: Uint8Array },
): Promise<string | undefined> {
  const again = await outcomeOf(target, Buffer.from(input));
  if ('error' in again) return `refused what it had taken before: ${described(again.error)}`;
  if (!isDeepStrictEqual(value, again.value)) return 'gave another value for the same input';
  bytes.fill(0xa5);
  if (!isDeepStrictEqual(value, again.value)) return 'gave a value that is a view of its input';
  if (target.encode === undefined) return undefined;
  return faultOfEncoding(target, target.encode(value as never), value);
}

async function faultOfEncoding(
  target: FuzzTarget,
  encoded: Uint8Array,
  value: unknown,
): Promise<string | undefined> {
  const decoded = await outcomeOf(target, Buffer.from(encoded));
  if ('error' in decoded) return `refused what its value was encoded as: ${described(decoded.error)}`;
  return isDeepStrictEqual(decoded.value, value)
    ? undefined
    : 'gave another value for what its value was encoded as';
}
