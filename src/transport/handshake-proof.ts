/**
 * The proof that one end of a stream knows the cluster's secret, without saying it.
 *
 *   key   = HKDF-SHA256(secret, no salt, info "starling handshake 1", 32 bytes)
 *   proof = HMAC-SHA256(key, fields), each field as its length (4 bytes, big-endian) and its bytes:
 *           role of the prover ("opener" | "acceptor"), then for the opener and for the acceptor:
 *           peer id, protocol version, cluster, cluster id, replicas, partitions, nonce
 *
 * Numbers are written in decimal, text in UTF-8.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Hello } from './hello.ts';

const KEY_BYTES = 32;
const KEY_LABEL = 'starling handshake 1';

/** Both ends of a handshake, as far as the proofs cover them. */
export interface Transcript {
  readonly opener: TranscriptEnd;
  readonly acceptor: TranscriptEnd;
}

interface TranscriptEnd {
  readonly peer: string;
  readonly hello: Hello;
}

/** The key that proofs are made under. A cluster without a secret uses the empty one. */
export function handshakeKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', KEY_LABEL, KEY_BYTES));
}

export function proofOf(key: Uint8Array, prover: 'opener' | 'acceptor', transcript: Transcript): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const field of [prover, ...fieldsOf(transcript.opener), ...fieldsOf(transcript.acceptor)]) {
    const bytes = typeof field === 'string' ? Buffer.from(field) : field;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}

/** Compares in a time that doesn't tell where the difference is. */
export function isSameProof(expected: Uint8Array, given: Uint8Array): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function fieldsOf({ peer, hello }: TranscriptEnd): (string | Uint8Array)[] {
  return [
    peer,
    String(hello.protocolVersion),
    hello.cluster,
    hello.clusterId,
    String(hello.replicas),
    String(hello.partitions),
    hello.nonce,
  ];
}
