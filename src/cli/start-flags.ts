import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { Flag } from '../node/configuration/load.ts';

/** Commander's result: by the name that it makes of a flag (`--client-port` is `clientPort`). */
export type GivenFlags = Readonly<Record<string, unknown>>;

type Environment = Readonly<Record<string, string | undefined>>;

interface ConfigurationFlag {
  readonly option: Option;
  /** What it sets in the configuration. */
  readonly path: string;
}

function flag(
  path: string,
  syntax: string,
  help: string,
  read: (text: string, earlier: unknown) => unknown = asText,
) {
  const option = new Option(syntax, help);
  if (option.required) option.argParser(read);
  return { path, option };
}

/** The options that are worth a flag; the schema checks what they are given. */
export const CONFIGURATION_FLAGS: readonly ConfigurationFlag[] = [
  flag('found', '--found', 'found the cluster: the first peer, the first time'),
  flag('bootstrap', '--bootstrap <multiaddr>', 'a member to join by; may be given several times', asList),
  flag('dataDirectory', '--data <folder>', 'where this peer keeps its data; default starling-data'),
  flag(
    'listen',
    '--listen <multiaddr>',
    'where peers reach this one; default /ip4/127.0.0.1/tcp/0; may be repeated',
    asList,
  ),
  flag(
    'announce',
    '--announce <multiaddr>',
    'what others dial instead of where it listens; may be repeated',
    asList,
  ),
  flag('clientHost', '--client-host <address>', 'where clients are served; default 127.0.0.1'),
  flag(
    'clientPort',
    '--client-port <port>',
    'TCP port for clients; default 7400; 0 takes a free one',
    asNumber,
  ),
  flag('zone', '--zone <name>', 'what fails together with this peer: a machine, a rack'),
  flag('weight', '--weight <number>', 'share of the data relative to the others; default 100', asNumber),
  flag('cluster.name', '--cluster <name>', 'name of the cluster; default starling'),
  flag('cluster.secret', '--secret-file <file>', 'file with the secret that all peers share'),
  flag('cluster.replicas', '--replicas <number>', 'owners of each key, N; default 3', asNumber),
  flag(
    'cluster.writeQuorum',
    '--write-quorum <number>',
    'owners that acknowledge a write, W; default a majority',
    asNumber,
  ),
  flag(
    'cluster.readQuorum',
    '--read-quorum <number>',
    'owners that agree on a read, R; default a majority',
    asNumber,
  ),
  flag('log.level', '--log-level <level>', 'debug, info, warn, error or silent; default info'),
  flag('log.format', '--json', 'log an object a line instead of text'),
];

/**
 * What the command line and the environment say, for `loadConfiguration`.
 * @throws StarlingError CONFIGURATION where the secret's file can't be read
 */
export function flagsGiven(given: GivenFlags, env: Environment): Flag[] {
  const flags = secretFlag(env);
  for (const { option, path } of CONFIGURATION_FLAGS) {
    const value = given[option.attributeName()];
    if (value !== undefined) flags.push({ name: option.long ?? '', path, value: valueOf(path, value) });
  }
  return flags;
}

/** The cluster's secret where the environment has it. */
export function secretFlag(env: Environment): Flag[] {
  const secret = env['STARLING_SECRET'];
  return secret === undefined ? [] : [{ name: 'STARLING_SECRET', path: 'cluster.secret', value: secret }];
}

function valueOf(path: string, value: unknown): unknown {
  if (path === 'cluster.secret') return readSecret(String(value));
  if (path === 'log.format') return 'json';
  return value;
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StarlingError(
      'CONFIGURATION',
      `--secret-file: can't read the secret: ${reason}`,
      { file },
      error,
    );
  }
}

function asText(text: string): string {
  return text;
}

/** What is no number stays text, for the schema to refuse by name. */
function asNumber(text: string): unknown {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function asList(text: string, earlier: unknown): string[] {
  return [...(Array.isArray(earlier) ? (earlier as string[]) : []), text];
}
