import { readFileSync, statSync } from 'node:fs';
import { TokenList } from '../access/token-list.ts';
import { StarlingError } from '../base/errors.ts';
import type { AccessConfiguration } from './node-configuration.ts';

/** Leave for others than the owner to write. */
const WRITABLE_BY_OTHERS = 0o022;

/**
 * The tokens that the configuration's file has; undefined where it names none.
 * @throws StarlingError CONFIGURATION where it can't be read, others may write to it, or a line of it is wrong
 */
export function tokensOf({ tokensFile }: AccessConfiguration): TokenList | undefined {
  if (tokensFile === '') return undefined;
  let text: string;
  try {
    text = readFileSync(tokensFile, 'utf8');
    refuseWritable(tokensFile);
  } catch (error) {
    if (error instanceof StarlingError) throw error;
    const { message } = error as Error;
    throw new StarlingError('CONFIGURATION', `access.tokensFile: can't be read: ${message}`, {}, error);
  }
  return TokenList.parse(text, tokensFile);
}

/** Who may write to it lets in whom he likes. Windows has no such permissions. */
function refuseWritable(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & WRITABLE_BY_OTHERS) === 0) return;
  const message = `access.tokensFile: others than its owner may write to ${file}; chmod go-w ${file}`;
  throw new StarlingError('CONFIGURATION', message);
}
