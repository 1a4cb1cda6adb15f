/**
 * The proof that one end of a stream knows a secret of the cluster, without saying it.
 *
 *   key   = HKDF-SHA256(secret, no salt, info "starling handshake 1", 32 bytes)
 *   proof = HMAC-SHA256(key, fields), each field as its length (4 bytes, big-endian) and its bytes:
 *           role of the prover ("opener" | "acceptor"), then for the opener and for the acceptor:
 *           peer id, protocol version, cluster, cluster id, replicas, partitions, nonce
 *
 * Numbers are written in decimal, text in UTF-8.
 */
import { createHmac } from 'node:crypto';
import type { Hello } from './hello.ts';
import { keysFor } from './secret-keys.ts';

export type Role = 'opener' | 'acceptor';

/** Both ends of a handshake, as far as the proofs cover them. */
export interface Transcript {
  readonly opener: TranscriptEnd;
  readonly acceptor: TranscriptEnd;
}

interface TranscriptEnd {
  readonly peer: string;
  readonly hello: Hello;
}

/** The keys that proofs are made under, one for each secret. */
export function handshakeKeys(secrets: readonly string[]): Uint8Array[] {
  return keysFor('starling handshake 1', secrets);
}

export function proofOf(key: Uint8Array, prover: Role, transcript: Transcript): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const field of [prover, ...fieldsOf(transcript.opener), ...fieldsOf(transcript.acceptor)]) {
    const bytes = typeof field === 'string' ? Buffer.from(field) : field;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
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
