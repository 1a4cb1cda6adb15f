import { Command } from 'commander';
import { type KeyFlags, SLOPPY_FLAG, withClient, withKeyFlags } from './client-options.ts';
import type { Terminal } from './terminal.ts';

interface DeleteFlags extends KeyFlags {
  readonly sloppy?: true;
}

export function deleteCommand(terminal: Terminal): Command {
  const command = new Command('delete')
    .description('Delete a key')
    .argument('<key>')
    .option(...SLOPPY_FLAG)
    .addHelpText(
      'after',
      '\nIt is the same whether the key existed or not. Prints nothing; --json prints the version of the deletion.',
    );
  return withKeyFlags(command).action(async (key: string, flags: DeleteFlags) => {
    const { consistency, sloppy } = flags;
    const { version } = await withClient(flags, terminal, (client) =>
      client.delete(key, { consistency, sloppy }),
    );
    if (flags.json) terminal.out(`${JSON.stringify({ key, version })}\n`);
  });
}
