import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';

/**
 * All of standard input as one text, as it is: no line end is removed.
 * @throws StarlingError INVALID_ARGUMENT where it is longer than any value may be, or no UTF-8
 */
export async function readText(input: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > LIMITS.valueBytesCeiling) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `standard input has more than ${LIMITS.valueBytesCeiling} bytes, the longest value there can be`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      'standard input is no UTF-8; Starling stores text',
      {},
      error,
    );
  }
}
