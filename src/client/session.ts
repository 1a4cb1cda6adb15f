import { StarlingError } from '../base/errors.ts';
import { VERSION_BYTES } from '../version/version.ts';

const TOKEN = new RegExp(`^[0-9a-f]{${2 * VERSION_BYTES}}$`);

/**
 * The newest version that this client has seen. Sent with every write, it makes the write later than everything the
 * client has read or written, through whichever peers and whatever their clocks say.
 */
export class Session {
  #newest: string | undefined;

  /** 28 hexadecimal digits; undefined before the first answer with a version. */
  get newest(): string | undefined {
    return this.#newest;
  }

  /** Takes note of a version; older ones than the newest change nothing. */
  saw(version: string | undefined): void {
    if (version !== undefined && (this.#newest === undefined || version > this.#newest))
      this.#newest = version;
  }
}

/** @throws StarlingError INVALID_ARGUMENT unless it is 28 lower-case hexadecimal digits */
export function sessionToWire(session: string | undefined): Uint8Array | undefined {
  if (session === undefined) return undefined;
  if (!TOKEN.test(session)) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `session "${session.slice(0, 40)}" is no version: pass on what a put, get or delete answered`,
    );
  }
  return Buffer.from(session, 'hex');
}
