import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Writable } from 'node:stream';
import type { ErrorCode } from '../base/errors.ts';

/** What goes back for one request. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** What a browser may load and run for it; default nothing at all. */
  readonly contentSecurityPolicy?: string | undefined;
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

/** Nobody else's page may embed or read one, and a browser keeps none. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

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

/** The head of an answer whose body comes bit by bit, for as long as both sides want. */
export function sendHead(response: ServerResponse, contentType: string): void {
  response.writeHead(200, { ...HEADERS, ...policyOf(), 'content-type': contentType, connection: 'close' });
}

function headersOf({ contentType, body, contentSecurityPolicy }: Answer) {
  return {
    ...HEADERS,
    ...policyOf(contentSecurityPolicy),
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  };
}

function policyOf(policy = NOTHING_ALLOWED) {
  return { 'content-security-policy': policy };
}
