import type { Access, Credentials, Grant, Role } from '../access/access.ts';
import { StarlingError } from '../base/errors.ts';
import type { ClientOperation } from '../wire/client-request.ts';

/** Who the client of one connection is, as far as it has shown, and so what it may ask for. */
export class Visitor {
  readonly #access: Access | undefined;
  #grant: Grant | undefined;

  /** @param access undefined: everybody may everything */
  constructor(access: Access | undefined) {
    this.#access = access;
  }

  /** Whether it need show nothing more before it is heard. */
  get isKnown(): boolean {
    return this.#access === undefined || this.#grant !== undefined;
  }

  /** What it may from now on. @throws StarlingError FORBIDDEN where it may nothing; whatever it might before is over then */
  show(credentials: Credentials): Role {
    if (this.#access === undefined) return 'write';
    this.#grant = this.#access.grantOf(credentials);
    if (this.#grant !== undefined) return this.#grant.role;
    throw credentials.kind === 'token' ? WRONG_TOKEN : WRONG_PROOF;
  }

  /** Minds that grants may have been changed or taken back. False: it was known and isn't any more. */
  renew(): boolean {
    if (this.#grant === undefined) return true;
    this.#grant = this.#access?.renewed(this.#grant);
    return this.#grant !== undefined;
  }

  /** Why it may not have this; undefined: it may. */
  refusalOf({ kind }: ClientOperation): StarlingError | undefined {
    if (!this.isKnown) return TOKEN_WANTED;
    if (this.#grant?.role !== 'read' || !WRITING.has(kind)) return undefined;
    return new StarlingError(
      'FORBIDDEN',
      `the token of ${this.#grant.name} may read, and this would write; nothing was applied, use one that may write`,
    );
  }
}

/** What needs more than leave to read. Orders of operators have a proof of their own. */
const WRITING: ReadonlySet<ClientOperation['kind']> = new Set([
  'put',
  'delete',
  'putMany',
  'deleteMany',
  'repair',
]);

/** Made once, as those of `refusals.ts`. */
const TOKEN_WANTED = new StarlingError(
  'FORBIDDEN',
  'this peer wants a token before anything else; nothing was applied. Give one: --token-file or STARLING_TOKEN for commands, `token` for clients',
);
const WRONG_TOKEN = new StarlingError(
  'FORBIDDEN',
  "this peer does not know the token: it is another cluster's, was taken back, or this peer has yet to read its list again (SIGHUP)",
);
const WRONG_PROOF = new StarlingError(
  'FORBIDDEN',
  'the proof is not made with the secret of this cluster, or is out of date: compare the clocks',
);
