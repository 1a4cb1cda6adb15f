/**
 * The proof that whoever asks for a change of the membership at a client port knows the cluster's secret:
 *
 *   key   = HKDF-SHA256(secret, no salt, info "starling operator 1", 32 bytes)
 *   proof = HMAC-SHA256(key, fields), each field as its length (4 bytes, big-endian) and its bytes:
 *           cluster id, "remove" or "leave", peer id, "force" or nothing, expiry in ms since the Unix epoch in decimal
 *
 * It says all of what is asked for, so that it can be used for nothing else; played again it asks for what has been done. It
 * ends soon, since an order that is refused today must not be carried out tomorrow.
 */
import { createHmac } from 'node:crypto';
import { isAmong, keysFor } from './secret-keys.ts';

/** For how long whoever gives an order lets it be carried out. */
export const ORDER_VALIDITY_MS = 60_000;

const PURPOSE = 'starling operator 1';

/** An order, as far as its proof covers it. */
export interface ProvenOrder {
  readonly clusterId: string;
  readonly action: 'remove' | 'leave';
  /** Who is to be removed, or to leave. */
  readonly peer: string;
  readonly force: boolean;
  readonly expiresMs: number;
}

/** @param secret the cluster's; empty where it has none */
export function proveOrder(secret: string, order: ProvenOrder): Uint8Array {
  return proofUnder(keysFor(PURPOSE, [secret])[0]!, order);
}

/** Whether the proof was made with one of the cluster's secrets. */
export function isProven(secrets: readonly string[], order: ProvenOrder, proof: Uint8Array): boolean {
  return keysFor(PURPOSE, secrets).some((key) => isAmong(proofUnder(key, order), [proof]));
}

function proofUnder(key: Uint8Array, { clusterId, action, peer, force, expiresMs }: ProvenOrder): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const field of [clusterId, action, peer, force ? 'force' : '', String(expiresMs)]) {
    const bytes = Buffer.from(field);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}
