import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { starling } from '../wire/gen/messages.js';

/** Long enough that no two are ever equal. */
export const NONCE_BYTES = 32;

/** One end's share of the handshake, as the other end sees it. */
export interface Hello {
  readonly protocolVersion: number;
  readonly cluster: string;
  readonly clusterId: string;
  readonly replicas: number;
  readonly partitions: number;
  readonly nonce: Uint8Array;
}

/** Validates a hello from the wire. @throws StarlingError PROTOCOL */
export function readHello(wire: starling.v1.Hello.$Properties): Hello {
  const hello = {
    protocolVersion: wire.protocolVersion ?? 0,
    cluster: wire.cluster ?? '',
    clusterId: wire.clusterId ?? '',
    replicas: wire.replicas ?? 0,
    partitions: wire.partitions ?? 0,
    // A view of the receive buffer would not outlive this call.
    nonce: Uint8Array.from(wire.nonce ?? []),
  };
  if (hello.nonce.length !== NONCE_BYTES) {
    throw new StarlingError('PROTOCOL', `a nonce of ${hello.nonce.length} bytes; it takes ${NONCE_BYTES}`);
  }
  if (
    Buffer.byteLength(hello.cluster) > LIMITS.nameBytes ||
    Buffer.byteLength(hello.clusterId) > LIMITS.nameBytes
  ) {
    throw new StarlingError('PROTOCOL', `a cluster name or id of more than ${LIMITS.nameBytes} bytes`);
  }
  return hello;
}
