import { Command } from 'commander';
import { flagsGiven } from '../start-flags.ts';
import { count } from '../../base/quantity.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `
Reads the file as \`starling start\` would, with what the environment says, and tells everything that is wrong with it, line by line. Nothing
is started, and nothing is looked for on the network. The exit code is 0 where all is right.`;

/** Tells what is wrong with a configuration. */
export function configCheckCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Tell what is wrong with a configuration file')
    .argument('<file>', 'configuration file, such as network.json')
    .option('--json', 'print what it comes to with all defaults, without the secrets')
    .addHelpText('after', HELP)
    .action(async (file: string, { json }: { json?: true }) => {
      const { loadConfiguration } = await import('../../node/configuration/load.ts');
      const flags = await flagsGiven({}, terminal.env);
      const configuration = loadConfiguration({ file, flags });
      if (json) {
        const { secret: _secret, previousSecret: _previous, ...cluster } = configuration.cluster;
        terminal.out(`${JSON.stringify({ ...configuration, cluster }, undefined, 2)}\n`);
        return;
      }
      const fromEnvironment = flags.length === 0 ? '' : `, with ${flags.map(({ name }) => name).join(', ')}`;
      const { name, replicas } = configuration.cluster;
      terminal.out(
        `${file}${fromEnvironment}: all right; a peer of the cluster ${name}, ${count(replicas)} owners a key, data in ` +
          `${configuration.dataDirectory}\n`,
      );
    });
}
