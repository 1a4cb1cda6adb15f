import { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { Explanation, RecordState } from '../wire/explanation.ts';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { shortName } from '../client/reports/cluster-report.ts';
import { keyDocumentOf } from '../client/reports/key-document.ts';
import { type KeyReport, type MemberView, reportOnKey } from '../client/reports/key-report.ts';
import { hintsIn, verdictOn } from '../client/reports/verdict.ts';
import { bytes } from '../base/quantity.ts';
import { type Column, table } from './table.ts';
import { type Terminal, paint } from './terminal.ts';

const HELP = `
Asks every living member, owners first and at most 64, what it has of the key itself, and says in its last line what that comes to. The
value is never shown: \`starling get\` reads it. A hint is a write that its owner missed and that another member keeps for it.

"holds" is whether a member has a complete copy of the key's partition; "forgets before" is its purge floor: a deletion, or a value
that has expired, which is older is forgotten there. Versions sort as they are written: the highest is the newest.

Examples:
  starling explain greeting
  starling explain greeting --json --address 10.0.0.7:7400`;

const COLUMNS: readonly Column[] = [
  { title: 'peer' },
  { title: 'role' },
  { title: 'holds' },
  { title: 'has' },
  { title: 'version' },
  { title: 'written' },
  { title: 'expires' },
  { title: 'forgets before' },
];
/** Lines that one list takes at most, so that all of it fits a screen. */
const LINES = 6;

export function explainCommand(terminal: Terminal): Command {
  const command = new Command('explain')
    .description('Show what each owner has of a key, and whether they agree')
    .argument('<key>')
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (key: string, flags: ClientFlags) => {
    const report = await withClient(flags, terminal, (client) => reportOnKey(client, key));
    if (flags.json) terminal.out(`${JSON.stringify(keyDocumentOf(key, report), undefined, 2)}\n`);
    else terminal.out(forPeople(key, report, terminal));
  });
}

function forPeople(key: string, { location, views, notAsked }: KeyReport, terminal: Terminal): string {
  const { partition, token } = location;
  const shown = views.filter(({ role, answer }) => role !== 'other' || hasRecord(answer));
  const hints = hintsIn(views).map(
    ({ keeper, peer, version, writtenAtMs }) =>
      `hint for ${shortName(peer)} at ${shortName(keeper)}: version ${version}, written ${time(writtenAtMs)}`,
  );
  const unread = views.flatMap(({ peer, answer }) =>
    answer instanceof StarlingError || answer.unreadHints.length === 0
      ? []
      : [
          `${shortName(peer)} can not read just now what it keeps for ${answer.unreadHints.map(shortName).join(', ')}`,
        ],
  );
  const silent = views.flatMap(({ peer, clientAddress, answer }) =>
    answer instanceof StarlingError
      ? [`${shortName(peer)} (${clientAddress || 'no address'}) does not answer: ${answer.message}`]
      : [],
  );
  const beyond = notAsked === 0 ? [] : [`${notAsked} further members were not asked`];
  const lines = [...few(hints), ...few(unread), ...few(silent), ...beyond]
    .map((line) => `${line}\n`)
    .join('');
  const head = `${paint(terminal, 'bold', JSON.stringify(key))}: partition ${partition}, token ${token}\n\n`;
  const body = table(COLUMNS, shown.map(row));
  return `${head}${body}\n${lines}${lines === '' ? '' : '\n'}${verdictOn(views)}\n`;
}

function row({ peer, role, answer }: MemberView): string[] {
  const name = shortName(peer);
  if (answer instanceof StarlingError) return [name, role, '?', '?', '?', '?', '?', '?'];
  const { record, holding, floorMs } = answer;
  return [
    name,
    role,
    { complete: 'all of it', copying: 'copying', none: 'none' }[holding],
    record === undefined ? 'nothing' : what(record, answer.clusterTimeMs),
    record?.version ?? '-',
    record === undefined ? '-' : time(record.writtenAtMs),
    record === undefined || record.expiresAtMs === 0 ? '-' : time(record.expiresAtMs),
    floorMs === 0 ? '-' : time(floorMs),
  ];
}

function what({ deleted, valueBytes, expiresAtMs }: RecordState, nowMs: number): string {
  if (deleted) return 'a deletion';
  const isExpired = expiresAtMs !== 0 && expiresAtMs <= nowMs;
  return `${bytes(valueBytes)}${isExpired ? ', expired' : ''}`;
}

function hasRecord(answer: Explanation | StarlingError): boolean {
  return !(answer instanceof StarlingError) && answer.record !== undefined;
}

function few(lines: readonly string[]): readonly string[] {
  if (lines.length <= LINES) return lines;
  return [
    ...lines.slice(0, LINES - 1),
    `and ${lines.length - LINES + 1} more like that; --json has them all`,
  ];
}

/** Of a time that a peer sent, which may be none. */
function time(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : `${date.toISOString().slice(0, 19)}Z`;
}
