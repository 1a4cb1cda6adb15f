import { InvalidArgumentError, Option } from 'commander';
import type { Flag } from '../node/configuration/load.ts';
import { byteSizeOf } from './byte-size.ts';

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
  flag(
    'tls.certFile',
    '--tls-cert <file>',
    'certificate of the client port, PEM: clients are served over TLS',
    asFile,
  ),
  flag('tls.keyFile', '--tls-key <file>', 'private key of that certificate, PEM', asFile),
  flag(
    'tls.clientCaFile',
    '--tls-client-ca <file>',
    'who signs the certificates that clients must show, PEM',
    asFile,
  ),
  flag(
    'access.tokensFile',
    '--tokens <file>',
    'who may come in, clients and operators; `starling token` makes its lines',
    asFile,
  ),
  flag('access.insecure', '--insecure', 'let everybody in who reaches a port that other machines reach'),
  flag('adminHost', '--admin-host <address>', 'where operators are served over HTTP; default 127.0.0.1'),
  flag(
    'adminPort',
    '--admin-port <port>',
    'TCP port for operators; default 200 above the client port; 0 takes a free one, off none',
    asNumber,
  ),
  flag('zone', '--zone <name>', 'what fails together with this peer: a machine, a rack'),
  flag('weight', '--weight <number>', 'share of the data relative to the others; default 100', asNumber),
  flag(
    'replaces',
    '--replace <peer>',
    'id of a member that is gone for good, whose place this peer takes when it joins',
  ),
  flag('cluster.name', '--cluster <name>', 'name of the cluster; default starling'),
  flag('cluster.secretFile', '--secret-file <file>', 'file with the secret that all peers share', asFile),
  flag(
    'cluster.previousSecretFile',
    '--previous-secret-file <file>',
    'file with the secret before, valid as well while it is being changed',
    asFile,
  ),
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
  flag(
    'transfer.bytesPerSecond',
    '--transfer-rate <size>',
    'most bytes a second that it copies from others, such as 20MiB; default 64MiB',
    byteSizeOf,
  ),
  flag('log.level', '--log-level <level>', 'debug, info, warn, error or silent; default info'),
  flag('otel.enabled', '--otel', 'send traces of requests to a collector of OpenTelemetry'),
  flag(
    'otel.endpoint',
    '--otel-endpoint <url>',
    'collector that takes OTLP over HTTP; default OTEL_EXPORTER_OTLP_ENDPOINT, else http://localhost:4318',
  ),
  flag(
    'otel.ratio',
    '--otel-ratio <share>',
    'share of the requests without a trace that one is begun for, 0 to 1; default 0',
    asDecimal,
  ),
  flag('log.format', '--json', 'log an object a line instead of text'),
];

/** What the environment and the command line say, for `loadConfiguration`; the latter wins. @throws StarlingError CONFIGURATION */
export async function flagsGiven(given: GivenFlags, env: Environment): Promise<Flag[]> {
  // Reading the schema takes a while, and most commands need none of it.
  const { environmentFlags } = await import('../node/configuration/environment.ts');
  const flags = environmentFlags(env);
  for (const { option, path } of CONFIGURATION_FLAGS) {
    const value = given[option.attributeName()];
    if (value === undefined) continue;
    flags.push({ name: option.long ?? '', path, value: path === 'log.format' ? 'json' : value });
  }
  return flags;
}

function asText(text: string): string {
  return text;
}

/** An empty name would mean that there is no secret, which an unset variable of a script must not. */
function asFile(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Name a file.');
}

/** What is no number stays text, for the schema to refuse by name. */
export function asNumber(text: string): unknown {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function asDecimal(text: string): unknown {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function asList(text: string, earlier: unknown): string[] {
  return [...(Array.isArray(earlier) ? (earlier as string[]) : []), text];
}
