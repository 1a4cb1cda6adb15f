import { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import {
  type ClusterReport,
  type MemberReport,
  isStatus,
  reportOn,
  shortName,
} from '../client/reports/cluster-report.ts';
import type { Status, TopologyMember } from '../wire/cluster-view.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { bytes, count, duration, percent } from '../base/quantity.ts';
import { type Column, table } from './table.ts';
import { type Terminal, paint } from './terminal.ts';

const COLUMNS: readonly Column[] = [
  { title: 'peer' },
  { title: 'state' },
  { title: 'since', align: 'right' },
  { title: 'answers in', align: 'right' },
  { title: 'health' },
  { title: 'clients at' },
  { title: 'zone' },
  { title: 'owns', align: 'right' },
  { title: 'holds', align: 'right' },
  { title: 'keys', align: 'right' },
  { title: 'on disk', align: 'right' },
  { title: 'up', align: 'right' },
];

const HELP = `
Asks one peer who the members are, and then each of them how it is. "since" is for how long the state has been so, and "answers in" the
time that a probe takes, both as the asked peer sees it; "health" is what each says of itself: a peer that is slow gives others as
many times longer before it accuses them. "owns" is its share of all partitions, "holds" how much of what it owns, or is to own, it
has a complete copy of, and what it has copied since its start where that isn't all; "keys" are those it stores itself, of which every
key of the cluster is one on each of its owners.

Exits with 1 where something is not well, which is then said below the table.`;

export function statusCommand(terminal: Terminal): Command {
  const command = new Command('status')
    .description('Show the members, what they own and how they are')
    .option('--counters', 'show what each peer has counted since it started')
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (flags: ClientFlags & { counters?: true }) => {
    const report = await withClient(flags, terminal, reportOn);
    if (flags.json) terminal.out(`${JSON.stringify(forPrograms(report), undefined, 2)}\n`);
    else terminal.out(forPeople(report, terminal, flags.counters === true));
    if (report.warnings.length > 0) throw new Outcome(EXIT.no);
  });
}

function forPeople(report: ClusterReport, terminal: Terminal, hasCounters: boolean): string {
  const { topology, members, quorum, warnings } = report;
  const alive = members.filter(({ member }) => member.liveness === 'alive').length;
  const answers = quorum ? `, ${quorum.writes} acknowledge a write, ${quorum.reads} agree on a read` : '';
  const head =
    `${paint(terminal, 'bold', `Cluster ${topology.cluster}`)}: ${alive} of ${members.length} members alive; ` +
    `${topology.width} owners a key${answers}; ${count(topology.partitions)} partitions; ring ${topology.ringId}`;
  const body = table(
    COLUMNS,
    members.map((member) => row(member, topology.partitions, terminal)),
  );
  const health =
    warnings.length === 0
      ? paint(terminal, 'green', 'All is well.')
      : warnings.map((warning) => paint(terminal, 'yellow', `! ${warning}`)).join('\n');
  return `${head}\n\n${body}\n${health}\n${hasCounters ? counters(members) : ''}`;
}

function row({ member, status }: MemberReport, partitions: number, terminal: Terminal): string[] {
  const isWell = member.liveness === 'alive' && member.intent === 'active';
  const state = member.intent === 'active' ? member.liveness : `${member.liveness}, ${member.intent}`;
  const own = isStatus(status)
    ? [
        count(status.storage.records - status.storage.tombstones),
        bytes(status.storage.diskBytes),
        duration(status.uptimeMs),
      ]
    : ['-', '-', '-'];
  const health = isStatus(status) ? healthOf(status.healthMultiplier) : '-';
  return [
    shortName(member.peer),
    paint(terminal, isWell ? 'green' : 'yellow', state),
    duration(member.livenessSinceMs),
    member.roundTripMs === undefined ? '-' : `${member.roundTripMs.toFixed(1)} ms`,
    health,
    member.clientAddress || '-',
    member.zone || '-',
    percent(member.ownedPartitions / partitions),
    holding(member, status),
    ...own,
  ];
}

/** As the member says itself, which what it owns soon is part of; or else as it last told the others. */
function holding(
  { ownedPartitions, completePartitions }: TopologyMember,
  status: MemberReport['status'],
): string {
  const { owned, complete, copiedBytes } = isStatus(status)
    ? status.custody
    : { owned: ownedPartitions, complete: Math.min(ownedPartitions, completePartitions), copiedBytes: 0 };
  if (owned === 0) return '-';
  return complete === owned ? percent(1) : `${percent(complete / owned)}, ${bytes(copiedBytes)} copied`;
}

function healthOf(multiplier: number): string {
  return multiplier === 1 ? 'well' : `slow, x${multiplier}`;
}

function counters(members: readonly MemberReport[]): string {
  const answers = members.flatMap(({ status }) => (isStatus(status) ? [status] : []));
  const names = [...new Set(answers.flatMap((status) => [...status.counters.keys()]))].sort();
  const columns: Column[] = [
    { title: 'counted since its start' },
    ...answers.map(({ peer }): Column => ({ title: shortName(peer), align: 'right' })),
  ];
  const rows = names.map((name) => [name, ...answers.map((status) => count(status.counters.get(name) ?? 0))]);
  return `\n${table(columns, rows)}`;
}

function forPrograms({ topology, members, quorum, warnings }: ClusterReport): unknown {
  const { owners: _owners, members: _members, ...cluster } = topology;
  return {
    ...cluster,
    writesNeeded: quorum?.writes,
    readsNeeded: quorum?.reads,
    warnings,
    members: members.map(({ member, status }) => ({
      ...member,
      status: isStatus(status) ? statusForPrograms(status) : undefined,
      error: status instanceof StarlingError ? { code: status.code, message: status.message } : undefined,
    })),
  };
}

function statusForPrograms(status: Status): unknown {
  const { counters: counted, membershipCounts } = status;
  return {
    ...status,
    counters: Object.fromEntries(counted),
    membershipCounts: Object.fromEntries(membershipCounts),
  };
}
