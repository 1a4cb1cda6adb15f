import type { Access, Credentials, Grant } from '../../src/access/access.ts';
import { TokenList } from '../../src/access/token-list.ts';

/** One list of tokens, which tests exchange for another. */
export class Tokens implements Access {
  list: TokenList;

  constructor(...lines: string[]) {
    this.list = TokenList.parse(lines.join(''), 'tokens');
  }

  grantOf(credentials: Credentials): Grant | undefined {
    return credentials.kind === 'token' ? this.list.grantOf(credentials.token) : undefined;
  }

  renewed({ digest }: Grant): Grant | undefined {
    return this.list.grantOfDigest(digest);
  }
}
