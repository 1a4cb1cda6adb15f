/**
 * The proof that whoever orders something at a client port that others could be harmed by knows the cluster's secret:
 *
 *   key   = HKDF-SHA256(secret, no salt, info "starling operator 1", 32 bytes)
 *   proof = HMAC-SHA256(key, fields), each field as its length (4 bytes, big-endian) and its bytes:
 *           cluster id, action, peer id, detail, expiry in ms since the Unix epoch in decimal
 *
 *   "remove", "leave"   detail: "force" or nothing
 *   "pause repair"      detail: how long, in ms in decimal; 0 ends a pause
 *
 * It says all of what is asked for, so that it can be used for nothing else; played again it asks for what has been done, or, of a pause,
 * for what was wanted a minute ago at most. It ends soon, since an order that is refused today must not be carried out tomorrow.
 */
import { proofCode } from './proof-code.ts';
import { isAmong, keysFor } from './secret-keys.ts';

/** For how long whoever gives an order lets it be carried out. */
export const ORDER_VALIDITY_MS = 60_000;

const PURPOSE = 'starling operator 1';

/** An order, as far as its proof covers it, the cluster aside. */
export type OperatorOrder = {
  /** Who is to be removed, to leave or to pause. */
  readonly peer: string;
  readonly expiresMs: number;
} & (
  | { readonly action: 'remove' | 'leave'; readonly force: boolean }
  | { readonly action: 'pause repair'; readonly pauseMs: number }
);

export type ProvenOrder = OperatorOrder & { readonly clusterId: string };

/** @param secret the cluster's; empty where it has none */
export function proveOrder(secret: string, order: ProvenOrder): Uint8Array {
  return proofUnder(keysFor(PURPOSE, [secret])[0]!, order);
}

/** Whether the proof was made with one of the cluster's secrets. */
export function isProven(secrets: readonly string[], order: ProvenOrder, proof: Uint8Array): boolean {
  return keysFor(PURPOSE, secrets).some((key) => isAmong(proofUnder(key, order), [proof]));
}

function proofUnder(key: Uint8Array, order: ProvenOrder): Uint8Array {
  const { clusterId, action, peer, expiresMs } = order;
  return proofCode(key, [clusterId, action, peer, detailOf(order), String(expiresMs)]);
}

function detailOf(order: OperatorOrder): string {
  if (order.action === 'pause repair') return String(order.pauseMs);
  return order.force ? 'force' : '';
}
