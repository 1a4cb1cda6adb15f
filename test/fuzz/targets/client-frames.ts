import fc from 'fast-check';
import { encodeVersion } from '../../../src/version/version.ts';
import { clientReplyFromWire } from '../../../src/wire/client-reply.ts';
import {
  type AuthenticationRequest,
  type ClientRequest,
  authenticationToWire,
  clientRequestFromWire,
  clientRequestToWire,
} from '../../../src/wire/client-request.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { traceToWire } from '../../../src/wire/traceparent.ts';
import { messagesOf } from '../message-arbitrary.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';

const versions = fc.uint8Array({ minLength: 14, maxLength: 14 });
const cursors = fc.uint8Array({ minLength: 8, maxLength: 8 });
const noBytes = fc.constant(new Uint8Array());
const traceparents = fc
  .constantFrom(
    '',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
  )
  .map((text) => Buffer.from(text));

/** What clients send to peers, and what peers answer. */
export const CLIENT_FRAMES: readonly FuzzTarget[] = [
  fuzzTarget<ClientRequest | AuthenticationRequest>({
    name: 'client-request',
    inputs: messagesOf('ClientRequest', {
      'ClientRequest.session': fc.oneof(noBytes, versions),
      'ClientRequest.traceparent': traceparents,
      'Scan.cursor': fc.oneof(noBytes, cursors),
    }),
    decode(bytes) {
      const request = clientRequestFromWire(bytes);
      if ('refusal' in request) throw request.refusal;
      return request;
    },
    encode(request) {
      if ('credentials' in request) {
        const { id, credentials } = request;
        return starling.v1.ClientRequest.encode(authenticationToWire(id, credentials)).finish();
      }
      const { id, timeoutMs, session, trace, operation } = request;
      const wire = clientRequestToWire(id, timeoutMs, session && encodeVersion(session), operation);
      if (trace !== undefined) wire.traceparent = traceToWire(trace);
      return starling.v1.ClientRequest.encode(wire).finish();
    },
    refusals: ['PROTOCOL', 'INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'client-reply',
    inputs: messagesOf('ClientResponse', {
      'ScanPage.next': fc.oneof(noBytes, cursors),
      'Topology.partitions': fc.constantFrom(1, 2, 4),
      'Topology.width': fc.constantFrom(0, 1),
      'Topology.owners': fc.array(fc.nat(2), { minLength: 0, maxLength: 4 }),
      'RecordState.version': versions,
      'KeptHint.version': versions,
    }),
    decode: clientReplyFromWire,
    refusals: ['PROTOCOL'],
  }),
];
