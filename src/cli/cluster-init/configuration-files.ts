import type { NodeConfiguration } from '../../node/node-configuration.ts';
import { isLoopbackMultiaddr } from './bootstrap-addresses.ts';

/** Names in the folder of the configuration file. */
interface Names {
  readonly secretFile: string;
  readonly dataDirectory: string;
  /** Undefined: there are no tokens. */
  readonly tokensFile: string | undefined;
}

const ABOUT =
  'Made by `starling cluster init`. `starling config` prints every option, its default and what it means.';

/** The text of `network.json`. */
export function firstPeerFile(configuration: NodeConfiguration, names: Names): string {
  const { listen, announce, clientHost, clientPort } = configuration;
  return json({
    $about: `The first peer of the cluster. ${ABOUT}`,
    cluster: clusterGroup(configuration, names),
    $found:
      'For the first start. Set it to false when others have joined, and name two of them in bootstrap: a first peer that lost ' +
      'its data would found a second cluster.',
    found: true,
    bootstrap: [],
    dataDirectory: names.dataDirectory,
    listen,
    announce,
    clientHost,
    clientPort,
    ...accessGroup(names),
  });
}

/**
 * The text of `network.join.json`, which does on any machine: it takes every address of the machine, or where the first
 * peer is reached from its own machine alone, ports that are free there.
 */
export function joinersFile(
  configuration: NodeConfiguration,
  { bootstrap, ...names }: Names & { readonly bootstrap: readonly string[] },
): string {
  const isLocal = bootstrap.every(isLoopbackMultiaddr);
  return json({
    $about: `Every peer of the cluster but the first, beside ${names.secretFile} in one folder. ${ABOUT}`,
    cluster: clusterGroup(configuration, names),
    $bootstrap: 'The first peer. Add one or two others when they have joined.',
    bootstrap,
    found: false,
    dataDirectory: names.dataDirectory,
    listen: [isLocal ? '/ip4/127.0.0.1/tcp/0' : `/ip4/0.0.0.0/tcp/${portOf(bootstrap[0] ?? '')}`],
    $clientHost: 'Where clients reach this peer: an address of its machine, if they are on others.',
    clientHost: '127.0.0.1',
    clientPort: isLocal ? 0 : configuration.clientPort,
    ...accessGroup(names),
  });
}

function clusterGroup({ cluster }: NodeConfiguration, { secretFile }: Names): object {
  const { name, replicas, partitions } = cluster;
  return { $about: 'The same on all peers.', name, secretFile, replicas, partitions };
}

function accessGroup({ tokensFile }: Pick<Names, 'tokensFile'>): object {
  return tokensFile === undefined ? {} : { access: { tokensFile } };
}

function portOf(address: string): string {
  return /\/tcp\/(\d+)/.exec(address)?.[1] ?? '0';
}

function json(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
