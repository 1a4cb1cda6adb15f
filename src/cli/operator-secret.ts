import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Flags of the commands that change the cluster, which whoever knows its secret may. */
export interface SecretFlags {
  readonly secretFile?: string;
  readonly config?: string;
}

export function withSecretFlags(command: Command): Command {
  return command
    .option('--secret-file <file>', 'file that holds the secret of the cluster')
    .option('--config <file>', 'configuration file that names the secret, such as network.json');
}

/** The cluster's secret, from where a peer of it would take it. @throws StarlingError CONFIGURATION */
export async function secretFrom({ config, secretFile }: SecretFlags, env: Terminal['env']): Promise<string> {
  const { loadConfiguration } = await import('../node/configuration/load.ts');
  const { validSecrets } = await import('../node/settings.ts');
  const { secretFlags } = await import('../node/configuration/environment.ts');
  const flags = secretFlags(env);
  if (secretFile !== undefined)
    flags.push({ name: '--secret-file', path: 'cluster.secretFile', value: secretFile });
  return validSecrets(loadConfiguration({ file: config, flags }).cluster)[0] ?? '';
}
