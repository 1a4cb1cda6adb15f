import { StarlingError } from '../base/errors.ts';
import type { SwimEffect } from '../membership/event.ts';
import type { GossipOptions } from './gossip-options.ts';

/** News that the core would not take. */
export class RefusedNews {
  readonly #on: Pick<GossipOptions, 'events' | 'lane'>;
  #forgeries = 0;

  constructor(options: Pick<GossipOptions, 'events' | 'lane'>) {
    this.#on = options;
  }

  /** How many intents were not signed by whom they are of, so far. */
  get forgeries(): number {
    return this.#forgeries;
  }

  /** Bars a sender of forgeries: whoever passes on an intent has checked it before, so this one made it up. */
  handle({ peer, reason, sender }: Extract<SwimEffect, { kind: 'refused' }>): void {
    const { events, lane } = this.#on;
    if (reason === 'forged') this.#forgeries++;
    events.newsRefused(peer, reason, sender);
    if (reason !== 'forged' || sender === undefined) return;
    lane.bar(sender, new StarlingError('PROTOCOL', `the peer passed on a forged intent of ${peer}`));
  }
}
