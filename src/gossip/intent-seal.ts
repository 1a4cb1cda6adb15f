/**
 * Intents on the topic may come through anybody, so each message is sealed:
 *
 *   key  = HKDF-SHA256(secret, no salt, info "starling intents 1", 32 bytes)
 *   seal = HMAC-SHA256(key, length of the cluster's name (4 bytes, big-endian), name, content)
 *
 * `content` is an IntentList. A message that is played again is harmless: intents are merged by counter.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Intent } from '../membership/intent.ts';
import { starling } from '../wire/gen/messages.js';
import { intentToWire, intentsFromWire } from '../wire/intent-codec.ts';

const KEY_BYTES = 32;
const KEY_LABEL = 'starling intents 1';

/** Seals and opens what one cluster says on its topic. */
export class IntentSeal {
  readonly #cluster: Buffer;
  readonly #key: Uint8Array;

  /** @param secret the cluster's; empty where it has none */
  constructor(cluster: string, secret: string) {
    this.#cluster = Buffer.from(cluster);
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', KEY_LABEL, KEY_BYTES));
  }

  /** At most `LIMITS.updatesPerMessage` intents. */
  seal(intents: readonly Intent[]): Uint8Array {
    const content = starling.v1.IntentList.encode({ intents: intents.map(intentToWire) }).finish();
    return starling.v1.SealedIntents.encode({ seal: this.#sealOf(content), content }).finish();
  }

  /**
   * Checks the seal before anything else is looked at.
   * @throws StarlingError FORBIDDEN where the seal is wrong, PROTOCOL where the content is.
   */
  open(message: Uint8Array): Intent[] {
    const { seal, content } = decode(() => starling.v1.SealedIntents.decode(message));
    const expected = this.#sealOf(content);
    if (seal.length !== expected.length || !timingSafeEqual(seal, expected)) {
      throw new StarlingError('FORBIDDEN', 'intents on the topic were not sealed with this cluster’s secret');
    }
    const list = decode(() => starling.v1.IntentList.decode(content));
    return intentsFromWire(list.intents, LIMITS.updatesPerMessage);
  }

  #sealOf(content: Uint8Array): Uint8Array {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(this.#cluster.length);
    return createHmac('sha256', this.#key).update(length).update(this.#cluster).update(content).digest();
  }
}

function decode<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toStarlingError(error, 'PROTOCOL');
  }
}
