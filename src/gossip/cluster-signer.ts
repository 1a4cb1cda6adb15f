import type { Network } from '../base/network.ts';
import type { Intent, IntentContent } from '../membership/intent.ts';
import type { IntentSigner } from '../membership/intent-signer.ts';
import { encodeIntentContent } from '../wire/intent-codec.ts';

const LABEL = Buffer.from('starling intent 1');

/**
 * Signs intents with this node's identity, for one cluster: what is signed is (SignedIntent in membership.proto)
 *
 *     "starling intent 1", length of the cluster's name (4 bytes, big-endian), the name, the content
 */
export class ClusterSigner implements IntentSigner {
  readonly #network: Pick<Network, 'sign' | 'isSignedBy'>;
  readonly #prefix: Buffer;

  constructor(network: Pick<Network, 'sign' | 'isSignedBy'>, cluster: string) {
    const name = Buffer.from(cluster);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(name.length);
    this.#network = network;
    this.#prefix = Buffer.concat([LABEL, length, name]);
  }

  sign(content: IntentContent): Intent {
    const bytes = encodeIntentContent(content);
    return { ...content, bytes, signature: this.#network.sign(this.#signedPart(bytes)) };
  }

  isGenuine({ author, bytes, signature }: Intent): boolean {
    return this.#network.isSignedBy(author, this.#signedPart(bytes), signature);
  }

  #signedPart(bytes: Uint8Array): Uint8Array {
    return Buffer.concat([this.#prefix, bytes]);
  }
}
