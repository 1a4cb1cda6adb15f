import { Command } from 'commander';
import type { StarlingClient } from '../client/client.ts';
import { type ClientFlags, wholeNumber, withClient, withClientFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { memberAmong } from './member-name.ts';
import { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { bytes, count, duration } from './quantity.ts';
import { type Comparison, compareAll } from './repair/compare.ts';
import { pairsIn } from './repair/pairs.ts';
import { type Totals, recordsMovedIn, sentenceOf, totalsOf } from './repair/totals.ts';
import type { Terminal } from './terminal.ts';

interface RepairFlags extends ClientFlags {
  readonly partition?: number;
}

const HELP = `
Every two members that own partitions together compare what they hold, and take from each other what is newer. They do so all the time by
themselves; this is for who can't wait: after a peer was away for long, or before one is taken out. It changes nothing that is equal,
leaves what was written in the last two seconds to arrive by itself, and moves no more in a second than the peers'
\`repair.bytesPerSecond\`. Interrupted, the comparisons that have begun come to their end all the same.

With a member, named by its peer id or by the end of it as \`starling status\` shows it, only that one compares, with each of the others.
A partition that three members own is compared three times, by each two of them. \`starling locate\` tells the partition of a key, and
\`starling explain\` what each owner has of it.

Exits with 1 where some of it could not be compared, and says why.

Examples:
  starling repair
  starling repair Xa8bQ2kd
  starling repair --partition 513 --json`;

export function repairCommand(terminal: Terminal): Command {
  const command = new Command('repair')
    .description('Have owners compare what they hold now, and mend what differs')
    .argument('[peer]', 'only this member with each of the others')
    .option('--partition <number>', 'only this partition', wholeNumber(0, 65_535))
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (name: string | undefined, flags: RepairFlags) => {
    const startedMs = performance.now();
    const totals = await withClient(flags, terminal, (client) => repair(client, name, flags, terminal));
    const tookMs = Math.round(performance.now() - startedMs);
    if (flags.json) terminal.out(`${JSON.stringify({ ...totals, tookMs }, undefined, 2)}\n`);
    else terminal.out(forPeople(totals, tookMs));
    if (totals.failures.length > 0) throw new Outcome(EXIT.no);
  });
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
