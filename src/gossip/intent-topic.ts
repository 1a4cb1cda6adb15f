import { type StarlingError, toStarlingError } from '../base/errors.ts';
import type { Network } from '../base/network.ts';
import type { Intent } from '../membership/intent.ts';
import { IntentSeal } from './intent-seal.ts';

export interface IntentTopicOptions {
  readonly network: Pick<Network, 'publish' | 'subscribe'>;
  readonly cluster: string;
  /** Empty before this node has joined a cluster. */
  readonly clusterId: () => string;
  /** The cluster's secrets, one or two. */
  readonly secrets: readonly string[];
  /** Gives whether all of them are genuine. */
  readonly onIntents: (intents: readonly Intent[]) => boolean;
  /** What came wasn't this cluster's, or was damaged; it was dropped. */
  readonly onRefused: (error: StarlingError) => void;
}

/** The cluster's pubsub topic, from its making on: a changed intent is everywhere at once, where gossip alone takes some rounds. */
export class IntentTopic {
  readonly #options: IntentTopicOptions;
  readonly #seal: IntentSeal;
  readonly #topic: string;

  constructor(options: IntentTopicOptions) {
    this.#options = options;
    this.#seal = new IntentSeal(options.cluster, options.secrets, options.clusterId);
    this.#topic = `/starling/1/intents/${options.cluster}`;
    options.network.subscribe(this.#topic, (message) => this.#handleMessage(message));
  }

  /** Does nothing before this node has joined a cluster: nobody could tell what cluster it is from. */
  publish(intents: readonly Intent[]): void {
    if (this.#options.clusterId() === '') return;
    this.#options.network.publish(this.#topic, this.#seal.seal(intents));
  }

  /** Whether the message is of this cluster. */
  #handleMessage(message: Uint8Array): boolean {
    let intents: Intent[];
    try {
      intents = this.#seal.open(message);
    } catch (error) {
      this.#options.onRefused(toStarlingError(error, 'PROTOCOL'));
      return false;
    }
    return this.#options.onIntents(intents);
  }
}
