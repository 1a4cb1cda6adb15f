import { expect } from 'chai';
import fc from 'fast-check';
import protobuf from 'protobufjs/minimal.js';
import { ERROR_CODES, type ErrorCode, StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { keyOf } from '../../src/version/key.ts';
import { type Version, encodeVersion } from '../../src/version/version.ts';
import { type ClientResult, clientAnswerType } from '../../src/wire/client-answer.ts';
import { type ClientReplyResult, clientReplyFromWire } from '../../src/wire/client-reply.ts';
import {
  type ClientOperation,
  clientRequestFromWire,
  clientRequestToWire,
} from '../../src/wire/client-request.ts';
import { requestIdOf } from '../../src/wire/request-id.ts';
import { starling } from '../../src/wire/gen/messages.js';

const words = fc.string({ unit: 'binary', maxLength: 200 });
const keys = words.filter((word) => word.length > 0);
const id = fc.nat(0xffff_ffff);
const uint32 = fc.nat(0xffff_ffff);
const token = fc.record({ high: uint32, low: uint32 });
const version: fc.Arbitrary<Version> = fc.record({
  wallMs: fc.nat(2 ** 48 - 1),
  logical: fc.nat(0xffff),
  writer: fc.nat(2 ** 48 - 1),
});

const consistency = fc.constantFrom('one' as const, 'quorum' as const, 'all' as const, undefined);
const durability = fc.constantFrom('fsync' as const, 'memory' as const);
const grade = { consistency, durability };
/** Any number that a client may make up, NaN included: only the coordinator judges it. */
const ttlMs = fc.double().filter((ttl) => ttl !== 0);
const item = fc
  .record({ key: words, value: words, ttlMs: fc.option(ttlMs, { nil: undefined }) })
  .map(({ ttlMs: ttl, ...rest }) => (ttl === undefined ? rest : { ...rest, ttlMs: ttl }));
const items = fc.array(item, { maxLength: 20 });

const operation: fc.Arbitrary<ClientOperation> = fc.oneof(
  fc
    .tuple(item, fc.record({ kind: fc.constant('put' as const), ...grade }))
    .map(([one, put]) => ({ ...put, ...one })),
  fc.record({ kind: fc.constant('get' as const), key: words, consistency }),
  fc.record({ kind: fc.constant('delete' as const), key: words, ...grade }),
  fc.record({ kind: fc.constant('putMany' as const), items, ...grade }),
  fc.record({ kind: fc.constant('getMany' as const), keys: fc.array(words), consistency }),
  fc.record({ kind: fc.constant('deleteMany' as const), keys: fc.array(words), ...grade }),
  fc.record({
    kind: fc.constant('scan' as const),
    partition: uint32,
    after: fc.option(token, { nil: undefined }),
    limitBytes: fc.integer({ min: 1, max: LIMITS.pageBytes }),
    consistency,
  }),
  fc.constant({ kind: 'topology' as const }),
  fc.constant({ kind: 'status' as const }),
  fc.record({ kind: fc.constant('locate' as const), key: words }),
  fc.record({ kind: fc.constant('explain' as const), key: words }),
  fc.record({
    kind: fc.constant('removeMember' as const),
    peer: words,
    force: fc.boolean(),
    expiresMs: fc.nat(2 ** 48),
    proof: fc.uint8Array({ maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant('leave' as const),
    peer: words,
    expiresMs: fc.nat(2 ** 48),
    proof: fc.uint8Array({ maxLength: 40 }),
  }),
);

describe('a client request', () => {
  it('has an id that can be read without the rest, or needs the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), fc.string(), (id, key) => {
        const frame = starling.v1.ClientRequest.encode({ id, get: { key } }).finish();
        expect(requestIdOf(frame)).to.equal(id);
      }),
    );
    expect(requestIdOf(starling.v1.ClientRequest.encode({ get: { key: 'k' } }).finish())).to.equal(undefined);
    for (const bytes of [[], [8], [8, 0x80], [8, 255, 255, 255, 255, 31], [8, 255, 255, 255, 255, 255, 1]])
      expect(requestIdOf(Uint8Array.from(bytes))).to.equal(undefined);
  });

  it('survives its encoding', () => {
    fc.assert(
      fc.property(
        id,
        fc.integer({ min: 1, max: LIMITS.deadlineMs }),
        fc.option(version, { nil: undefined }),
        operation,
        (requestId, timeoutMs, session, op) => {
          const token14 = session === undefined ? undefined : encodeVersion(session);
          const wire = clientRequestToWire(requestId, timeoutMs, token14, op);
          const bytes = starling.v1.ClientRequest.encode(wire).finish();
          expect(clientRequestFromWire(bytes)).to.deep.equal({
            id: requestId,
            timeoutMs,
            session,
            trace: undefined,
            operation: op,
          });
        },
      ),
    );
  });

  it('is read, refused or called malformed, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          expect(clientRequestFromWire(Buffer.from(bytes))).to.have.property('id');
        } catch (error) {
          expect(error).to.be.instanceOf(StarlingError).and.have.property('code', 'PROTOCOL');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps nothing of the buffer that it was read from', () => {
    const session = encodeVersion({ wallMs: 5, logical: 6, writer: 7 });
    const request = clientRequestToWire(1, 100, session, {
      kind: 'scan',
      partition: 3,
      after: { high: 1, low: 2 },
      limitBytes: 9,
      consistency: undefined,
    });
    const bytes = starling.v1.ClientRequest.encode(request).finish();
    const read = clientRequestFromWire(bytes);
    const before = structuredClone(read);
    bytes.fill(0xff);
    expect(read).to.deep.equal(before);
  });
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (stamp: Version): string => Buffer.from(encodeVersion(stamp)).toString('hex');

