import { createHash } from 'node:crypto';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Grant, Role } from './access.ts';

const NAME = /^[\w.-]{1,64}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * The tokens that a peer knows, as a file has them: a line each, of a name, a role and the token's SHA-256.
 *
 *     # who    may    SHA-256 of the token
 *     shop     write  5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8
 *     grafana  read   ...
 *
 * The tokens themselves are nowhere: who reads the file, or a copy of it, can't use it. They are random and long, so that no guess
 * finds one by its hash, and looking one up tells nothing by the time that it takes. A name may have several, such as while one is being
 * exchanged for another.
 */
export class TokenList {
  /** As it was read. */
  readonly text: string;
  readonly #grants: ReadonlyMap<string, Grant>;

  private constructor(text: string, grants: ReadonlyMap<string, Grant>) {
    this.text = text;
    this.#grants = grants;
  }

  /**
   * @param name of the file, for messages
   * @throws StarlingError CONFIGURATION that names the line
   */
  static parse(text: string, name: string): TokenList {
    const grants = new Map<string, Grant>();
    for (const [index, line] of text.split('\n').entries()) {
      const content = line.replace(/#.*/, '').trim();
      if (content === '') continue;
      const grant = grantIn(content);
      const problem = typeof grant === 'string' ? grant : problemOf(grant, grants);
      if (problem !== undefined) throw wrong(`${name}:${index + 1}: ${problem}`);
      grants.set((grant as Grant).digest, grant as Grant);
    }
    if (grants.size === 0) throw wrong(`${name}: there is no token in it, so that nobody could come in; \`starling token\` makes one`); // prettier-ignore
    return new TokenList(text, grants);
  }

  /** How many there are. */
  get size(): number {
    return this.#grants.size;
  }

  /** Whose token it is, and what he may; undefined: it is none of these. */
  grantOf(token: string): Grant | undefined {
    return this.#grants.get(digestOf(token));
  }

  /** What is granted to the token of this digest now; undefined: nothing any more. */
  grantOfDigest(digest: string): Grant | undefined {
    return this.#grants.get(digest);
  }
}

/** Of a token, as the file has it: SHA-256 in hexadecimal. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The line of a file that lets whoever has this token in. @throws StarlingError INVALID_ARGUMENT on a name that is none */
export function tokenLine(name: string, role: Role, token: string): string {
  if (!NAME.test(name))
    throw new StarlingError('INVALID_ARGUMENT', `${name} is no name for a token; ${NAME_RULE}`);
  return `${name} ${role} ${digestOf(token)}\n`;
}

const NAME_RULE = 'take 1 to 64 letters, digits, dots, hyphens or underscores';

/** Or what is wrong with it. */
function grantIn(content: string): Grant | string {
  const [name = '', role = '', digest = '', ...rest] = content.split(/\s+/);
  if (rest.length > 0)
    return 'a line is a name, read or write, and the SHA-256 of a token, with nothing behind';
  if (!NAME.test(name)) return `the name is none; ${NAME_RULE}`;
  if (role !== 'read' && role !== 'write') return 'behind the name comes what its owner may: read or write';
  if (!DIGEST.test(digest))
    return 'what comes last is the SHA-256 of the token, 64 lower-case hexadecimal digits, not the token; `starling token` makes the line';
  return { name, role, digest };
}

function problemOf({ digest }: Grant, others: ReadonlyMap<string, Grant>): string | undefined {
  if (others.has(digest))
    return `this token is there already, as that of ${others.get(digest)!.name}; drop one of the two`;
  return others.size >= LIMITS.tokens ? `it has more than ${LIMITS.tokens} tokens` : undefined;
}

function wrong(message: string): StarlingError {
  return new StarlingError('CONFIGURATION', message);
}
