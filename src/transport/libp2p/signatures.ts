import './with-resolvers.ts';
import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { peerIdFromString } from '@libp2p/peer-id';
import { LIMITS } from '../../base/limits.ts';
import { privateKeyOf } from './identity.ts';

/**
 * Ed25519 signatures under libp2p identities: the peer id of such a key contains the public key, so that
 * whoever knows the id can check. Synchronous, which libp2p's own are not: 0.2 ms each (measured).
 */
export class Signatures {
  readonly #privateKey: KeyObject;
  /** Making a key object costs as much as a check. */
  readonly #publicKeys = new Map<string, KeyObject>();

  /** @throws StarlingError CONFIGURATION where the bytes are no identity */
  constructor(identity: Uint8Array) {
    const { raw } = privateKeyOf(identity);
    const [d, x] = [raw.subarray(0, 32), raw.subarray(32)].map((part) =>
      Buffer.from(part).toString('base64url'),
    ) as [string, string];
    this.#privateKey = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
  }

  sign(message: Uint8Array): Uint8Array {
    return new Uint8Array(sign(null, message, this.#privateKey));
  }

  /** False where the id is none, or not of an Ed25519 key. */
  isSignedBy(peer: string, message: Uint8Array, signature: Uint8Array): boolean {
    const key = this.#publicKeyOf(peer);
    return key !== undefined && verify(null, message, key, signature);
  }

  #publicKeyOf(peer: string): KeyObject | undefined {
    const known = this.#publicKeys.get(peer);
    if (known !== undefined) return known;
    const key = publicKeyIn(peer);
    if (key === undefined) return undefined;
    if (this.#publicKeys.size >= LIMITS.members) this.#publicKeys.clear();
    this.#publicKeys.set(peer, key);
    return key;
  }
}

function publicKeyIn(peer: string): KeyObject | undefined {
  try {
    const id = peerIdFromString(peer);
    // One key has several ids as text; a member has one.
    if (id.type !== 'Ed25519' || id.toString() !== peer) return undefined;
    const x = Buffer.from(id.publicKey.raw).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    // Whatever is wrong with it, it is nobody's id.
    return undefined;
  }
}
