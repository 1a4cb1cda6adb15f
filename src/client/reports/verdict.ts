import { StarlingError } from '../../base/errors.ts';
import type { Explanation, RecordState } from '../../wire/explanation.ts';
import { shortName } from './cluster-report.ts';
import type { MemberView } from './key-report.ts';

/** A write that a member missed, and who keeps it. */
export interface WaitingHint {
  readonly keeper: string;
  /** Whom it is for. */
  readonly peer: string;
  readonly version: string;
  readonly writtenAtMs: number;
}

interface AnsweringOwner {
  readonly peer: string;
  readonly answer: Explanation;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** All hints that somebody who answered keeps for this key. */
export function hintsIn(views: readonly MemberView[]): WaitingHint[] {
  return views.flatMap(({ peer: keeper, answer }) =>
    answer instanceof StarlingError ? [] : answer.hints.map((hint) => ({ keeper, ...hint })),
  );
}

/** What the answers of all members come to, in one sentence. */
export function verdictOn(views: readonly MemberView[]): string {
  const owners = views.filter(({ role }) => role !== 'other');
  const answering = owners.flatMap(({ peer, answer }): AnsweringOwner[] =>
    answer instanceof StarlingError ? [] : [{ peer, answer }],
  );
  const hints = hintsIn(views).filter(({ peer }) => owners.some((owner) => owner.peer === peer));
  const silent = owners.filter(({ answer }) => answer instanceof StarlingError).map(({ peer }) => peer);
  const clauses = [
    ...(answering.length === 0 ? [] : agreement(answering, hints, silent.length > 0)),
    ...silent.map(
      (peer) => `what ${shortName(peer)} has is not known, since it did not answer${waits(peer, hints)}`,
    ),
    ...(differInView(answering) ? ['the owners do not agree yet on who they are'] : []),
  ];
  const sentence = clauses.join('; ');
  return sentence === '' ? 'Nobody owns it.' : `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

function agreement(
  answering: readonly AnsweringOwner[],
  hints: readonly WaitingHint[],
  isPartial: boolean,
): string[] {
  const who = allOf(answering.length, isPartial);
  const versions = [
    ...answering.flatMap(({ answer: { record } }) => record?.version ?? []),
    ...hints.map(({ version }) => version),
  ];
  if (versions.length === 0)
    return [`${who} nothing of it: it was never written, or its deletion was forgotten`];
  // As text they sort as they do as versions.
  const newest = versions.reduce((a, b) => (a > b ? a : b));
  const state = answering.find(({ answer }) => answer.record?.version === newest)?.answer.record;
  const forgetful = answering.filter(({ answer }) => hasForgotten(answer, state));
  const behind = answering.filter(
    (owner) => owner.answer.record?.version !== newest && !forgetful.includes(owner),
  );
  if (behind.length > 0) return behindClauses(behind, state, newest, hints);
  const nowMs = Math.max(...answering.map(({ answer }) => answer.clusterTimeMs));
  const has =
    state?.deleted === true
      ? 'the same deletion'
      : `the same version${isExpired(state, nowMs) ? ', which has expired' : ''}`;
  if (forgetful.length === 0) return [`${who} ${has}`];
  const names = forgetful.map(({ peer }) => shortName(peer)).join(' and ');
  return [
    `${names} ${forgetful.length === 1 ? 'has' : 'have'} forgotten it already, as the others will: it is deleted or has expired everywhere`,
  ];
}

function behindClauses(
  behind: readonly AnsweringOwner[],
  state: RecordState | undefined,
  newest: string,
  hints: readonly WaitingHint[],
): string[] {
  const isWaiting = ({ peer }: AnsweringOwner) =>
    hints.some((hint) => hint.peer === peer && hint.version === newest);
  const clauses = behind.map((owner) => {
    const { peer, answer } = owner;
    const name = shortName(peer);
    const waiting = waits(
      peer,
      hints.filter(({ version }) => version === newest),
    );
    if (answer.record !== undefined) return `${name} has an older version${waiting}`;
    if (answer.holding === 'copying')
      return `${name} is copying the partition and does not have it yet${waiting}`;
    return `${name} lacks ${state?.deleted === true ? 'the deletion' : 'it'}${waiting}`;
  });
  const unmended = behind.filter((owner) => !isWaiting(owner) && owner.answer.holding === 'complete');
  return unmended.length === 0 ? clauses : [...clauses, 'the next comparison or read mends that'];
}

/** Whether it had the deletion, or the expired value, and needs it no more. */
function hasForgotten({ record, floorMs }: Explanation, state: RecordState | undefined): boolean {
  if (record !== undefined || state === undefined) return false;
  const isOver = state.deleted || state.expiresAtMs !== 0;
  return isOver && Math.max(state.writtenAtMs, state.expiresAtMs) < floorMs;
}

function isExpired(state: RecordState | undefined, nowMs: number): boolean {
  return state !== undefined && state.expiresAtMs !== 0 && state.expiresAtMs <= nowMs;
}

function waits(peer: string, hints: readonly WaitingHint[]): string {
  const keepers = hints.filter((hint) => hint.peer === peer).map(({ keeper }) => shortName(keeper));
  return keepers.length === 0 ? '' : `, and a hint at ${keepers.join(' and at ')} waits for it`;
}

/** `All three owners have`, `Both owners that answered have`, `Its only owner has` */
function allOf(count: number, isPartial: boolean): string {
  const which = isPartial ? ' that answered' : '';
  if (count === 1) return isPartial ? 'the one owner that answered has' : 'its only owner has';
  if (count === 2) return `both owners${which} have`;
  return `all ${NUMBERS[count] ?? String(count)} owners${which} have`;
}

function differInView(answering: readonly AnsweringOwner[]): boolean {
  const seen = answering.map(({ answer: { custodians, pending } }) =>
    JSON.stringify([[...custodians].sort(), [...pending].sort()]),
  );
  return new Set(seen).size > 1;
}
