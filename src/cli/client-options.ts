import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ErrorCode, StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { type StarlingClient } from '../client/client.ts';
import { connect } from '../client/connect.ts';
import type { ConnectOptions } from '../client/options.ts';
import type { Consistency } from '../quorum/consistency.ts';
import { parseTraceparent } from '../wire/traceparent.ts';
import { readRunningFlock } from './flock/running.ts';
import type { Terminal } from './terminal.ts';
import { type TokenFlags, tokenOf, withTokenFlags } from './token-flags.ts';
import { type TlsFlags, tlsOptionsOf, withTlsFlags } from './tls-flags.ts';

/** Flags of every command that talks to a running cluster. */
export interface ClientFlags extends TlsFlags, TokenFlags {
  readonly address?: readonly string[];
  readonly timeout: number;
  readonly json?: true;
}

/** Of those that read or write keys. */
export interface KeyFlags extends ClientFlags {
  readonly consistency?: Consistency;
}

const DEFAULT_ADDRESS = '127.0.0.1:7400';
/** How it ends where nobody answers at all. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT']);
const ADDRESS_HELP =
  'host:port of a peer; may be given several times. Default: STARLING_ADDRESS (several separated by commas), else the cluster that ' +
  `\`starling up\` runs in this folder, else ${DEFAULT_ADDRESS}`;

export function withClientFlags(command: Command): Command {
  return withTokenFlags(withTlsFlags(command))
    .option('--address <host:port>', ADDRESS_HELP, collect)
    .option(
      '--timeout <ms>',
      'how long one request may take',
      wholeNumber(1, LIMITS.deadlineMs),
      LIMITS.defaultDeadlineMs,
    )
    .option('--json', 'print JSON, for programs');
}

export function withKeyFlags(command: Command): Command {
  return withClientFlags(command).addOption(
    new Option(
      '--consistency <level>',
      'owners that must answer; default: what the cluster was configured with',
    ).choices(['one', 'quorum', 'all']),
  );
}

/** Of the commands that write. */
export const SLOPPY_FLAG = [
  '--sloppy',
  'let another peer keep the write for an owner that is down, and count in its stead',
] as const;

/** Connects, hands the client over, and closes it however that ends. */
export async function withClient<Result>(
  flags: ClientFlags,
  terminal: Terminal,
  use: (client: StarlingClient) => Promise<Result>,
): Promise<Result> {
  const client = await reach({
    addresses: addressesOf(flags, terminal),
    timeoutMs: flags.timeout,
    traceparent: traceparentOf(terminal),
    token: tokenOf(flags, terminal),
    tls: tlsOptionsOf(flags, terminal),
  });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function reach(options: ConnectOptions): Promise<StarlingClient> {
  try {
    return await connect(options);
  } catch (error) {
    if (!(error instanceof StarlingError) || !UNREACHABLE.has(error.code)) throw error;
    throw new StarlingError(
      error.code,
      `${error.message}\nIs a peer serving clients at ${options.addresses.join(', ')}? \`starling up\` runs a cluster here; --address names another one`,
      error.facts,
      error,
    );
  }
}

function addressesOf({ address }: ClientFlags, { env }: Terminal): readonly string[] {
  if (address) return address;
  const fromEnvironment = env['STARLING_ADDRESS'];
  if (fromEnvironment) return fromEnvironment.split(',').map((text) => text.trim());
  return readRunningFlock()?.clientAddresses ?? [DEFAULT_ADDRESS];
}

/** Of whoever runs the command; what makes no sense is taken for none, as in a request. */
function traceparentOf({ env }: Terminal): string | undefined {
  const given = env['TRACEPARENT'];
  return given !== undefined && parseTraceparent(given) !== undefined ? given : undefined;
}

/** Reads a flag's value as a number; commander tells which flag it was. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Give a whole number from ${low} to ${high}.`);
  };
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}
