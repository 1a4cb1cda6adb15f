import { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { StarlingClient } from '../client/client.ts';
import type { TopologyMember } from '../wire/cluster-view.ts';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { isGone } from './cluster-report.ts';
import { secretFlags } from './start-flags.ts';
import type { Terminal } from './terminal.ts';

interface RemoveFlags extends ClientFlags {
  readonly secretFile?: string;
  readonly config?: string;
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
    .option('--secret-file <file>', 'file that holds the secret of the cluster')
    .option('--config <file>', 'configuration file that names the secret, such as network.json')
    .option('--force', 'even where it is alive, or others lack what it holds')
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (name: string, flags: RemoveFlags) => {
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

/** The cluster's secret, from where a peer of it would take it. @throws StarlingError CONFIGURATION */
async function secretFrom({ config, secretFile }: RemoveFlags, env: Terminal['env']): Promise<string> {
  const { loadConfiguration } = await import('../node/configuration/load.ts');
  const { validSecrets } = await import('../node/settings.ts');
  const flags = secretFlags(env);
  if (secretFile !== undefined)
    flags.push({ name: '--secret-file', path: 'cluster.secretFile', value: secretFile });
  return validSecrets(loadConfiguration({ file: config, flags }).cluster)[0] ?? '';
}

/** @throws StarlingError INVALID_ARGUMENT where none, or more than one, is named so */
async function memberNamed(name: string, client: StarlingClient): Promise<string> {
  const { members } = await client.topology();
  const named = members.filter(({ peer, intent }) => !isGone(intent) && peer.endsWith(name));
  if (named.length === 1) return named[0]!.peer;
  const which = (some: readonly TopologyMember[]) => some.map(({ peer }) => peer).join(', ');
  throw new StarlingError(
    'INVALID_ARGUMENT',
    named.length === 0
      ? `no member's id ends in ${name}; there are ${which(members)}`
      : `${named.length} members' ids end in ${name}: ${which(named)}`,
  );
}
