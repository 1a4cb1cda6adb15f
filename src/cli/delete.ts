import { Command } from 'commander';
import { type KeyFlags, withClient, withKeyFlags } from './client-options.ts';
import type { Terminal } from './terminal.ts';

export function deleteCommand(terminal: Terminal): Command {
  const command = new Command('delete')
    .description('Delete a key')
    .argument('<key>')
    .addHelpText(
      'after',
      '\nIt is the same whether the key existed or not. Prints nothing; --json prints the version of the deletion.',
    );
  return withKeyFlags(command).action(async (key: string, flags: KeyFlags) => {
    const { consistency } = flags;
    const { version } = await withClient(flags, terminal, (client) => client.delete(key, { consistency }));
    if (flags.json) terminal.out(`${JSON.stringify({ key, version })}\n`);
  });
}
