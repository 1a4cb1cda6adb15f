import type { StarlingError } from '../base/errors.ts';
import type { IntentStatus } from '../membership/intent.ts';

/** What it takes to tell. */
export interface ReadyNode {
  readonly self: string;
  readonly isStopping: boolean;
  readonly gossip: {
    intents(): readonly { readonly peer: string; readonly status: IntentStatus }[];
  };
  readonly custody: {
    readonly view: { readonly width: number };
    incomplete(): readonly number[];
  };
}

/**
 * Why a node should be sent no requests just now, in a sentence; undefined where it should. It says nothing of the others: where
 * they are down, sending clients elsewhere doesn't help.
 * @param writeRefusal why its store takes no writes
 */
export function unreadinessOf(
  { self, gossip, custody, isStopping }: ReadyNode,
  writeRefusal: StarlingError | undefined,
): string | undefined {
  const status = gossip.intents().find(({ peer }) => peer === self)?.status;
  if (status !== 'active') return sentenceOf(status, custody.incomplete().length);
  if (isStopping) return 'this peer is stopping';
  // What it learned of the members is on disk before it acts by it.
  if (custody.view.width === 0) return 'this peer has yet to work out who owns what';
  return writeRefusal && `the store takes no writes: ${writeRefusal.message}`;
}

function sentenceOf(status: Exclude<IntentStatus, 'active'> | undefined, incomplete: number): string {
  switch (status) {
    case undefined:
      return 'this peer has yet to start';
    case 'joining':
      return incomplete === 0
        ? 'this peer is joining the cluster'
        : `this peer is joining the cluster and has yet to copy ${incomplete} partitions`;
    case 'leaving':
      return 'this peer is leaving the cluster for good';
    case 'left':
      return 'this peer has left the cluster for good';
    case 'removing':
    case 'removed':
      return 'this peer was removed from the cluster';
  }
}
