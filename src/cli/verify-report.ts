import type { Finding } from '../storage/verify/findings.ts';
import type { VerifyReport } from '../storage/verify/verify.ts';
import { bytes, count } from '../base/quantity.ts';
import { type Terminal, paint } from './terminal.ts';

/** Everything that was found, a line each: problems first. */
export function findingLines(report: VerifyReport, terminal: Terminal): string {
  const problem = paint(terminal, 'red', 'problem');
  const note = paint(terminal, 'yellow', 'note');
  return [
    ...report.problems.map((finding) => `${problem}  ${lineOf(finding)}`),
    ...more(report.problemCount - report.problems.length, 'problems'),
    ...report.notes.map((finding) => `${note}  ${lineOf(finding)}`),
    ...more(report.noteCount - report.notes.length, 'notes'),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What there is. */
export function totalLines({ totals }: VerifyReport): string {
  const { segments, segmentBytes, checkpoints, keyFilters, entries, liveKeys, tombstones, expired } = totals;
  const lost = totals.lostBytes > 0 ? `, ${bytes(totals.lostBytes)} lost` : '';
  return (
    `${some(segments, 'segment')}, ${bytes(segmentBytes)}${lost}; ${some(checkpoints, 'checkpoint')}; ${some(keyFilters, 'key filter')}\n` +
    `${some(entries, 'entry', 'entries')}; ${some(liveKeys, 'live key')}, ${some(tombstones, 'tombstone')}, ${count(expired)} expired\n`
  );
}

/** `1 problem`, `2 problems` */
export function some(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** For programs. */
export function reportAsJson(report: VerifyReport): object {
  const asJson = ({ file, offset, what }: Finding) => ({ file, offset: offset ?? null, what });
  return { ...report, problems: report.problems.map(asJson), notes: report.notes.map(asJson) };
}

function lineOf({ file, offset, what }: Finding): string {
  return `${file}${offset === undefined ? '' : ` at ${offset}`}: ${what}`;
}

function more(number: number, what: string): string[] {
  return number > 0 ? [`and ${count(number)} ${what} more`] : [];
}
