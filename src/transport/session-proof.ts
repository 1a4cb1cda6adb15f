/**
 * The proof by which members, who share the cluster's secret, come in through each other's client ports where others need a token:
 *
 *   key   = HKDF-SHA256(secret, no salt, info "starling session 1", 32 bytes)
 *   proof = HMAC-SHA256(key, fields), each field as its length (4 bytes, big-endian) and its bytes:
 *           cluster id, expiry in ms since the Unix epoch in decimal
 *
 * Made anew for each connection, and soon out of date: who reads it on the way, where that is without TLS, has little time to use it.
 */
import { proofCode } from './proof-code.ts';
import { isAmong, keysFor } from './secret-keys.ts';

const PURPOSE = 'starling session 1';

export interface ProvenSession {
  readonly clusterId: string;
  readonly expiresMs: number;
}

/** @param secret the cluster's */
export function proveSession(secret: string, session: ProvenSession): Uint8Array {
  return proofUnder(keysFor(PURPOSE, [secret])[0]!, session);
}

/** Whether the proof was made with one of the cluster's secrets. */
export function isSessionProven(
  secrets: readonly string[],
  session: ProvenSession,
  proof: Uint8Array,
): boolean {
  return keysFor(PURPOSE, secrets).some((key) => isAmong(proofUnder(key, session), [proof]));
}

function proofUnder(key: Uint8Array, { clusterId, expiresMs }: ProvenSession): Uint8Array {
  return proofCode(key, [clusterId, String(expiresMs)]);
}
