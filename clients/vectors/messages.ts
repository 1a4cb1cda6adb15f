import protobuf from 'protobufjs/minimal.js';
import { StarlingError } from '../../src/base/errors.ts';
import { type ClientResult, clientAnswerType } from '../../src/wire/client-answer.ts';
import { type ClientOperation, clientRequestToWire } from '../../src/wire/client-request.ts';
import { starling } from '../../src/wire/gen/messages.js';

const VERSION = { wallMs: 1_764_000_000_000, logical: 3, writer: 0xa1_b2_c3_d4_e5 };
const SESSION = '019ab697e800000300a1b2c3d4e5';
const TIMEOUT_MS = 5000;
const GRADE = { consistency: undefined, durability: 'fsync' } as const;

const REQUESTS: readonly { name: string; session?: string; operation: ClientOperation }[] = [
  { name: 'put', operation: { kind: 'put', key: 'greeting', value: 'hello', ...GRADE } },
  {
    name: 'put with everything',
    session: SESSION,
    operation: {
      kind: 'put',
      key: 'straße/🐦',
      value: 'schön',
      ttlMs: 60_000,
      consistency: 'all',
      durability: 'memory',
      sloppy: true,
    },
  },
  { name: 'put of nothing', operation: { kind: 'put', key: 'empty', value: '', ...GRADE } },
  { name: 'get', operation: { kind: 'get', key: 'greeting', consistency: undefined } },
  { name: 'get from one', operation: { kind: 'get', key: 'greeting', consistency: 'one' } },
  {
    name: 'delete',
    operation: { kind: 'delete', key: 'greeting', consistency: 'quorum', durability: 'fsync' },
  },
  {
    name: 'sloppy delete',
    operation: { kind: 'delete', key: 'greeting', ...GRADE, sloppy: true },
  },
  {
    name: 'putMany',
    operation: {
      kind: 'putMany',
      items: [
        { key: 'a', value: '1', ttlMs: 5 },
        { key: 'b', value: '' },
      ],
      ...GRADE,
    },
  },
  {
    name: 'sloppy putMany',
    operation: { kind: 'putMany', items: [{ key: 'a', value: '1' }], ...GRADE, sloppy: true },
  },
  { name: 'getMany', operation: { kind: 'getMany', keys: ['a', 'b'], consistency: undefined } },
  { name: 'deleteMany', operation: { kind: 'deleteMany', keys: ['a', 'b'], ...GRADE } },
  {
    name: 'sloppy deleteMany',
    operation: { kind: 'deleteMany', keys: ['a', 'b'], ...GRADE, sloppy: true },
  },
  { name: 'topology', operation: { kind: 'topology' } },
];

/** What a client with a token says first. */
const AUTHENTICATE = { name: 'authenticate', token: 'a token/🐦' };

const full = new StarlingError('DISK_FULL', 'the disk is full');
const busy = new StarlingError('OVERLOADED', 'come back', { retryAfterMs: 40 });
const found = {
  kind: 'read',
  value: utf8('schön'),
  version: VERSION,
  expiresAtMs: 1_764_000_060_000,
} as const;
const absent = { kind: 'read', value: undefined, version: undefined, expiresAtMs: 0 } as const;

/** What a client hands its program, as JSON: `version` in hexadecimal, null for what there is not. */
const ANSWERS: readonly { name: string; result: ClientResult; reads: object }[] = [
  { name: 'written', result: { kind: 'written', version: VERSION }, reads: { version: SESSION } },
  {
    name: 'found, and it expires',
    result: found,
    reads: { value: 'schön', version: SESSION, expiresAtMs: found.expiresAtMs },
  },
  {
    name: 'an empty value',
    result: { ...found, value: utf8(''), expiresAtMs: 0 },
    reads: { value: '', version: SESSION, expiresAtMs: null },
  },
  { name: 'never written', result: absent, reads: { value: null, version: null, expiresAtMs: null } },
  {
    name: 'deleted',
    result: { ...absent, version: VERSION },
    reads: { value: null, version: SESSION, expiresAtMs: null },
  },
  {
    name: 'a batch of writes of which one failed',
    result: {
      kind: 'writtenMany',
      items: [
        { kind: 'written', version: VERSION },
        { kind: 'failed', error: full },
      ],
    },
    reads: { items: [{ version: SESSION }, { error: errorOf(full) }] },
  },
  {
    name: 'a batch of reads',
    result: { kind: 'readMany', items: [absent, { kind: 'failed', error: busy }, found] },
    reads: {
      items: [
        { value: null, version: null, expiresAtMs: null },
        { error: errorOf(busy) },
        { value: 'schön', version: SESSION, expiresAtMs: found.expiresAtMs },
      ],
    },
  },
  { name: 'an error', result: { kind: 'failed', error: full }, reads: { error: errorOf(full) } },
  {
    name: 'an error that says when',
    result: { kind: 'failed', error: busy },
    reads: { error: errorOf(busy) },
  },
];

/** A code that no protocol defines yet. */
const NEWER_ERROR = { id: 7, error: { code: 999, message: 'from the future', retryable: true } };

/** Requests as bytes, and answers as bytes with what a client makes of them. */
export function messageVectors(): object {
  const id = 7;
  return {
    about:
      'Messages without their frame. requests: `hex` is a ClientRequest with this id, timeoutMs and session; a client builds an equal message ' +
      '(the bytes may differ where a field has its default). answers: what a client gives its program for the ClientResponse `hex`.',
    requests: [
      ...REQUESTS.map(({ name, session, operation }) => {
        const bytes = session === undefined ? undefined : Buffer.from(session, 'hex');
        const hex = requestHex(clientRequestToWire(id, TIMEOUT_MS, bytes, operation));
        return { name, id, timeoutMs: TIMEOUT_MS, session: session ?? null, operation, hex };
      }),
      authenticateVector(id),
    ],
    answers: [
      ...ANSWERS.map(({ name, result, reads }) => ({ name, id, hex: answerHex(id, result), reads })),
      {
        name: 'an error whose code is unknown',
        id,
        hex: Buffer.from(starling.v1.ClientResponse.encode(NEWER_ERROR).finish()).toString('hex'),
        reads: {
          error: { code: 'PROTOCOL', message: 'from the future', retryable: false, retryAfterMs: null },
        },
      },
    ],
  };
}

function authenticateVector(id: number): object {
  const { name, token } = AUTHENTICATE;
  const hex = requestHex({ id, timeoutMs: TIMEOUT_MS, authenticate: { token } });
  const operation = { kind: name, token };
  return { name, id, timeoutMs: TIMEOUT_MS, session: null, operation, hex };
}

function requestHex(request: starling.v1.ClientRequest.$Properties): string {
  return Buffer.from(starling.v1.ClientRequest.encode(request).finish()).toString('hex');
}

export function answerHex(id: number, result: ClientResult): string {
  const writer = protobuf.Writer.create();
  return Buffer.from(clientAnswerType.encode({ id, result }, writer).finish()).toString('hex');
}

function errorOf({ code, message, retryable, facts }: StarlingError): object {
  return { code, message, retryable, retryAfterMs: facts['retryAfterMs'] ?? null };
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}
