/**
 * Intents on the topic may come through anybody, so each message is sealed, under each secret that the sender has:
 *
 *   key  = HKDF-SHA256(secret, no salt, info "starling intents 1", 32 bytes)
 *   seal = HMAC-SHA256(key, name, id, content), the cluster's name and id each after its length (4 bytes, big-endian)
 *
 * `content` is an IntentList. One seal that is right opens it (transport/secret-keys.ts tells why there may be two). A
 * message that is played again is harmless: intents are merged by counter, and those of a cluster that was founded anew
 * under the same name and secret are sealed for another id.
 */
import { createHmac } from 'node:crypto';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Intent } from '../membership/intent.ts';
import { isAmong, keysFor, MOST_SECRETS } from '../transport/secret-keys.ts';
import { starling } from '../wire/gen/messages.js';
import { intentToWire, intentsFromWire } from '../wire/intent-codec.ts';

/** Seals and opens what one cluster says on its topic. */
export class IntentSeal {
  readonly #cluster: string;
  readonly #clusterId: () => string;
  readonly #keys: readonly Uint8Array[];

  /**
   * @param secrets the cluster's, one or two; an empty one where it has none
   * @param clusterId the cluster's; empty before this node has joined one
   */
  constructor(cluster: string, secrets: readonly string[], clusterId: () => string) {
    this.#cluster = cluster;
    this.#clusterId = clusterId;
    this.#keys = keysFor('starling intents 1', secrets);
  }

  /** At most `LIMITS.updatesPerMessage` intents. */
  seal(intents: readonly Intent[]): Uint8Array {
    const content = starling.v1.IntentList.encode({ intents: intents.map(intentToWire) }).finish();
    const seals = this.#keys.map((key) => this.#sealOf(key, content));
    return starling.v1.SealedIntents.encode({ seals, content }).finish();
  }

  /**
   * Checks the seals before anything else is looked at.
   * @throws StarlingError FORBIDDEN where none of them is right, PROTOCOL where there are too many or the content is wrong
   */
  open(message: Uint8Array): Intent[] {
    const { seals, content } = decode(() => starling.v1.SealedIntents.decode(message));
    if (seals.length > MOST_SECRETS) {
      throw new StarlingError(
        'PROTOCOL',
        `intents with ${seals.length} seals; there are at most ${MOST_SECRETS}`,
      );
    }
    if (!this.#keys.some((key) => isAmong(this.#sealOf(key, content), seals))) {
      throw new StarlingError('FORBIDDEN', 'intents on the topic were not sealed with this cluster’s secret');
    }
    const list = decode(() => starling.v1.IntentList.decode(content));
    return intentsFromWire(list.intents, LIMITS.updatesPerMessage);
  }

  #sealOf(key: Uint8Array, content: Uint8Array): Uint8Array {
    const hmac = createHmac('sha256', key);
    for (const field of [this.#cluster, this.#clusterId()]) {
      const bytes = Buffer.from(field);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hmac.update(length).update(bytes);
    }
    return hmac.update(content).digest();
  }
}

function decode<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toStarlingError(error, 'PROTOCOL');
  }
}
