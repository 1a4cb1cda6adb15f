import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { IDENTITY } from '../layout.ts';
import type { Findings } from './findings.ts';

/** libp2p's protobuf of an Ed25519 key: type 1, then 64 bytes, the private half and the public one. */
const PROTOBUF = Uint8Array.of(0x08, 0x01, 0x12, 0x40);
const HALF_BYTES = 32;
/** What stands before the private half in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Checks that there is an identity, and that its two halves belong together: it has no checksum, but that is as good. */
export async function checkIdentity(disk: Disk, findings: Findings): Promise<void> {
  let key: Uint8Array | undefined;
  try {
    key = await disk.readFile(IDENTITY);
  } catch (error) {
    findings.problems.add(IDENTITY, 0, toStarlingError(error).message);
    return;
  }
  if (key === undefined) {
    findings.problems.add(IDENTITY, undefined, 'it is missing: what starts from here is another peer');
  } else if (!isIdentity(key)) {
    findings.problems.add(IDENTITY, 0, 'it is damaged: what starts from here is another peer, or none');
  }
}

function isIdentity(key: Uint8Array): boolean {
  if (key.length !== PROTOBUF.length + 2 * HALF_BYTES) return false;
  if (PROTOBUF.some((byte, at) => key[at] !== byte)) return false;
  const privateHalf = key.subarray(PROTOBUF.length, PROTOBUF.length + HALF_BYTES);
  const pkcs8 = Buffer.concat([PKCS8, privateHalf]);
  const publicKey = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
  const { x } = publicKey.export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url').equals(key.subarray(PROTOBUF.length + HALF_BYTES));
}
