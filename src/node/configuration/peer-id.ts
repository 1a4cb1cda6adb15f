/**
 * A peer id as people write it: base58 of 0x00 0x24 (an identity multihash of 36 bytes), 0x08 0x01 (a protobuf with the type
 * Ed25519), 0x12 0x20 (and with 32 bytes), and the public key. The library that knows all kinds takes a quarter of a
 * second to load, and peers have this kind alone.
 */
const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LENGTH = 52;
const KEY_BITS = 256n;
const BEFORE_THE_KEY = 0x2408011220n;

/** Whether a peer may have this id. */
export function isPeerId(text: string): boolean {
  // Base58 writes a leading 0x00 as a `1`.
  if (text.length !== LENGTH || !text.startsWith('1')) return false;
  let value = 0n;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) return false;
    value = value * 58n + BigInt(digit);
  }
  return value >> KEY_BITS === BEFORE_THE_KEY;
}
