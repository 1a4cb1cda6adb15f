import { ClusterSigner } from '../../src/gossip/cluster-signer.ts';
import type { IntentContent } from '../../src/membership/intent.ts';
import { createIdentity, peerIdOf } from '../../src/transport/libp2p/identity.ts';
import { Signatures } from '../../src/transport/libp2p/signatures.ts';
import { encodeIntentContent, intentFromWire, intentToWire } from '../../src/wire/intent-codec.ts';
import type { WireIntent } from './insider-link.ts';
import { CLUSTER } from './target/open-node.ts';

/** Somebody with a key of its own who writes intents: genuine ones of itself, and others. */
export class Forger {
  readonly identity: Uint8Array;
  readonly id: string;
  readonly #signatures: Signatures;

  constructor(identity = createIdentity()) {
    this.identity = identity;
    this.id = peerIdOf(identity);
    this.#signatures = new Signatures(identity);
  }

  /** An intent signed with this key, whoever it says is its author. Default: this one's own, as good as any. */
  sign(content: Partial<IntentContent> = {}, cluster: string = CLUSTER): WireIntent {
    const whole = { ...intentOf(this.id), ...content };
    return intentToWire(new ClusterSigner(this.#signatures, cluster).sign(whole));
  }
}

/** What an intent says. */
export function contentOf(intent: WireIntent): IntentContent {
  const { bytes: _bytes, signature: _signature, ...content } = intentFromWire(intent);
  return content;
}

/** The intent with other content and the signature that it had. */
export function altered(intent: WireIntent, change: Partial<IntentContent>): WireIntent {
  return { ...intent, content: encodeIntentContent({ ...contentOf(intent), ...change }) };
}

/** An intent that nobody has signed. */
export function unsigned(peer: string, change: Partial<IntentContent> = {}): WireIntent {
  return { content: encodeIntentContent({ ...intentOf(peer), ...change }), signature: new Uint8Array(64) };
}

function intentOf(peer: string): IntentContent {
  return {
    peer,
    status: 'active',
    counter: 1,
    zone: '',
    weight: 100,
    next: undefined,
    seat: '',
    addresses: ['/ip4/127.0.0.1/tcp/1'],
    clientAddress: '',
    complete: new Uint8Array(),
    sinceCounter: 1,
    completeFor: '',
    storageId: '0'.repeat(32),
    run: 1,
    author: peer,
  };
}
