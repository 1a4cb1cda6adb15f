import { type ErrorCode, StarlingError } from '../../src/base/errors.ts';
import { Attempts } from '../../src/client/attempts.ts';
import type { ClientWorld } from '../../src/client/world.ts';

interface Failure {
  readonly code: ErrorCode;
  readonly retryAfterMs?: number;
  /** Whether a peer is left that this request hasn't tried. */
  readonly elsewhere?: boolean;
  /** How long the attempt took. */
  readonly tookMs?: number;
}

interface Case {
  readonly name: string;
  readonly timeoutMs?: number;
  readonly retries?: number;
  readonly failures: readonly Failure[];
}

const repeated = (times: number, failure: Failure): Failure[] => Array<Failure>(times).fill(failure);

const CASES: readonly Case[] = [
  { name: 'a wrong request is not sent again', failures: [{ code: 'INVALID_ARGUMENT' }] },
  { name: 'a full disk neither', failures: [{ code: 'DISK_FULL' }] },
  { name: 'nor a broken protocol', failures: [{ code: 'PROTOCOL' }] },
  {
    name: 'pauses double up to a second',
    timeoutMs: 60_000,
    failures: repeated(9, { code: 'QUORUM_FAILED' }),
  },
  {
    name: 'whoever asks for time gets it, and the pause on top',
    failures: [
      { code: 'OVERLOADED', retryAfterMs: 40 },
      { code: 'OVERLOADED', retryAfterMs: 300 },
    ],
  },
  {
    name: 'another peer is asked at once where one can not be reached or is silent',
    failures: [
      { code: 'UNAVAILABLE', elsewhere: true },
      { code: 'TIMEOUT', elsewhere: true },
      { code: 'UNAVAILABLE' },
    ],
  },
  {
    name: 'but not where one says that it can not do it just now',
    failures: [
      { code: 'NOT_READY', elsewhere: true },
      { code: 'WRONG_OWNERS', elsewhere: true },
      { code: 'QUORUM_FAILED', elsewhere: true },
    ],
  },
  { name: 'no retries', retries: 0, failures: [{ code: 'UNAVAILABLE', elsewhere: true }] },
  {
    name: 'the outcome stays unknown when it is sent again and refused',
    failures: [{ code: 'QUORUM_FAILED' }, { code: 'DISK_FULL' }],
  },
  {
    name: 'and a refusal before that does not matter',
    failures: [{ code: 'OVERLOADED', retryAfterMs: 1 }, { code: 'TIMEOUT' }, { code: 'INVALID_ARGUMENT' }],
  },
  {
    name: 'nothing but refusals is a refusal',
    failures: [{ code: 'OVERLOADED', retryAfterMs: 1 }, { code: 'DISK_FULL' }],
  },
  {
    name: 'a pause that would end after the deadline is not made',
    timeoutMs: 100,
    failures: [{ code: 'OVERLOADED', retryAfterMs: 500 }],
  },
  {
    name: 'an attempt takes half of what is left, the last one all of it',
    retries: 2,
    failures: [
      { code: 'TIMEOUT', elsewhere: true, tookMs: 2500 },
      { code: 'TIMEOUT', elsewhere: true, tookMs: 1250 },
      { code: 'TIMEOUT', elsewhere: true, tookMs: 1250 },
    ],
  },
  {
    name: 'but 50 ms at least',
    timeoutMs: 80,
    failures: [{ code: 'TIMEOUT', elsewhere: true, tookMs: 50 }],
  },
];

/** What becomes of a request whose attempts fail one after another. */
export function retryVectors(): object {
  return {
    about:
      'A request with timeoutMs and retries whose attempts fail as listed, each after tookMs. attemptMs: how long each attempt may take (in the case where ' +
      'the pauses are the shortest); pauses: least and most milliseconds before the next attempt; error: the code that the request ends with, ' +
      'null where another attempt would follow.',
    cases: CASES.map(({ name, timeoutMs = 5000, retries = 8, failures }) => {
      const shortest = run({ timeoutMs, retries, failures }, 0);
      const longest = run({ timeoutMs, retries, failures }, 1);
      if (shortest.error !== longest.error) throw new Error(`${name}: chance decides`);
      const pauses = shortest.pauses.map((least, i) => ({ least, most: longest.pauses[i]! }));
      return {
        name,
        timeoutMs,
        retries,
        failures: failures.map(({ code, retryAfterMs = 0, elsewhere = false, tookMs = 0 }) => ({
          code,
          retryAfterMs,
          elsewhere,
          tookMs,
        })),
        attemptMs: shortest.attemptMs,
        pauses,
        error: shortest.error,
      };
    }),
  };
}

function run({ timeoutMs, retries, failures }: Required<Omit<Case, 'name'>>, fraction: number) {
  let nowMs = 0;
  const world = { clock: { monotonicMs: () => nowMs }, random: { fraction: () => fraction } };
  const attempts = new Attempts(world as unknown as ClientWorld, { timeoutMs, retries });
  const attemptMs: number[] = [];
  const pauses: number[] = [];
  for (const { code, retryAfterMs, elsewhere = false, tookMs = 0 } of failures) {
    attemptMs.push(attempts.begin());
    nowMs += tookMs;
    const facts = retryAfterMs === undefined ? {} : { retryAfterMs };
    const verdict = attempts.afterFailure(new StarlingError(code, code, facts), elsewhere);
    if (typeof verdict !== 'number') return { attemptMs, pauses, error: verdict.code };
    pauses.push(verdict);
    nowMs += verdict;
  }
  return { attemptMs, pauses, error: null };
}
