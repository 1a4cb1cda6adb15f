import type { IncomingMessage } from 'node:http';
import type { Access } from '../access/access.ts';
import { LIMITS } from '../base/limits.ts';
import { type Answer, errorAnswer } from './answer.ts';

/** What needs no token: the files of the dashboard, which ask for one, and what only says whether this peer is well. */
const OPEN = /^\/(?:dashboard\/.*|healthz|readyz)?$/;

/** As RFC 6750 has it. */
const BEARER = /^Bearer +(?<token>\S+)$/i;

/** Why whoever asks doesn't get this page; undefined where he does. Whoever may read may have each: nothing here writes. */
export function refusalOfStranger(
  { headers }: Pick<IncomingMessage, 'headers'>,
  path: string,
  access: Access | undefined,
): Answer | undefined {
  if (access === undefined || OPEN.test(path)) return undefined;
  const token = BEARER.exec(headers.authorization ?? '')?.groups?.['token'];
  if (token === undefined) {
    return errorAnswer(
      401,
      'FORBIDDEN',
      'a token is wanted here: Authorization: Bearer, and one of access.tokensFile',
    );
  }
  const isKnown = Buffer.byteLength(token) <= LIMITS.tokenBytes && access.grantOf({ kind: 'token', token });
  return isKnown ? undefined : errorAnswer(401, 'FORBIDDEN', 'this peer does not know the token');
}
