import fc from 'fast-check';
import protobuf from 'protobufjs/minimal.js';
import { StarlingError } from '../../../src/base/errors.ts';
import type { MessageType } from '../../../src/wire/message-type.ts';
import { serveReplicaRequest } from '../../../src/replication/replica-server.ts';
import { FrameDecoder } from '../../../src/transport/frames.ts';
import { decodeFrame } from '../../../src/transport/frame-stream.ts';
import { handshakeKeys } from '../../../src/transport/handshake-proof.ts';
import { Handshake } from '../../../src/transport/handshake.ts';
import { errorFromWire } from '../../../src/wire/error-codec.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { membershipMessageType } from '../../../src/wire/membership-codec.ts';
import { PROTOCOL_VERSION } from '../../../src/wire/protocols.ts';
import { recordFromWire } from '../../../src/wire/record-codec.ts';
import {
  comparedFromWire,
  pageFromWire,
  readAnswerFromWire,
  writeAnswerFromWire,
} from '../../../src/wire/replica-codec.ts';
import {
  nodesFromWire,
  sumsFromWire,
  tokensFromWire,
  versionsFromWire,
} from '../../../src/wire/sync-codec.ts';
import { messagesOf } from '../message-arbitrary.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';
import { signedIntents, wallTimes } from './intents.ts';

const FRAME_BYTES = 4096;
const PARTITIONS = 16;
const NODES_PER_PARTITION = 256;

const versions = fc.uint8Array({ minLength: 14, maxLength: 14 });
const cursors = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ minLength: 8, maxLength: 8 }));
const records = {
  'Record.key': fc.constantFrom('a', 'key', '\u{1f426}'),
  'Record.version': versions,
  'Record.expiresAtMs': fc.oneof(fc.constant(0), fc.nat(2 ** 48 - 1)),
};
const peers = fc.constantFrom('a', 'b', '12D3KooWabc');

/** What the replica behind the server is asked; what it refuses is thrown, as the asking peer is told it. */
function replicaRequest(bytes: Uint8Array): unknown {
  let asked: unknown;
  const ask = (...request: unknown[]) => {
    asked = request.filter((part) => typeof part !== 'function');
  };
  const replica = { write: ask, keep: ask, read: ask, readVersion: ask, compare: ask, scan: ask };
  serveReplicaRequest(replica, decodeFrame(starling.v1.ReplicaRequest, bytes), (response) => {
    if (response.error) throw errorFromWire(response.error);
  });
  return asked;
}

function replicaResponse(bytes: Uint8Array): unknown {
  const response = decodeFrame(starling.v1.ReplicaResponse, bytes);
  if (response.page) return pageFromWire(response);
  if (response.compared) return comparedFromWire(response);
  return response.written ? writeAnswerFromWire(response) : readAnswerFromWire(response);
}

/** All fields as the exchange server reads them. */
function syncRequest(bytes: Uint8Array): unknown {
  const { compareRoots, compareNodes, compareLeaves, takeRecords } = decodeFrame(
    starling.v1.SyncRequest,
    bytes,
  );
  if (compareRoots) {
    const partitions = nodesFromWire(compareRoots.partitions, PARTITIONS);
    return { partitions: [...partitions], sums: sumsFromWire(compareRoots.sums, partitions.length) };
  }
  if (compareNodes) {
    const nodes = nodesFromWire(compareNodes.nodes, PARTITIONS * NODES_PER_PARTITION);
    return { nodes: [...nodes], sums: sumsFromWire(compareNodes.sums, nodes.length) };
  }
  if (compareLeaves) {
    const leaves = nodesFromWire(compareLeaves.leaves, PARTITIONS * NODES_PER_PARTITION);
    return { leaves: [...leaves], versions: versionsFromWire(compareLeaves.versions) };
  }
  if (takeRecords) return (takeRecords.records ?? []).map(recordFromWire);
  throw new StarlingError('INVALID_ARGUMENT', 'it asks for nothing');
}

function syncResponse(bytes: Uint8Array): unknown {
  const response = decodeFrame(starling.v1.SyncResponse, bytes);
  if (response.error) return errorFromWire(response.error);
  const { records, wanted } = response.leavesCompared ?? {};
  return { records: (records ?? []).map(recordFromWire), wanted: tokensFromWire(wanted) };
}

const NONCE = new Uint8Array(32).fill(7);
const TERMS = {
  cluster: 'fuzzed',
  replicas: 3,
  partitions: PARTITIONS,
  keys: handshakeKeys(['secret']),
  isAllowed: () => true,
  clusterId: () => 'id',
  adoptClusterId: () => {},
};

