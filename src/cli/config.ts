import { Command } from 'commander';
import { configCheckCommand } from './config/check.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
What a file leaves out the environment may say, as STARLING_CLUSTER_REPLICAS for cluster.replicas, lists with commas between; flags win over
both. For editors there is a schema: name it in the file as "$schema".

Examples:
  starling config > network.json && starling start --config network.json --found
  starling config schema > network.schema.json
  starling config check network.json`;

/** Prints a configuration file that explains itself, its schema, or what is wrong with one. */
export function configCommand(terminal: Terminal): Command {
  const command = new Command('config')
    .description('Print a configuration file with every option, its default and what it means')
    .addHelpText('after', HELP)
    .action(async () => {
      const { exampleConfiguration } = await import('../node/configuration/example.ts');
      terminal.out(exampleConfiguration());
    });
  const schema = new Command('schema')
    .description('Print the JSON Schema of a configuration file, for editors')
    .action(async () => {
      const { schemaText } = await import('../node/configuration/json-schema.ts');
      terminal.out(schemaText());
    });
  return command.addCommand(schema).addCommand(configCheckCommand(terminal));
}
