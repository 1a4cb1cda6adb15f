import { Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../base/limits.ts';
import { MAX_WEIGHT } from '../ring/ring-member.ts';
import type { Topology } from '../wire/cluster-view.ts';
import { type ClientFlags, wholeNumber, withClient, withClientFlags } from './client-options.ts';
import { reportOn, shortName } from '../client/reports/cluster-report.ts';
import { type Forecast, forecast } from './plan/forecast.ts';
import { type Wish, planMembers } from './plan/planned-members.ts';
import { bytes, count, duration, percent } from '../base/quantity.ts';
import { type Column, table } from './table.ts';
import { type Terminal, paint } from './terminal.ts';

interface PlanFlags extends ClientFlags {
  readonly join: number;
  readonly joinZone: readonly string[];
  readonly joinWeight: readonly number[];
  readonly leave: readonly string[];
  readonly remove: readonly string[];
  readonly zone: readonly Wish<string>[];
  readonly weight: readonly Wish<number>[];
}

const HELP = `
Nothing is changed: this asks who the members are and how much they hold, and calculates. A member is named by its peer id, or by the end
of it as \`starling status\` shows it; the options may be combined and repeated, and of several --join-zone and --join-weight the new
members take one each in turn. "before" and "after" are shares of all copies, "takes" and "gives" count partitions.

What a new member gets depends on its id, which isn't known yet, so that the real figures will differ a little. Bytes are what members hold
on average for each partition that they own; the time is what the member that copies the most needs at the default transfer rate, and
nobody is faster. Members come and go one after the other, so that several changes at once take longer, and may copy more.

Examples:
  starling plan --join 2
  starling plan --join 3 --join-zone rack1 --join-zone rack2 --join-zone rack3 --join-weight 200
  starling plan --leave Xa8bQ2kd --join 1
  starling plan --remove Xa8bQ2kd --weight Rb4cT7mn=200 --zone Rb4cT7mn=rack2`;

const COLUMNS: readonly Column[] = [
  { title: 'peer' },
  { title: 'change' },
  { title: 'zone' },
  { title: 'weight', align: 'right' },
  { title: 'before', align: 'right' },
  { title: 'after', align: 'right' },
  { title: 'takes', align: 'right' },
  { title: 'gives', align: 'right' },
  { title: 'to copy', align: 'right' },
];

export function planCommand(terminal: Terminal): Command {
  const weight = wholeNumber(1, MAX_WEIGHT);
  const members = wholeNumber(1, LIMITS.members);
  const command = new Command('plan')
    .description('Show what a change of the members would move, and change nothing')
    .option('--join <number>', 'new members', (text, earlier: number) => earlier + members(text), 0)
    .option('--join-zone <name>', 'zone of the new members', listOf(zoneName), [])
    .option('--join-weight <number>', 'weight of the new members; default 100', listOf(weight), [])
    .option(
      '--leave <peer>',
      'a member that leaves',
      listOf((text) => text),
      [],
    )
    .option(
      '--remove <peer>',
      'a member that is removed',
      listOf((text) => text),
      [],
    )
    .option('--zone <peer=name>', 'a member that gets another zone', listOf(wishOf(zoneName)), [])
    .option('--weight <peer=number>', 'a member that gets another weight', listOf(wishOf(weight)), [])
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (flags: PlanFlags) => {
    const report = await withClient(flags, terminal, reportOn);
    const { topology } = report;
    const planned = planMembers(topology.members, {
      join: flags.join,
      joinZones: flags.joinZone,
      joinWeights: flags.joinWeight,
      leave: flags.leave,
      remove: flags.remove,
      zones: flags.zone,
      weights: flags.weight,
    });
    const bytesPerSecond = await defaultTransferRate();
    const expected = forecast(planned, report, bytesPerSecond);
    const counts = { before: planned.before.length, after: planned.after.length };
    if (flags.json) {
      terminal.out(`${JSON.stringify(forPrograms(topology, expected, bytesPerSecond), undefined, 2)}\n`);
    } else terminal.out(forPeople({ topology, expected, bytesPerSecond, counts, terminal }));
  });
}

/** The schema is slow to load, and few commands need it. */
async function defaultTransferRate(): Promise<number> {
  const { configurationOf } = await import('../node/configuration/load.ts');
  return configurationOf({}).transfer.bytesPerSecond;
}

interface Page {
  readonly topology: Topology;
  readonly expected: Forecast;
  readonly bytesPerSecond: number;
  readonly counts: { readonly before: number; readonly after: number };
  readonly terminal: Terminal;
}

function forPeople({ topology, expected, bytesPerSecond, counts, terminal }: Page): string {
  const { movement, copyBytes, atLeastMs, warnings } = expected;
  const { widthBefore, widthAfter } = movement;
  const owners = widthBefore === widthAfter ? widthAfter : `${widthBefore}, then ${widthAfter}`;
  const head = `Cluster ${topology.cluster}: ${counts.before} members, then ${counts.after}; ${count(topology.partitions)} partitions, ${owners} owners each`;
  const rows = expected.members.map((member) => [
    shortName(member.peer),
    member.changes.join(', ') || '-',
    member.zone || '-',
    count(member.weight),
    member.before === 0 ? '-' : percent(member.shareBefore),
    member.after === 0 ? '-' : percent(member.shareAfter),
    count(member.takes),
    count(member.gives),
    member.copyBytes === undefined ? '-' : bytes(member.copyBytes),
  ]);
  const moves = `${count(movement.moved)} copies of partitions move; the least that fair shares allow is ${count(movement.least)}.`;
  const cost =
    copyBytes === undefined || atLeastMs === undefined
      ? 'No member told how much it holds, so nobody knows how much there is to copy.'
      : `About ${bytes(copyBytes)} to copy, in ${duration(atLeastMs)} at least, as each member copies at most ${bytes(bytesPerSecond)} in a second by default.`;
  const warned = warnings.map((warning) => `${paint(terminal, 'yellow', `! ${warning}`)}\n`).join('');
  return `${head}\n\n${table(COLUMNS, rows)}\n${moves}\n${cost}\n${warned}`;
}

function forPrograms({ cluster, ringId, partitions, replicas }: Topology, expected: Forecast, rate: number) {
  const { movement, members, copyBytes = null, atLeastMs = null, warnings } = expected;
  const { moved, least, widthBefore, widthAfter } = movement;
  return {
    cluster,
    ringId,
    partitions,
    replicas,
    widthBefore,
    widthAfter,
    moved,
    least,
    copyBytes: rounded(copyBytes),
    atLeastMs: rounded(atLeastMs),
    bytesPerSecond: rate,
    warnings,
    members: members.map((member) => ({ ...member, copyBytes: rounded(member.copyBytes ?? null) })),
  };
}

/** Estimates have no fractions of a byte. */
function rounded(estimate: number | null): number | null {
  return estimate === null ? null : Math.round(estimate);
}

function listOf<Value>(read: (text: string) => Value): (text: string, earlier: readonly Value[]) => Value[] {
  return (text, earlier) => [...earlier, read(text)];
}

/** Reads `Xa8bQ2kd=200`. */
function wishOf<Value>(read: (text: string) => Value): (text: string) => Wish<Value> {
  return (text) => {
    const [, peer, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (peer !== undefined && value !== undefined) return { peer, value: read(value) };
    throw new InvalidArgumentError('Give a member and what it gets, such as Xa8bQ2kd=200.');
  };
}

function zoneName(text: string): string {
  if (Buffer.byteLength(text) <= LIMITS.nameBytes) return text;
  throw new InvalidArgumentError(`Give a name of at most ${LIMITS.nameBytes} bytes.`);
}
