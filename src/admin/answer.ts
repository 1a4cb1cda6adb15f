import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Writable } from 'node:stream';
import type { ErrorCode } from '../base/errors.ts';

/** What goes back for one request. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What is said where there is no answer: `{ "error": { "code": ..., "message": ... } }`. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

export function jsonAnswer(status: number, content: unknown): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(content)}\n` };
}

export function errorAnswer(status: number, code: ErrorCode, message: string): Answer {
  const body: ErrorBody = { error: { code, message } };
  return jsonAnswer(status, body);
}

/** No page has scripts or styles, and nobody else's page may embed or read one. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
}

/** Answers where what came is no request that a response could belong to, and closes the connection. */
export function sendLast(socket: Writable, answer: Answer): void {
  const headers = Object.entries({ ...headersOf(answer), connection: 'close' });
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${answer.body}`, () => socket.destroy());
}

function headersOf({ contentType, body }: Answer) {
  return { ...HEADERS, 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
}
