import { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { Flag } from '../node/configuration/load.ts';
import { isLoopback } from '../base/loopback.ts';
import type { ClusterFiles } from './cluster-init/cluster-folder.ts';
import { bootstrapAddresses, isLoopbackMultiaddr } from './cluster-init/bootstrap-addresses.ts';
import { report, resultOf } from './cluster-init/report.ts';
import { asList, asNumber } from './start-flags.ts';
import type { Terminal } from './terminal.ts';
import { onThisMachine } from './this-machine.ts';

interface InitFlags {
  readonly name: string;
  readonly listen?: readonly string[];
  readonly announce?: readonly string[];
  readonly clientHost: string;
  readonly clientPort: unknown;
  readonly replicas: unknown;
  readonly partitions: unknown;
  readonly json?: true;
}

const DEFAULT_LISTEN = '/ip4/127.0.0.1/tcp/7500';

const HELP = `
In DIRECTORY it makes
  network.json        the first peer's configuration
  network.join.json   the configuration of every other peer, which finds the first one by it
  cluster.secret      a random secret, which all peers share; whoever has it can join
  starling-data/      the first peer's data directory, with its identity
and where other machines can reach it
  cluster.tokens      who may come in; \`starling token\` adds others
  client.token        a token that may read and write
and starts nothing. Files that are there already are never overwritten.

The defaults make a cluster on this machine alone. For one on a network name the address at which other machines reach this one.

Examples:
  starling cluster init flock
  starling cluster init /etc/starling --name flock --listen /ip4/10.0.0.7/tcp/7500 --client-host 10.0.0.7`;

export function clusterInitCommand(terminal: Terminal): Command {
  return new Command('init')
    .description("Make a new cluster's first peer, its secret and the configuration of all peers")
    .argument('[directory]', 'where to make them', '.')
    .option('--name <name>', 'name of the cluster', 'starling')
    .option(
      '--listen <multiaddr>',
      `where other peers reach the first one; default ${DEFAULT_LISTEN}; may be repeated`,
      asList,
    )
    .option('--announce <multiaddr>', 'what others dial instead of where it listens; may be repeated', asList)
    .option('--client-host <address>', 'where the first peer serves clients', '127.0.0.1')
    .option('--client-port <port>', 'TCP port for clients', asNumber, 7400)
    .option('--replicas <number>', 'owners of each key, N', asNumber, 3)
    .option('--partitions <number>', 'parts into which the keys are divided, Q', asNumber, 1024)
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', HELP)
    .action((directory: string, flags: InitFlags) => init(directory, flags, terminal));
}

async function init(directory: string, flags: InitFlags, terminal: Terminal): Promise<void> {
  // Making an identity takes libp2p, which takes a while to load.
  const { ClusterFolder } = await import('./cluster-init/cluster-folder.ts');
  const { loadConfiguration } = await import('../node/configuration/load.ts');
  const hasTokens = !isOfThisMachine(flags);
  const folder = new ClusterFolder(directory, { hasTokens });
  const configuration = loadConfiguration({ flags: flagsOf(flags, folder.files) });
  const { listen, announce, clientPort } = configuration;
  if (clientPort === 0) {
    throw new StarlingError('CONFIGURATION', '--client-port: it is 0, another port at each start; name one');
  }
  const dialled = announce.length > 0 ? announce : listen;
  const made = await onThisMachine(terminal, 'nothing was made', () =>
    folder.make(configuration, (peer) => bootstrapAddresses(dialled, peer)),
  );
  const result = resultOf(configuration, folder.files, made);
  terminal.out(flags.json ? `${JSON.stringify(result, undefined, 2)}\n` : report(result, terminal));
}

/** Whether no other machine reaches any of its doors. */
function isOfThisMachine({ listen = [DEFAULT_LISTEN], announce = [], clientHost }: InitFlags): boolean {
  return isLoopback(clientHost) && [...listen, ...announce].every(isLoopbackMultiaddr);
}

function flagsOf(flags: InitFlags, { dataDirectory, tokens = '' }: ClusterFiles): Flag[] {
  const { name, listen, announce = [], clientHost, clientPort, replicas, partitions } = flags;
  return [
    { name: 'found', path: 'found', value: true },
    { name: 'directory', path: 'dataDirectory', value: dataDirectory },
    { name: '--name', path: 'cluster.name', value: name },
    { name: 'tokens', path: 'access.tokensFile', value: tokens },
    { name: '--listen', path: 'listen', value: listen ?? [DEFAULT_LISTEN] },
    { name: '--announce', path: 'announce', value: announce },
    { name: '--client-host', path: 'clientHost', value: clientHost },
    { name: '--client-port', path: 'clientPort', value: clientPort },
    { name: '--replicas', path: 'cluster.replicas', value: replicas },
    { name: '--partitions', path: 'cluster.partitions', value: partitions },
  ];
}
