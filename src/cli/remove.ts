import { Command } from 'commander';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { memberNamed } from './member-name.ts';
import { type SecretFlags, secretFrom, withSecretFlags } from './operator-secret.ts';
import type { Terminal } from './terminal.ts';

interface RemoveFlags extends ClientFlags, SecretFlags {
  readonly force?: true;
}

const HELP = `
The member is named by its peer id, or by the end of it as \`starling status\` shows it. Its share of the data goes to others, which
copy it from the owners that remain; it can never come back under its id, and stops where it still runs and hears of it. To take a
member out that is alive and well, stop it first; to bring one back that is only away, start it again instead.

The others carry that out for whoever knows the cluster's secret: --secret-file, STARLING_SECRET, or a configuration file.

Refused, unless --force is given, where the member is alive, or where its partitions have too few other owners that hold everything.

Examples:
  starling remove Xa8bQ2kd --config network.json
  starling remove 12D3KooWGRUv... --secret-file secret --address 10.0.0.7:7400`;

export function removeCommand(terminal: Terminal): Command {
  const command = new Command('remove')
    .description('Remove a member that is gone for good')
    .argument('<peer>', 'its peer id, or the end of it')
    .option('--force', 'even where it is alive, or others lack what it holds')
    .addHelpText('after', HELP);
  return withClientFlags(withSecretFlags(command)).action(async (name: string, flags: RemoveFlags) => {
    const secret = await secretFrom(flags, terminal.env);
    const peer = await withClient(flags, terminal, async (client) => {
      const found = await memberNamed(name, client);
      await client.removeMember(found, { secret, force: flags.force === true });
      return found;
    });
    if (flags.json) terminal.out(`${JSON.stringify({ removed: peer })}\n`);
    else
      terminal.out(
        `Removed ${peer}. The others take over what it owned; \`starling status\` shows how far they are.\n`,
      );
  });
}
