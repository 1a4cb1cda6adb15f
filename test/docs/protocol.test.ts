import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import protobuf from 'protobufjs/minimal.js';
import { ERROR_CODES, type ErrorCode, StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { clientAnswerType } from '../../src/wire/client-answer.ts';
import { clientRequestToWire } from '../../src/wire/client-request.ts';
import { starling } from '../../src/wire/gen/messages.js';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/protocol.md', root), 'utf8');
const proto = readFileSync(new URL('proto/starling/v1/client.proto', root), 'utf8');

/** The rows of the table whose head begins with this cell, without their padding. */
function tableOf(firstHead: string): string[][] {
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()).slice(1, -1)); // prettier-ignore
  const head = rows.findIndex(([cell]) => cell === firstHead);
  const length = rows.slice(head).findIndex((cells) => cells.length === 0);
  return rows.slice(head + 2, head + length);
}

/** The bytes of the example of this name: what stands in each line before the explanation. */
function bytesOf(name: string): Buffer {
  const block = new RegExp(`\`\`\`hex ${name}\n([^\`]*)\`\`\``).exec(page)?.[1] ?? '';
  const hex = block.split('\n').map((line) => /^(?:[0-9a-f]{2} ?)*(?=$|\s)/.exec(line)?.[0] ?? '');
  return Buffer.from(hex.join('').replaceAll(' ', ''), 'hex');
}

function framed(encode: (writer: protobuf.Writer) => protobuf.Writer): Buffer {
  return Buffer.from(encode(protobuf.Writer.create().fork()).ldelim().finish());
}

describe('docs/protocol.md', () => {
  it('shows the bytes of a put as the codec makes them', () => {
    const request = clientRequestToWire(1, 5000, undefined, {
      kind: 'put',
      key: 'greeting',
      value: 'hello',
      consistency: 'quorum',
      durability: 'memory',
      ttlMs: 60_000,
    });
    expect(bytesOf('put')).to.deep.equal(
      framed((writer) => starling.v1.ClientRequest.encode(request, writer)),
    );
  });

  it('shows the bytes of its answer, and of a get that finds nothing, as the codec makes them', () => {
    const version = { wallMs: 1_764_000_000_000, logical: 3, writer: 0xa1_b2_c3_d4_e5 };
    expect(new Date(version.wallMs).toISOString()).to.equal('2025-11-24T16:00:00.000Z');
    expect(bytesOf('written')).to.deep.equal(
      framed((writer) => clientAnswerType.encode({ id: 1, result: { kind: 'written', version } }, writer)),
    );
    const absent = { kind: 'read', value: undefined, version: undefined, expiresAtMs: 0 } as const;
    expect(bytesOf('absent')).to.deep.equal(
      framed((writer) => clientAnswerType.encode({ id: 2, result: absent }, writer)),
    );
  });

  it('names every message and every field of client.proto', () => {
    const names = [
      ...[...proto.matchAll(/^ *message (\w+)/gm)].map(([, name]) => name!),
      ...[...proto.matchAll(/^ *(?:repeated |optional )?[\w.<>, ]+ (\w+) = \d+;/gm)].map(([, name]) => name!),
    ].filter((name) => name !== 'Item');
    expect(names).to.include.members(['ClientRequest', 'session', 'counters', 'round_trip_ms', 'leaving']);
    const missing = [...new Set(names)].filter((name) => !page.includes(`\`${name}\``));
    expect(missing).to.deep.equal([]);
  });

  it('has every error code with its number, and says of each whether it is sent again', () => {
    const rows = tableOf('code').map(([code, number, , , again]) => [
      code!.replaceAll('`', ''),
      Number(number),
      again !== 'no',
    ]);
    const codes = Object.entries(ERROR_CODES) as [ErrorCode, number][];
    expect(rows).to.deep.equal(
      codes.map(([code, number]) => [code, number, new StarlingError(code, '').retryable]),
    );
  });

  it('has the limits that hold', () => {
    const limits = tableOf('').map(([, limit]) => Number(/(\d+)\D*$/.exec(limit!)?.[1]));
    expect(limits).to.deep.equal([
      LIMITS.clientFrameBytes,
      LIMITS.keyBytes,
      LIMITS.valueBytes,
      LIMITS.valueBytesCeiling,
      LIMITS.batchItems,
      LIMITS.batchAnswerBytes,
      LIMITS.pageBytes,
      LIMITS.clientRequestsInFlight,
      LIMITS.clientPauseBytes,
      LIMITS.clientOutputBytes,
      LIMITS.stalledClientMs,
      LIMITS.clientConnections,
      LIMITS.ttlMs,
      LIMITS.deadlineMs,
      LIMITS.defaultDeadlineMs,
    ]);
  });
});
