import { createHash } from 'node:crypto';
import type { IntentContent } from '../../src/membership/intent.ts';
import type { IntentSigner } from '../../src/membership/intent-signer.ts';
import { encodeIntentContent } from '../../src/wire/intent-codec.ts';

/** Signatures that anybody could make, and that cost next to nothing: for cores among which nobody forges by accident. */
export const toySigner: IntentSigner = {
  sign(content: IntentContent) {
    const bytes = encodeIntentContent(content);
    return { ...content, bytes, signature: signatureOf(content.author, bytes) };
  },
  isGenuine({ author, bytes, signature }) {
    return Buffer.compare(signatureOf(author, bytes), signature) === 0;
  },
};

function signatureOf(author: string, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha512').update(`${author}\n`).update(bytes).digest());
}
