import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../base/limits.ts';
import { type Answer, errorAnswer } from './answer.ts';
import type { EventFeed } from './event-feed.ts';
import { type Listening, isHostAllowed } from './host-check.ts';

/**
 * Why a request is turned away before anybody looks for its page; undefined where it isn't.
 * @param method that its path takes
 */
export function refusalOf(
  request: IncomingMessage,
  listening: Listening,
  method: 'GET' | 'POST',
): Answer | undefined {
  const hosts = request.headersDistinct['host'] ?? [];
  const [host = ''] = hosts;
  if (hosts.length !== 1 || !isHostAllowed(host, listening)) {
    const message =
      'the Host header names another server than this: address it by its address, as localhost where it listens on loopback, or ' +
      'by the name that it has in the option adminHost';
    return errorAnswer(403, 'FORBIDDEN', message);
  }
  if (request.method !== method)
    return errorAnswer(
      405,
      'INVALID_ARGUMENT',
      `${request.method ?? ''} is not taken here, only ${method} is`,
    );
  return method === 'GET' ? refusalOfBody(request) : refusalOfForm(request);
}

/** Why nobody else may subscribe; undefined where somebody may. */
export function refusalOfMore({ isFull }: EventFeed): Answer | undefined {
  const message =
    'as many are told about this peer as may be; close another dashboard, or open that of another peer';
  return isFull ? errorAnswer(503, 'OVERLOADED', message) : undefined;
}

function refusalOfBody({ headers }: IncomingMessage): Answer | undefined {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  return hasBody
    ? errorAnswer(413, 'INVALID_ARGUMENT', 'a request with a body is not taken here')
    : undefined;
}

/** A browser sends JSON to another origin than its page's only where that allows it, which this server never does. */
function refusalOfForm({ headers }: IncomingMessage): Answer | undefined {
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';', 1);
  if (mediaType.trim().toLowerCase() !== 'application/json')
    return errorAnswer(415, 'INVALID_ARGUMENT', 'the body is to be of the type application/json');
  if (headers['transfer-encoding'] !== undefined || headers['content-length'] === undefined)
    return errorAnswer(
      411,
      'INVALID_ARGUMENT',
      'the length of the body is to be in the header content-length',
    );
  return Number(headers['content-length']) > LIMITS.adminBodyBytes
    ? errorAnswer(413, 'INVALID_ARGUMENT', `the body is longer than ${LIMITS.adminBodyBytes} bytes`)
    : undefined;
}
