import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { readsNeeded } from '../quorum/consistency.ts';
import type { ScanPage, Token } from '../storage/engine.ts';
import { type Record, isLive, newerOf } from '../version/record.ts';
import { type Coordination, deadError, summarize } from './coordination.ts';
import type { RequestCourse } from './request-course.ts';
import type { ScanAnswer, ScanRequestOptions } from './requests.ts';

/**
 * One page of a partition as R of its custodians hold it together: their pages merged, the newest version of each key,
 * deleted and expired ones left out. A page ends where the shortest of theirs does, since beyond it
 * some custodian has not been heard.
 */
export async function scanPartition(
  on: Coordination,
  partition: number,
  options: ScanRequestOptions,
  course: RequestCourse,
): Promise<ScanAnswer> {
  if (!Number.isInteger(partition) || partition < 0 || partition >= on.custody.partitions) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `there is no partition ${partition}; they are 0 to ${on.custody.partitions - 1}`,
      { partition },
    );
  }
  const pages = await askEnough(on, partition, options, course);
  const refusal = options.room?.hold(pages.reduce((sum, page) => sum + sizeOf(page), 0));
  if (refusal !== undefined) throw refusal;
  const end = earliest(pages.map((page) => page.next));
  const newest = new Map<string, Record>();
  for (const page of pages) {
    for (const record of page.records) {
      if (end !== undefined && compareTokens(tokenOf(record), end) > 0) continue;
      const known = newest.get(record.key.text);
      newest.set(record.key.text, known === undefined ? record : newerOf(known, record));
    }
  }
  const nowMs = on.clusterTimeMs();
  const records = [...newest.values()]
    .filter((record) => isLive(record, nowMs))
    .sort((a, b) => compareTokens(tokenOf(a), tokenOf(b)) || (a.key.text < b.key.text ? -1 : 1));
  return { records, next: end };
}

/** Asks as many custodians as are needed, and another for each that fails, until there are none left. */
async function askEnough(
  on: Coordination,
  partition: number,
  options: ScanRequestOptions,
  course: RequestCourse,
): Promise<readonly ScanPage[]> {
  const deadlineMs = on.clock.monotonicMs() + options.timeoutMs;
  const custodians = on.custody.view.custodians(partition);
  const needed = readsNeeded(on.quorum, custodians.length, options.consistency);
  // What a page comes to is known beforehand, but for its last value.
  const refusal = options.room?.hold(needed * pageLimit(options));
  if (refusal !== undefined) throw refusal;
  const pages: ScanPage[] = [];
  const errors: StarlingError[] = [];
  // This node first, then the living, then those whom only a wrong suspicion keeps from being asked.
  const order = [...custodians].sort((a, b) => distance(on, a) - distance(on, b));
  while (order.length > 0 && pages.length < needed) {
    const round = order.splice(0, needed - pages.length);
    const remainingMs = deadlineMs - on.clock.monotonicMs();
    const answers = await Promise.all(
      round.map(async (peer) => {
        const asked = course.ask(peer);
        const answer = await askOne(on, peer, partition, options, remainingMs);
        course.answered(asked);
        return answer;
      }),
    );
    for (const answer of answers) {
      if (answer instanceof StarlingError) errors.push(answer);
      else pages.push(answer);
    }
  }
  if (pages.length < needed || needed === 0) {
    throw new StarlingError(
      'QUORUM_FAILED',
      `only ${pages.length} of the ${needed} owners needed could scan partition ${partition} (${summarize(errors)})`,
      { partition },
    );
  }
  return pages;
}

function askOne(
  on: Coordination,
  peer: string,
  partition: number,
  options: ScanRequestOptions,
  timeoutMs: number,
): Promise<ScanPage | StarlingError> {
  if (on.members.isDead(peer)) return Promise.resolve(deadError(peer));
  const scan = {
    ownersHash: on.custody.view.ownersHash(partition),
    partition,
    after: options.after,
    limitBytes: pageLimit(options),
    trace: options.trace,
  };
  return new Promise((resolve) => {
    on.replicaOf(peer).scan(scan, timeoutMs, (page) => {
      if (page instanceof StarlingError && page.code === 'WRONG_OWNERS') {
        on.events.ownersDiffered(peer, options.trace);
        on.members.exchange(peer);
      }
      resolve(page);
    });
  });
}

function pageLimit({ limitBytes }: ScanRequestOptions): number {
  return Math.min(limitBytes, LIMITS.pageBytes);
}

function sizeOf({ records }: ScanPage): number {
  return records.reduce((sum, { key, value }) => sum + key.bytes.length + (value?.length ?? 0), 0);
}

function distance(on: Coordination, peer: string): number {
  if (peer === on.self) return 0;
  return on.members.isDead(peer) ? 2 : 1;
}

function tokenOf(record: Record): Token {
  return { high: record.key.tokenHigh, low: record.key.tokenLow };
}

function compareTokens(a: Token, b: Token): number {
  return a.high - b.high || a.low - b.low;
}

/** Undefined where all of them are: every custodian is at its end. */
function earliest(tokens: readonly (Token | undefined)[]): Token | undefined {
  let result: Token | undefined;
  for (const token of tokens) {
    if (token !== undefined && (result === undefined || compareTokens(token, result) < 0)) result = token;
  }
  return result;
}
