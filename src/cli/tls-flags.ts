import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { TlsClientOptions } from '../client/options.ts';
import type { Terminal } from './terminal.ts';

/** How a command is sure of the peers that it talks to, and shows them who runs it. */
export interface TlsFlags {
  readonly tls?: true;
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

export function withTlsFlags(command: Command): Command {
  return command
    .option('--tls', 'over TLS, trusting whom this machine trusts')
    .option('--tls-ca <file>', 'over TLS, trusting who is in this file, PEM; also STARLING_TLS_CA')
    .option('--tls-cert <file>', 'own certificate, PEM, where peers ask for one; also STARLING_TLS_CERT')
    .option('--tls-key <file>', 'its private key, PEM; also STARLING_TLS_KEY');
}

/**
 * What the flags, or where there are none the environment, say; undefined: without TLS.
 * @throws StarlingError INVALID_ARGUMENT where a file can't be read, or a certificate is without its key
 */
export function tlsOptionsOf(flags: TlsFlags, { env }: Terminal): TlsClientOptions | undefined {
  const { tls, tlsCa, tlsCert, tlsKey } = flags;
  const isByFlag = [tls, tlsCa, tlsCert, tlsKey].some((flag) => flag !== undefined);
  const files = isByFlag
    ? { ca: tlsCa, cert: tlsCert, key: tlsKey }
    : { ca: env['STARLING_TLS_CA'], cert: env['STARLING_TLS_CERT'], key: env['STARLING_TLS_KEY'] };
  if (!isByFlag && !files.ca && !files.cert && !files.key) return undefined;
  if (!files.cert !== !files.key) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      'a certificate and its private key go together: give both, --tls-cert and --tls-key, or neither',
    );
  }
  return { ca: contentOf(files.ca), cert: contentOf(files.cert), key: contentOf(files.key) };
}

function contentOf(file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `${file} can't be read: ${(error as Error).message}`,
      {},
      error,
    );
  }
}
