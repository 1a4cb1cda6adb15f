import { StarlingError } from '../base/errors.ts';
import type { Timers } from '../base/timers.ts';
import type { Gossip } from '../gossip/gossip.ts';
import type { Passage } from './passage.ts';

export interface DepartureDependencies {
  readonly self: string;
  readonly gossip: Gossip;
  readonly passage: Passage;
  readonly timers: Timers;
  readonly isStopping: () => boolean;
}

/** How often a leaving node looks whether its successors have everything. */
const CHECK_MS = 50;

/**
 * Leaves the cluster for good: the intent is announced at once, and this resolves when the successors hold everything
 * that the node owned.
 * @throws StarlingError STOPPED where it was stopped meanwhile; INVALID_ARGUMENT where it is the last member
 */
export async function leaveCluster(dependencies: DepartureDependencies): Promise<void> {
  const { self, gossip, passage, timers, isStopping } = dependencies;
  const others = gossip.intents().filter(({ peer, status }) => peer !== self && status === 'active');
  if (others.length === 0) {
    throw new StarlingError('INVALID_ARGUMENT', 'this is the last active member: nobody could take its data');
  }
  const hasLeft = () => gossip.intents().some(({ peer, status }) => peer === self && status === 'left');
  gossip.updateOwnIntent({ status: 'leaving' });
  await new Promise<void>((resolve, reject) => {
    const check = () => {
      if (isStopping()) reject(new StarlingError('STOPPED', 'the node was stopped while it was leaving'));
      else if (hasLeft()) resolve();
      else {
        passage.advance();
        timers.after(CHECK_MS, check);
      }
    };
    check();
  });
}
