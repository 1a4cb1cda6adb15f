import type { Credentials } from '../access/access.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { starling } from './gen/messages.js';

type Wire = starling.v1.Authenticate.$Properties;

/** @throws StarlingError INVALID_ARGUMENT where nothing is shown, or what is too long to be a token */
export function credentialsFromWire({ token, secretProof }: Wire): Credentials {
  if (secretProof) {
    const { expiresMs, proof } = secretProof;
    return { kind: 'secret', expiresMs: expiresMs ?? 0, proof: Uint8Array.from(proof ?? []) };
  }
  if (typeof token !== 'string') {
    throw new StarlingError('INVALID_ARGUMENT', 'a client that says who it is shows a token; there is none');
  }
  if (Buffer.byteLength(token) > LIMITS.tokenBytes) {
    throw new StarlingError('INVALID_ARGUMENT', `a token has at most ${LIMITS.tokenBytes} bytes`);
  }
  return { kind: 'token', token };
}

export function credentialsToWire(credentials: Credentials): Wire {
  if (credentials.kind === 'token') return { token: credentials.token };
  const { expiresMs, proof } = credentials;
  return { secretProof: { expiresMs, proof } };
}
