import { Command } from 'commander';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export function locateCommand(terminal: Terminal): Command {
  const command = new Command('locate')
    .description('Show which peers own a key, whether it exists or not')
    .argument('<key>');
  return withClientFlags(command).action(async (key: string, flags: ClientFlags) => {
    const { location, members } = await withClient(flags, terminal, async (client) => ({
      location: await client.locate(key),
      members: (await client.topology()).members,
    }));
    if (flags.json) {
      terminal.out(`${JSON.stringify({ key, ...location })}\n`);
      return;
    }
    const row = (peer: string, role: string): string[] => {
      const member = members.find((known) => known.peer === peer);
      return [peer, role, member?.clientAddress ?? '-', member?.liveness ?? 'unknown'];
    };
    terminal.out(`token ${location.token}, partition ${location.partition}\n\n`);
    terminal.out(
      table(
        [{ title: 'peer' }, { title: 'role' }, { title: 'clients at' }, { title: 'state' }],
        [
          ...location.custodians.map((peer) => row(peer, 'owner')),
          ...location.pending.map((peer) => row(peer, 'copying')),
        ],
      ),
    );
  });
}