const failed = fc
  .record({ code: fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[])), message: keys })
  .map(({ code, message }) => ({ kind: 'failed' as const, error: new StarlingError(code, message) }));
const written = fc.record({ kind: fc.constant('written' as const), version });
const expiresAtMs = fc.oneof(fc.constant(0), fc.nat(2 ** 48 - 1));
const read = fc
  .record({
    text: fc.option(words, { nil: undefined }),
    version: fc.option(version, { nil: undefined }),
    expiresAtMs,
  })
  .map(({ text, version: stamp, expiresAtMs: expiry }) => ({
    kind: 'read' as const,
    value: text === undefined ? undefined : utf8(text),
    version: stamp,
    expiresAtMs: expiry,
  }));
const records = fc.array(
  fc
    .record({ key: keys, value: words, version, expiresAtMs })
    .map(({ key, value, version: stamp, ...rest }) => ({
      key: keyOf(key),
      value: utf8(value),
      version: stamp,
      ...rest,
    })),
  { maxLength: 10 },
);

const stamp = version.map((each) => ({ version: hex(each), writtenAtMs: each.wallMs }));
const explanation = fc.record({
  peer: words,
  partition: uint32,
  token: words,
  custodians: fc.array(words),
  pending: fc.array(words),
  holding: fc.constantFrom('complete' as const, 'copying' as const, 'none' as const),
  record: fc.option(
    fc
      .record({ stamp, deleted: fc.boolean(), valueBytes: uint32, expiresAtMs })
      .map(({ stamp: each, ...rest }) => ({ ...each, ...rest })),
    { nil: undefined },
  ),
  hints: fc.array(fc.record({ peer: words, stamp }).map(({ peer, stamp: each }) => ({ peer, ...each }))),
  unreadHints: fc.array(words),
  floorMs: expiresAtMs,
  clusterTimeMs: expiresAtMs,
});

