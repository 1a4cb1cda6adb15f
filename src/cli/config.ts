import { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Prints a configuration file that explains itself. */
export function configCommand(terminal: Terminal): Command {
  return new Command('config')
    .description('Print a configuration file with every option, its default and what it means')
    .addHelpText(
      'after',
      '\nExample:\n  starling config > network.json && starling start --config network.json --found',
    )
    .action(async () => {
      const { exampleConfiguration } = await import('../node/configuration/example.ts');
      terminal.out(exampleConfiguration());
    });
}
