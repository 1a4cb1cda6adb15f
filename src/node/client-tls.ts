import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StarlingError } from '../base/errors.ts';
import type { PortTls } from '../server/client-port.ts';
import type { TlsConfiguration } from './node-configuration.ts';

/** Permissions of others than the owner. */
const OF_OTHERS = 0o077;

/**
 * What the client port needs for TLS, from the files of the configuration; undefined where it names none.
 * @throws StarlingError CONFIGURATION where one can't be read, is none of its kind, or a private key is readable by others
 */
export function portTlsOf({ certFile, keyFile, clientCaFile }: TlsConfiguration): PortTls | undefined {
  if (certFile === '') return undefined;
  const cert = read('tls.certFile', certFile);
  refuseReadable(keyFile);
  const key = read('tls.keyFile', keyFile);
  const clientCa = clientCaFile === '' ? undefined : read('tls.clientCaFile', clientCaFile);
  const tls = { cert, key, clientCa };
  try {
    createSecureContext({ cert, key, ...(clientCa === undefined ? {} : { ca: clientCa }) });
  } catch (error) {
    const { message } = error as Error;
    throw wrong(
      `${certFile} and ${keyFile} are no certificate and its private key, both PEM: ${message}`,
      error,
    );
  }
  return tls;
}

function read(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(`${option}: ${file} can't be read: ${(error as Error).message}`, error);
  }
}

/** Windows has no such permissions; what can't be read says so itself. */
function refuseReadable(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  if (process.platform === 'win32' || (mode & OF_OTHERS) === 0) return;
  throw wrong(`tls.keyFile: others than its owner may read or change ${file}; chmod 600 ${file}`, undefined);
}

function wrong(message: string, cause: unknown): StarlingError {
  return new StarlingError('CONFIGURATION', message, {}, cause);
}
