import { Command } from 'commander';
import type { Topology } from '../wire/cluster-view.ts';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { isGone, shortName } from '../client/reports/cluster-report.ts';
import { count, percent } from '../base/quantity.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** How much of the ring one member owns. */
interface Share {
  readonly peer: string;
  readonly clientAddress: string;
  readonly zone: string;
  readonly weight: number;
  /** Partitions of which it is an owner, and of which it is the first that is asked. */
  readonly partitions: number;
  readonly firstOf: number;
  /** Of all copies there are, 0..1. */
  readonly share: number;
  /** Its share over what its weight would give it where zones don't matter; 1 is fair. */
  readonly load: number;
}

export function ringCommand(terminal: Terminal): Command {
  const command = new Command('ring').description('Show who owns how much of the keys').addHelpText(
    'after',
    `
"share" is of all copies; "load" compares it with what the weights alone would give (1.00 is fair; zones may want more of one peer);
"first of" counts the partitions whose reads and writes clients send to this peer.`,
  );
  return withClientFlags(command).action(async (flags: ClientFlags) => {
    const topology = await withClient(flags, terminal, (client) => client.topology());
    const shares = sharesOf(topology);
    const { cluster, ringId, partitions, replicas, width } = topology;
    if (flags.json) {
      terminal.out(
        `${JSON.stringify({ cluster, ringId, partitions, replicas, width, members: shares }, undefined, 2)}\n`,
      );
      return;
    }
    terminal.out(
      `Ring ${ringId} of ${cluster}: ${count(partitions)} partitions with ${width} owners each\n\n`,
    );
    terminal.out(tableOf(shares));
  });
}

/** Only members that can own anything. */
function sharesOf(topology: Topology): Share[] {
  const { members, owners, width } = topology;
  const firsts = owners.filter((_, slot) => slot % width === 0);
  const holders = members
    .filter(({ intent, ownedPartitions }) => ownedPartitions > 0 || !isGone(intent))
    .sort((a, b) => a.clientAddress.localeCompare(b.clientAddress, 'en', { numeric: true }));
  const totalWeight = holders.reduce(
    (sum, { weight, ownedPartitions }) => sum + (ownedPartitions > 0 ? weight : 0),
    0,
  );
  return holders.map(({ peer, clientAddress, zone, weight }) => {
    const index = members.findIndex((member) => member.peer === peer);
    const partitions = owners.filter((owner) => owner === index).length;
    const share = owners.length === 0 ? 0 : partitions / owners.length;
    const load = totalWeight === 0 ? 0 : share / (weight / totalWeight);
    const firstOf = firsts.filter((owner) => owner === index).length;
    return { peer, clientAddress, zone, weight, partitions, firstOf, share, load };
  });
}

function tableOf(shares: readonly Share[]): string {
  return table(
    [
      { title: 'peer' },
      { title: 'clients at' },
      { title: 'zone' },
      { title: 'weight', align: 'right' },
      { title: 'partitions', align: 'right' },
      { title: 'first of', align: 'right' },
      { title: 'share', align: 'right' },
      { title: 'load', align: 'right' },
    ],
    shares.map((share) => [
      shortName(share.peer),
      share.clientAddress || '-',
      share.zone || '-',
      count(share.weight),
      count(share.partitions),
      count(share.firstOf),
      percent(share.share),
      share.load.toFixed(2),
    ]),
  );
}