/** What each end answers to the frame as the first word that it hears. */
function handshakeWord(bytes: Uint8Array): unknown {
  const word = decodeFrame(starling.v1.HandshakeFrame, bytes);
  return (['opener', 'acceptor'] as const).map((role) => {
    const handshake = new Handshake(role, TERMS, { self: 'a', peer: 'b', nonce: NONCE });
    handshake.begin();
    return handshake.handle(word);
  });
}

/** The frames that a chunk holds, cut in two in its middle. */
function frames(bytes: Uint8Array): Uint8Array[] {
  const result: Uint8Array[] = [];
  const decoder = new FrameDecoder(FRAME_BYTES, (frame) => result.push(Uint8Array.from(frame)));
  const middle = bytes.length >>> 1;
  decoder.push(bytes.subarray(0, middle));
  decoder.push(bytes.subarray(middle));
  return result;
}

function framed(contents: readonly Uint8Array[]): Uint8Array {
  const writer = protobuf.Writer.create();
  for (const content of contents) writer.bytes(content);
  return writer.finish();
}

function encoded<M>(type: MessageType<M>, message: M): Uint8Array {
  return type.encode(message, protobuf.Writer.create()).finish();
}

const hello = {
  'Hello.protocolVersion': fc.constant(PROTOCOL_VERSION),
  'Hello.cluster': fc.constant(TERMS.cluster),
  'Hello.clusterId': fc.constantFrom('', 'id'),
  'Hello.replicas': fc.constant(TERMS.replicas),
  'Hello.partitions': fc.constant(TERMS.partitions),
  'Hello.nonce': fc.constant(NONCE),
};

/** What peers send each other, from the first byte on. */
export const PEER_FRAMES: readonly FuzzTarget[] = [
  fuzzTarget({
    name: 'frames',
    inputs: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }).map(framed),
    decode: frames,
    encode: framed,
    refusals: ['PROTOCOL'],
  }),
  fuzzTarget({
    name: 'handshake',
    inputs: messagesOf('HandshakeFrame', hello),
    decode: handshakeWord,
    refusals: ['PROTOCOL'],
  }),
  fuzzTarget({
    name: 'membership',
    inputs: messagesOf('MembershipMessage', {
      'Ack.wallMs': wallTimes,
      'Digest.wallMs': wallTimes,
      'Digest.sums': fc.constantFrom([1], [1, 2], [1, 2, 3, 4]),
      'Entries.wallMs': wallTimes,
      'Entries.partCount': fc.constantFrom(1, 16),
      'Entries.parts': fc.constantFrom([], [0]),
      'PingRequest.target': peers,
      'LivenessUpdate.peer': peers,
      'LivenessUpdate.from': peers,
      'LivenessUpdate.liveness': fc.nat(3),
      'LivenessUpdate.incarnation': fc.nat(100),
      ...signedIntents,
    }),
    decode: (bytes) => decodeFrame(membershipMessageType, bytes),
    encode: (message) => encoded(membershipMessageType, message),
    refusals: ['PROTOCOL'],
  }),
  fuzzTarget({
    name: 'replica-request',
    inputs: messagesOf('ReplicaRequest', {
      ...records,
      'Hint.peer': peers,
      'ReplicaScan.afterToken': cursors,
    }),
    decode: replicaRequest,
    refusals: ['PROTOCOL', 'INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'replica-response',
    inputs: messagesOf('ReplicaResponse', {
      ...records,
      'FoundVersion.version': versions,
      'ReplicaPage.nextToken': cursors,
    }),
    decode: replicaResponse,
    refusals: ['PROTOCOL', 'INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'sync-request',
    inputs: messagesOf('SyncRequest', {
      ...records,
      'CompareRoots.partitions': fc.array(fc.nat(PARTITIONS - 1), { maxLength: 1 }),
      'CompareRoots.sums': fc.constantFrom([], [1, 2]),
      'CompareNodes.nodes': fc.array(fc.nat(9), { maxLength: 1 }),
      'CompareNodes.sums': fc.constantFrom([], [1, 2]),
      'CompareLeaves.leaves': fc.array(fc.nat(9), { maxLength: 2 }),
      'CompareLeaves.versions': fc
        .nat(3)
        .chain((count) => fc.uint8Array({ minLength: 22 * count, maxLength: 22 * count })),
    }),
    decode: syncRequest,
    refusals: ['PROTOCOL', 'INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'sync-response',
    inputs: messagesOf('SyncResponse', { ...records, 'LeavesCompared.wanted': cursors }),
    decode: syncResponse,
    refusals: ['PROTOCOL', 'INVALID_ARGUMENT'],
  }),
];
