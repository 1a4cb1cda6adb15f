/**
 * Keys made of the cluster's secrets. There is one secret, or two while it is being changed: then everything
 * that proves membership is made under each and taken under either, so that peers understand each other as long
 * as they have one secret in common:
 *
 *            old     new, old    new
 *   old      yes     yes         no
 *   new, old yes     yes         yes
 *   new      no      yes         yes
 *
 * A rolling restart to the middle column and a second one to the right change the secret of a cluster that runs.
 * The old one opens the door until the second restart is complete.
 */
import { hkdfSync, timingSafeEqual } from 'node:crypto';

/** Secrets that are valid at a time, and so proofs in a handshake and seals on a message. */
export const MOST_SECRETS = 2;

const KEY_BYTES = 32;

/**
 * A key of each secret for one purpose: HKDF-SHA256(secret, no salt, info `purpose`, 32 bytes). A cluster without
 * a secret uses the empty one.
 */
export function keysFor(purpose: string, secrets: readonly string[]): Uint8Array[] {
  return secrets.map((secret) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, KEY_BYTES)));
}

/** Whether one of the codes is the expected one. How long that takes doesn't tell where another one differs. */
export function isAmong(expected: Uint8Array, codes: readonly Uint8Array[]): boolean {
  return codes.some((code) => expected.length === code.length && timingSafeEqual(expected, code));
}
