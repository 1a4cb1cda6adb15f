import type { IncomingMessage } from 'node:http';
import { type Answer, errorAnswer } from './answer.ts';
import { type Listening, isHostAllowed } from './host-check.ts';

/** Why a request is turned away before anybody looks for its page; undefined where it isn't. */
export function refusalOf(request: IncomingMessage, listening: Listening): Answer | undefined {
  const { method = '', headers, headersDistinct } = request;
  const hosts = headersDistinct['host'] ?? [];
  const [host = ''] = hosts;
  if (hosts.length !== 1 || !isHostAllowed(host, listening)) {
    const message =
      'the Host header names another server than this: address it by its address, as localhost where it listens on loopback, or ' +
      'by the name that it has in the option adminHost';
    return errorAnswer(403, 'FORBIDDEN', message);
  }
  if (method !== 'GET')
    return errorAnswer(405, 'INVALID_ARGUMENT', `${method} is not taken here, only GET is`);
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  return hasBody
    ? errorAnswer(413, 'INVALID_ARGUMENT', 'a request with a body is not taken here')
    : undefined;
}
