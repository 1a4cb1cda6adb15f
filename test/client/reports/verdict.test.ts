import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import type { MemberView } from '../../../src/client/reports/key-report.ts';
import { verdictOn } from '../../../src/client/reports/verdict.ts';
import type { Explanation, RecordState } from '../../../src/wire/explanation.ts';

const versionOf = (n: number): string => n.toString(16).padStart(28, '0');

const value = (n: number, more: Partial<RecordState> = {}): RecordState => ({
  version: versionOf(n),
  writtenAtMs: n,
  deleted: false,
  valueBytes: 5,
  expiresAtMs: 0,
  ...more,
});

interface Given extends Partial<Explanation> {
  readonly role?: MemberView['role'];
  /** Versions that it keeps for others. */
  readonly keeps?: Readonly<Record<string, number>>;
}

function view(peer: string, { role = 'owner', keeps = {}, ...given }: Given = {}): MemberView {
  const hints = Object.entries(keeps).map(([who, n]) => ({
    peer: who,
    version: versionOf(n),
    writtenAtMs: n,
  }));
  const answer: Explanation = {
    peer,
    partition: 1,
    token: '',
    custodians: ['a', 'b', 'c'],
    pending: [],
    holding: 'complete',
    record: undefined,
    hints,
    unreadHints: [],
    floorMs: 0,
    clusterTimeMs: 1000,
    ...given,
  };
  return { peer, role, clientAddress: '', liveness: 'alive', answer };
}

const silent = (peer: string): MemberView => ({
  ...view(peer),
  answer: new StarlingError('UNAVAILABLE', 'it is dead'),
});

const has = (n: number, more: Partial<RecordState> = {}): Given => ({ record: value(n, more) });

describe('the verdict on a key', () => {
  const cases: readonly (readonly [what: string, views: readonly MemberView[], verdict: string])[] = [
    [
      'no owner has it',
      [view('a'), view('b'), view('c')],
      'All three owners have nothing of it: it was never written, or its deletion was forgotten.',
    ],
    [
      'all have the same',
      [view('a', has(7)), view('b', has(7)), view('c', has(7))],
      'All three owners have the same version.',
    ],
    ['there is one owner', [view('a', has(7))], 'Its only owner has the same version.'],
    [
      'all have the same deletion',
      [view('a', has(7, { deleted: true })), view('b', has(7, { deleted: true }))],
      'Both owners have the same deletion.',
    ],
    [
      'it has expired',
      [view('a', has(7, { expiresAtMs: 1000 })), view('b', has(7, { expiresAtMs: 1000 }))],
      'Both owners have the same version, which has expired.',
    ],
    [
      'it has yet to expire',
      [view('a', has(7, { expiresAtMs: 1001 })), view('b', has(7, { expiresAtMs: 1001 }))],
      'Both owners have the same version.',
    ],
    [
      'one lacks it and a hint waits',
      [view('a', has(7)), view('b', { ...has(7), keeps: { c: 7 } }), view('c')],
      'C lacks it, and a hint at b waits for it.',
    ],
    [
      'a hint waits at who owns nothing of it',
      [view('a', has(7)), view('b', has(6)), view('x', { role: 'other', keeps: { b: 7 } })],
      'B has an older version, and a hint at x waits for it.',
    ],
    [
      'the hint is older than what others have',
      [view('a', has(9)), view('b', { ...has(9), keeps: { c: 7 } }), view('c', has(6))],
      'C has an older version; the next comparison or read mends that.',
    ],
    [
      'only a hint has the newest',
      [view('a', { ...has(7), keeps: { b: 9 } }), view('b', has(7))],
      'A has an older version; b has an older version, and a hint at a waits for it; the next comparison or read mends that.',
    ],
    [
      'one lacks it and nothing waits',
      [view('a', has(7)), view('b', has(7)), view('c')],
      'C lacks it; the next comparison or read mends that.',
    ],
    [
      'one lacks the deletion',
      [view('a', has(7, { deleted: true })), view('b')],
      'B lacks the deletion; the next comparison or read mends that.',
    ],
    [
      'one has forgotten the deletion',
      [view('a', has(7, { deleted: true })), view('b', { floorMs: 8 })],
      'B has forgotten it already, as the others will: it is deleted or has expired everywhere.',
    ],
    [
      'the floor is below the deletion',
      [view('a', has(7, { deleted: true })), view('b', { floorMs: 7 })],
      'B lacks the deletion; the next comparison or read mends that.',
    ],
    [
      'a live value is missing below the floor',
      [view('a', has(7)), view('b', { floorMs: 800 })],
      'B lacks it; the next comparison or read mends that.',
    ],
    [
      'it expires later than the floor',
      [view('a', has(7, { expiresAtMs: 900 })), view('b', { floorMs: 800 })],
      'B lacks it; the next comparison or read mends that.',
    ],
    [
      'a successor is copying',
      [view('a', has(7)), view('d', { role: 'successor', holding: 'copying' })],
      'D is copying the partition and does not have it yet.',
    ],
    [
      'one does not answer',
      [view('a', has(7)), view('b', has(7)), silent('c')],
      'Both owners that answered have the same version; what c has is not known, since it did not answer.',
    ],
    [
      'one does not answer and a hint waits',
      [view('a', { ...has(7), keeps: { b: 7 } }), silent('b')],
      'The one owner that answered has the same version; what b has is not known, since it did not answer, and a hint at a waits for it.',
    ],
    ['nobody answers', [silent('a')], 'What a has is not known, since it did not answer.'],
    [
      'others hold what they no longer own',
      [view('a', has(7)), view('b', has(7)), view('x', { role: 'other', ...has(3) })],
      'Both owners have the same version.',
    ],
    [
      'a hint is for who no longer owns it',
      [view('a', { ...has(7), keeps: { x: 9 } }), view('b', has(7))],
      'Both owners have the same version.',
    ],
    [
      'they disagree on the owners',
      [view('a', has(7)), view('b', { ...has(7), custodians: ['b'] })],
      'Both owners have the same version; the owners do not agree yet on who they are.',
    ],
    ['nobody owns it', [], 'Nobody owns it.'],
  ];
  for (const [what, views, verdict] of cases) {
    it(`says so where ${what}`, () => {
      expect(verdictOn(views)).to.equal(verdict);
    });
  }
});
