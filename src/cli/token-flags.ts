import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { Terminal } from './terminal.ts';

/** How a command is let in where peers want a token. Never on the command line, which everybody can see. */
export interface TokenFlags {
  readonly tokenFile?: string;
}

export function withTokenFlags(command: Command): Command {
  return command.option(
    '--token-file <file>',
    'file with a token, where peers want one; also STARLING_TOKEN_FILE, or STARLING_TOKEN with the token itself',
  );
}

/**
 * What the flag, or where there is none the environment, says; undefined: no token.
 * @throws StarlingError INVALID_ARGUMENT where the file can't be read, or is empty
 */
export function tokenOf({ tokenFile }: TokenFlags, { env }: Terminal): string | undefined {
  const token = tokenFile === undefined ? env['STARLING_TOKEN'] : undefined;
  if (token) return token.trim();
  const file = tokenFile ?? env['STARLING_TOKEN_FILE'];
  return file ? tokenIn(file) : undefined;
}

function tokenIn(file: string): string {
  let token: string;
  try {
    token = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { message } = error as Error;
    throw new StarlingError('INVALID_ARGUMENT', `the token can't be read: ${message}`, {}, error);
  }
  if (token !== '') return token;
  throw new StarlingError('INVALID_ARGUMENT', `${file} is empty; put the token there`);
}
