import { StarlingError } from '../base/errors.ts';
import type { Attempts } from './attempts.ts';

/** Bytes of keys and values that go into one request, so that a batch doesn't hold up what shares the connection. */
const REQUEST_BYTES = 512 << 10;

/** One key of a batch. */
export interface BatchItem {
  /** In the caller's order. */
  readonly index: number;
  readonly partition: number;
  /** In the request, roughly. */
  readonly sizeBytes: number;
  readonly attempts: Attempts;
}

export interface BatchPort<Result> {
  /** Whom to ask about this partition now. */
  pick(partition: number): string;
  /** Sends some of the items to one peer, once: a result for each, in their order, or one error for all. Never rejects. */
  send(
    address: string,
    items: readonly BatchItem[],
    timeoutMs: number,
  ): Promise<readonly (Result | StarlingError)[] | StarlingError>;
  /** Resolves `delayMs` from now. */
  sleep(delayMs: number): Promise<void>;
}

interface Group {
  readonly address: string;
  readonly items: BatchItem[];
  sizeBytes: number;
}

/**
 * Carries out a batch: items are grouped by the peer to ask, the groups are sent at the same time, and those items that
 * failed for a passing reason are grouped and sent again. Each item's place in `results` gets its result.
 */
export async function runBatch<Result>(
  port: BatchPort<Result>,
  items: readonly BatchItem[],
  results: (Result | StarlingError | undefined)[],
): Promise<void> {
  await Promise.all(groupByPeer(port, items).map((group) => runGroup(port, group, results)));
}

async function runGroup<Result>(
  port: BatchPort<Result>,
  { address, items }: Group,
  results: (Result | StarlingError | undefined)[],
): Promise<void> {
  const timeoutMs = Math.min(...items.map((item) => item.attempts.begin()));
  const replies = await port.send(address, items, timeoutMs);
  const again: BatchItem[] = [];
  let delayMs = 0;
  for (const [i, item] of items.entries()) {
    const reply = replies instanceof StarlingError ? replies : (replies[i] ?? missing(address));
    const verdict = reply instanceof StarlingError ? judge(port, item, address, reply) : reply;
    if (typeof verdict === 'number') {
      again.push(item);
      delayMs = Math.max(delayMs, verdict);
    } else {
      results[item.index] = verdict;
    }
  }
  if (again.length === 0) return;
  await port.sleep(delayMs);
  await runBatch(port, again, results);
}

/** Milliseconds to wait before the item is sent again, or the error that it ends with. */
function judge<Result>(
  port: BatchPort<Result>,
  { attempts, partition }: BatchItem,
  address: string,
  error: StarlingError,
): number | StarlingError {
  return attempts.afterFailure(error, port.pick(partition) !== address);
}

function groupByPeer<Result>(port: BatchPort<Result>, items: readonly BatchItem[]): Group[] {
  const groups: Group[] = [];
  const filling = new Map<string, Group>();
  for (const item of items) {
    const address = port.pick(item.partition);
    let group = filling.get(address);
    if (group === undefined || group.sizeBytes + item.sizeBytes > REQUEST_BYTES) {
      group = { address, items: [], sizeBytes: 0 };
      filling.set(address, group);
      groups.push(group);
    }
    group.items.push(item);
    group.sizeBytes += item.sizeBytes;
  }
  return groups;
}

function missing(address: string): StarlingError {
  return new StarlingError('PROTOCOL', `${address} answered a batch with fewer results than it had items`, {
    address,
  });
}
