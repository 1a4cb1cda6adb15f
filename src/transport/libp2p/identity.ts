import './with-resolvers.ts';
import { generateKeyPairSync } from 'node:crypto';
import { privateKeyFromProtobuf, privateKeyFromRaw, privateKeyToProtobuf } from '@libp2p/crypto/keys';
import type { PrivateKey } from '@libp2p/interface';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { StarlingError } from '../../base/errors.ts';

/**
 * A new identity: an Ed25519 private key as libp2p's protobuf. Whoever has these bytes is the peer:
 * keep them in a file that only its owner can read.
 */
export function createIdentity(): Uint8Array {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const raw = Buffer.concat([Buffer.from(d!, 'base64url'), Buffer.from(x!, 'base64url')]);
  return privateKeyToProtobuf(privateKeyFromRaw(raw));
}

/** The peer id, in base58, of an identity. @throws StarlingError CONFIGURATION where the bytes are none. */
export function peerIdOf(identity: Uint8Array): string {
  return peerIdFromPrivateKey(privateKeyOf(identity)).toString();
}

/** @throws StarlingError CONFIGURATION where the bytes are no Ed25519 identity. */
export function privateKeyOf(identity: Uint8Array): PrivateKey {
  let key: PrivateKey;
  try {
    key = privateKeyFromProtobuf(identity);
  } catch (error) {
    throw new StarlingError(
      'CONFIGURATION',
      'the identity is damaged: it is no libp2p private key',
      {},
      error,
    );
  }
  if (key.type !== 'Ed25519') {
    throw new StarlingError('CONFIGURATION', `the identity is a key of type ${key.type}; it must be Ed25519`);
  }
  return key;
}
