import path from 'node:path';
import type { NodeConfiguration } from '../../node/node-configuration.ts';
import { commandLine } from '../shell-word.ts';
import { table } from '../table.ts';
import { type Terminal, paint } from '../terminal.ts';
import { isLoopbackMultiaddr } from './bootstrap-addresses.ts';
import type { ClusterFiles } from './cluster-folder.ts';

/** What `starling cluster init` made, and what to do with it; `--json` prints it. The secret is not in it. */
export interface InitResult {
  readonly cluster: string;
  /** The first peer's id. */
  readonly peer: string;
  /** Where others find it. */
  readonly bootstrap: readonly string[];
  readonly files: ClusterFiles;
  /** To be pasted into a shell. */
  readonly commands: {
    /** Starts the first peer. */
    readonly first: string;
    /** Brings what another peer needs to another machine; null where the first peer can't be reached from there. */
    readonly copy: string | null;
    /** Starts another peer: on this machine, or on the other one, where the files were brought to. */
    readonly another: string;
    /** Shows the cluster. */
    readonly status: string;
  };
}

export function resultOf(
  { cluster, clientHost, clientPort }: NodeConfiguration,
  files: ClusterFiles,
  { peer, bootstrap }: Pick<InitResult, 'peer' | 'bootstrap'>,
): InitResult {
  const isLocal = bootstrap.every(isLoopbackMultiaddr);
  const { configuration, joinConfiguration, secret, dataDirectory, tokens, clientToken } = files;
  const shared = [joinConfiguration, secret, ...(tokens === undefined ? [] : [tokens])];
  const withToken = clientToken === undefined ? [] : ['--token-file', clientToken];
  const start = (...words: string[]): string => commandLine('starling', 'start', '--config', ...words);
  const onThisMachine = ['--data', `${dataDirectory}-2`, '--client-port', String(besides(clientPort))];
  return {
    cluster: cluster.name,
    peer,
    bootstrap,
    files,
    commands: {
      first: start(configuration),
      copy: isLocal ? null : commandLine('scp', '-p', ...shared, 'OTHER-MACHINE:'),
      another: isLocal ? start(joinConfiguration, ...onThisMachine) : start(path.basename(joinConfiguration)),
      status: commandLine('starling', 'status', '--address', `${clientHost}:${clientPort}`, ...withToken),
    },
  };
}

/** The same for people. */
export function report(
  { cluster, peer, bootstrap, files, commands }: InitResult,
  terminal: Terminal,
): string {
  const rows = [
    [files.configuration, "the first peer's configuration"],
    [files.joinConfiguration, 'the configuration of every other peer'],
    [files.secret, 'what all peers share: whoever has it can join'],
    [files.dataDirectory, "the first peer's data, with its identity"],
    ...(files.tokens === undefined
      ? []
      : [[files.tokens, 'who may come in through the doors for clients and operators']]),
    ...(files.clientToken === undefined
      ? []
      : [[files.clientToken, 'a token that lets whoever has it read and write']]),
  ];
  const another =
    commands.copy === null
      ? `Start another one, on this machine, from which alone the first can be reached (--listen changes that):
  ${commands.another}`
      : `Copy these files to another machine:
  ${commands.copy}
Start another one there (with --client-host ADDRESS if its clients are elsewhere):
  ${commands.another}`;
  return `${paint(terminal, 'bold', `The cluster ${cluster} is made.`)} Its first peer is ${peer}, to be found at
  ${bootstrap.join('\n  ')}

${table([{ title: 'made' }, { title: 'what it is' }], rows)}
Start the first peer:
  ${commands.first}
${another}
See how they are:
  ${commands.status}
`;
}

function besides(port: number): number {
  return port === 65_535 ? port - 1 : port + 1;
}
