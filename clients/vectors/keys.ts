import { keyOf, partitionOfToken } from '../../src/version/key.ts';

/** Of the lengths at which xxHash64 changes its ways (4, 8, 32 bytes), of every script, and at both ends of what is allowed. */
const KEYS = [
  'a',
  'abc',
  'abcd',
  'abcde',
  'abcdefg',
  'abcdefgh',
  'abcdefghi',
  'hello',
  'greeting',
  'user:4711',
  'a key of exactly 31 bytes......',
  'a key of exactly thirty-two byte',
  'a key of exactly 33 bytes, that b',
  'a key of forty bytes, which is 32 and 8.',
  'a key of 45 bytes: 32, then 8, then 4, then 1',
  '\u0000',
  ' ',
  '__proto__',
  'straße/🐦',
  'e\u0301 is not \u00e9',
  '\u00e9 is not e\u0301',
  'ключ',
  '鍵',
  '\u{10ffff}',
  '\ufeffbyte order mark',
  'line\r\nbreak\t"quoted" \\',
  'k'.repeat(63),
  'k'.repeat(64),
  'k'.repeat(1024),
  'é'.repeat(512),
];

const PARTITION_BITS = [0, 1, 4, 6, 10, 16];

/** Keys with their tokens, and their partitions in clusters of several sizes. */
export function keyVectors(): object {
  return {
    about:
      'token: xxHash64 of the key in UTF-8 (utf8: the same in hexadecimal), seed 0, as 16 hexadecimal digits; ' +
      'partitions: by their number Q, the token shifted right by 64 - log2(Q). refused: no keys, an INVALID_ARGUMENT before anything is sent.',
    keys: KEYS.map((text) => {
      const { bytes, tokenHigh, tokenLow } = keyOf(text);
      return {
        key: text,
        utf8: Buffer.from(bytes).toString('hex'),
        token: hex(tokenHigh) + hex(tokenLow),
        partitions: Object.fromEntries(
          PARTITION_BITS.map((bits) => [2 ** bits, partitionOfToken(tokenHigh, bits)]),
        ),
      };
    }),
    refused: ['', 'k'.repeat(1025), 'é'.repeat(513)],
  };
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
