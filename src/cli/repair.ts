import { Command, Option } from 'commander';
import type { StarlingClient } from '../client/client.ts';
import { type ClientFlags, wholeNumber, withClient, withClientFlags } from './client-options.ts';
import { shortName } from '../client/reports/cluster-report.ts';
import { EXIT } from './exit-code.ts';
import { memberAmong } from './member-name.ts';
import { type SecretFlags, secretFrom, withSecretFlags } from './operator-secret.ts';
import { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { bytes, count, duration } from '../base/quantity.ts';
import { type Comparison, compareAll } from './repair/compare.ts';
import { pairsIn } from './repair/pairs.ts';
import { type PauseOutcome, pauseAll, pauseLengthOf, pauseOf } from './repair/pause.ts';
import { type Totals, recordsMovedIn, sentenceOf, totalsOf } from './repair/totals.ts';
import type { Terminal } from './terminal.ts';

interface RepairFlags extends ClientFlags, SecretFlags {
  readonly partition?: number;
  readonly pause?: number | true;
  readonly resume?: true;
}

const HELP = `
Every two members that own partitions together compare what they hold, and take from each other what is newer. They do so all the time by
themselves; this is for who can't wait: after a peer was away for long, or before one is taken out. It changes nothing that is equal,
leaves what was written in the last two seconds to arrive by itself, and moves no more in a second than the peers'
\`repair.bytesPerSecond\`. Interrupted, the comparisons that have begun come to their end all the same.

With a member, named by its peer id or by the end of it as \`starling status\` shows it, only that one compares, with each of the others.
A partition that three members own is compared three times, by each two of them. \`starling locate\` tells the partition of a key, and
\`starling explain\` what each owner has of it.

With --pause members begin no comparisons by themselves for a time, an hour where none is given and a week at most; --resume ends that
before, and so does a restart of the member. They answer others meanwhile, and \`starling repair\` works; but deletions are not forgotten,
and copies that drift apart stay so until somebody reads them: \`starling status\` warns of it. Members obey whoever knows the
cluster's secret: --secret-file, STARLING_SECRET, or a configuration file.

Exits with 1 where some of it could not be compared, or somebody did not obey, and says why.

Examples:
  starling repair
  starling repair Xa8bQ2kd
  starling repair --partition 513 --json
  starling repair --pause 2h --config network.json
  starling repair Xa8bQ2kd --resume --secret-file secret`;

export function repairCommand(terminal: Terminal): Command {
  const command = new Command('repair')
    .description('Have owners compare what they hold now, and mend what differs; or pause that')
    .argument('[peer]', 'only this member: it compares with each of the others, or pauses')
    .addOption(
      new Option('--partition <number>', 'compare only this partition').argParser(wholeNumber(0, 65_535)),
    )
    .addOption(
      new Option(
        '--pause [duration]',
        'begin no comparisons by itself for so long: 90s, 15m, 2h; default: 1h',
      )
        .argParser(pauseLengthOf)
        .conflicts(['resume', 'partition']),
    )
    .addOption(new Option('--resume', 'end a pause').conflicts('partition'))
    .addHelpText('after', HELP);
  return withClientFlags(withSecretFlags(command)).action(
    async (name: string | undefined, flags: RepairFlags) => {
      if (flags.pause !== undefined) await order(name, pauseOf(flags.pause), flags, terminal);
      else if (flags.resume) await order(name, 0, flags, terminal);
      else await compare(name, flags, terminal);
    },
  );
}

async function compare(name: string | undefined, flags: RepairFlags, terminal: Terminal): Promise<void> {
  const startedMs = performance.now();
  const totals = await withClient(flags, terminal, (client) => repair(client, name, flags, terminal));
  const tookMs = Math.round(performance.now() - startedMs);
  if (flags.json) terminal.out(`${JSON.stringify({ ...totals, tookMs }, undefined, 2)}\n`);
  else terminal.out(forPeople(totals, tookMs));
  if (totals.failures.length > 0) throw new Outcome(EXIT.no);
}

/** @param pauseMs 0: a pause is over */
async function order(
  name: string | undefined,
  pauseMs: number,
  flags: RepairFlags,
  terminal: Terminal,
): Promise<void> {
  const secret = await secretFrom(flags, terminal.env);
  const outcomes = await withClient(flags, terminal, (client) => pauseAll(client, name, { pauseMs, secret }));
  if (flags.json) {
    const members = outcomes.map(({ peer, error }) => ({
      peer,
      error: error && { code: error.code, message: error.message },
    }));
    terminal.out(`${JSON.stringify({ pauseMs, members }, undefined, 2)}\n`);
  } else {
    terminal.out(orderForPeople(outcomes, pauseMs));
  }
  if (outcomes.some(({ error }) => error !== undefined)) throw new Outcome(EXIT.no);
}

function orderForPeople(outcomes: readonly PauseOutcome[], pauseMs: number): string {
  const obeyed = outcomes.filter(({ error }) => error === undefined).length;
  const who = `${count(obeyed)} of ${count(outcomes.length)} ${outcomes.length === 1 ? 'member' : 'members'}`;
  const what =
    pauseMs > 0
      ? `${who} will begin no comparisons for ${duration(pauseMs)}; \`starling repair --resume\` ends that before.`
      : `${who} will compare by themselves again.`;
  const failures = outcomes.flatMap(({ peer, error }) =>
    error === undefined ? [] : [`! ${shortName(peer)} did not obey: ${error.message}`],
  );
  return [what, ...failures, ''].join('\n');
}

async function repair(
  client: StarlingClient,
  name: string | undefined,
  { partition }: RepairFlags,
  terminal: Terminal,
): Promise<Totals> {
  const topology = await client.topology();
  const peer = name === undefined ? undefined : memberAmong(topology.members, name);
  const pairs = pairsIn(topology, { peer, partition });
  const progress = new Progress(terminal, {
    doing: 'comparing',
    unit: 'records moved',
    total: pairs.reduce((sum, pair) => sum + pair.partitions, 0),
  });
  const latest = new Map<Comparison['pair'], Comparison>();
  try {
    const comparisons = await compareAll(client, pairs, partition, (comparison) => {
      latest.set(comparison.pair, comparison);
      const all = [...latest.values()];
      progress.update(
        all.reduce((sum, { report }) => sum + recordsMovedIn(report), 0),
        all.reduce((sum, { pair, isDone }) => sum + (isDone ? pair.partitions : 0), 0),
      );
    });
    return totalsOf(comparisons);
  } finally {
    progress.end();
  }
}

function forPeople(totals: Totals, tookMs: number): string {
  const { pairs, partitions, differing, recordsMoved, bytesMoved, failures } = totals;
  if (pairs === 0) return 'There is nothing to compare: no partition that is meant has two owners.\n';
  const compared = `${count(pairs)} ${pairs === 1 ? 'pair' : 'pairs'} compared ${count(partitions)} partitions in ${duration(tookMs)}`;
  const moved =
    differing === 0
      ? 'nothing differed'
      : `${count(differing)} differed, and ${count(recordsMoved)} records with ${bytes(bytesMoved)} were moved`;
  return [`${compared}: ${moved}.`, ...failures.map((failure) => `! ${sentenceOf(failure)}`), ''].join('\n');
}
