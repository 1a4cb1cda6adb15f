import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 over fields, each as its length (4 bytes, big-endian) and its bytes in UTF-8, so that no two lists of fields have the
 * same code.
 */
export function proofCode(key: Uint8Array, fields: readonly string[]): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const field of fields) {
    const bytes = Buffer.from(field);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}
