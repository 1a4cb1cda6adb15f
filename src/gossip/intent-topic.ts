import { type StarlingError, toStarlingError } from '../base/errors.ts';
import type { Network } from '../base/network.ts';
import type { Intent } from '../membership/intent.ts';
import { IntentSeal } from './intent-seal.ts';

export interface IntentTopicOptions {
  readonly network: Pick<Network, 'publish' | 'subscribe'>;
  readonly cluster: string;
  readonly secret: string;
  readonly onIntents: (intents: readonly Intent[]) => void;
  /** What came wasn't this cluster's, or was damaged; it was dropped. */
  readonly onRefused: (error: StarlingError) => void;
}

/** The cluster's pubsub topic: a changed intent is everywhere at once, where gossip alone takes some rounds. */
export class IntentTopic {
  readonly #options: IntentTopicOptions;
  readonly #seal: IntentSeal;
  readonly #topic: string;

  constructor(options: IntentTopicOptions) {
    this.#options = options;
    this.#seal = new IntentSeal(options.cluster, options.secret);
    this.#topic = `/starling/1/intents/${options.cluster}`;
  }

  /** Hears what others publish from now on. */
  start(): void {
    this.#options.network.subscribe(this.#topic, (message) => this.#handleMessage(message));
  }

  publish(intents: readonly Intent[]): void {
    this.#options.network.publish(this.#topic, this.#seal.seal(intents));
  }

  #handleMessage(message: Uint8Array): void {
    let intents: Intent[];
    try {
      intents = this.#seal.open(message);
    } catch (error) {
      this.#options.onRefused(toStarlingError(error, 'PROTOCOL'));
      return;
    }
    this.#options.onIntents(intents);
  }
}