const result: fc.Arbitrary<ClientResult> = fc.oneof(
  written,
  read,
  failed,
  fc.record({ kind: fc.constant('writtenMany' as const), items: fc.array(fc.oneof(written, failed)) }),
  fc.record({ kind: fc.constant('readMany' as const), items: fc.array(fc.oneof(read, failed)) }),
  fc.record({ kind: fc.constant('explanation' as const), explanation }),
  fc.constant({ kind: 'memberRemoved' as const }),
  fc.record({ kind: fc.constant('page' as const), records, next: fc.option(token, { nil: undefined }) }),
);

type Outcome = Extract<ClientResult, { kind: 'written' | 'read' | 'failed' }>;

/** A client reads no expiry where there is none. */
const expiryAsRead = (expiry: number): object => (expiry === 0 ? {} : { expiresAtMs: expiry });

/** What a client should read in place of an outcome. */
function outcomeAsRead(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'written':
      return { version: hex(outcome.version) };
    case 'read':
      return {
        value:
          outcome.value === undefined
            ? undefined
            : new TextDecoder('utf-8', { ignoreBOM: true }).decode(outcome.value),
        version: outcome.version === undefined ? undefined : hex(outcome.version),
        ...expiryAsRead(outcome.expiresAtMs),
      };
    case 'failed':
      return { code: outcome.error.code, message: outcome.error.message };
  }
}

const errorAsRead = (reply: object): object =>
  reply instanceof StarlingError ? { code: reply.code, message: reply.message } : reply;

function asRead(sent: ClientResult): object {
  switch (sent.kind) {
    case 'written':
    case 'read':
      return { kind: sent.kind, ...outcomeAsRead(sent) };
    case 'failed':
      return outcomeAsRead(sent);
    case 'writtenMany':
    case 'readMany':
      return { kind: sent.kind, items: sent.items.map(outcomeAsRead) };
    case 'page':
      return {
        kind: 'page',
        entries: sent.records.map(({ key, value, version: stamp, expiresAtMs: expiry }) => ({
          key: key.text,
          value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(value),
          version: hex(stamp),
          ...expiryAsRead(expiry),
        })),
        next: sent.next,
      };
    case 'topology':
    case 'status':
    case 'location':
    case 'explanation':
    case 'repairProgress':
    case 'repairPaused':
    case 'memberRemoved':
    case 'leaving':
      return sent;
    case 'authenticated':
      return { kind: sent.kind };
  }
}

function received(reply: ClientReplyResult | StarlingError): object {
  if (!(reply instanceof StarlingError) && 'items' in reply) {
    return { kind: reply.kind, items: reply.items.map(errorAsRead) };
  }
  return errorAsRead(reply);
}

describe('an answer to a client', () => {
  it('written by hand is what the generated decoder reads', () => {
    fc.assert(
      fc.property(id, result, (answerId, sent) => {
        const writer = clientAnswerType.encode({ id: answerId, result: sent }, protobuf.Writer.create());
        const reply = clientReplyFromWire(writer.finish());
        expect(reply.id).to.equal(answerId);
        expect(received(reply.result)).to.deep.equal(asRead(sent));
      }),
    );
  });

  it('that explains a key is refused where what it says can not be', () => {
    const answer = (wire: starling.v1.Explanation.$Properties) => () =>
      clientReplyFromWire(starling.v1.ClientResponse.encode({ id: 1, explanation: wire }).finish());
    const possible = {
      holding: 'none',
      record: { version: encodeVersion({ wallMs: 1, logical: 2, writer: 3 }) },
    };
    expect(answer(possible)).not.to.throw();
    expect(answer({ ...possible, holding: 'most' })).to.throw(StarlingError, /holds "most"/);
    expect(answer({ ...possible, record: { version: Uint8Array.of(1, 2) } })).to.throw(
      StarlingError,
      /14 bytes/,
    );
    expect(answer({ ...possible, hints: [{ peer: 'a' }] })).to.throw(StarlingError, /14 bytes/);
  });

  it('is called malformed where it is none', () => {
    expect(() => clientReplyFromWire(Uint8Array.of(0x52, 0x7f))).to.throw(StarlingError, /no answer/);
  });
});
