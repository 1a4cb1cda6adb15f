import type { Random } from '../../../src/base/random.ts';
import type { Instant } from '../../../src/membership/event.ts';
import type { Intent } from '../../../src/membership/intent.ts';
import { Swim } from '../../../src/membership/swim.ts';
import type { SwimOptions } from '../../../src/membership/swim-options.ts';
import { intentOf } from '../../membership/intent-of.ts';
import { toySigner } from '../../membership/toy-signer.ts';

export interface CoreInit {
  readonly peer: string;
  readonly address: string;
  /** Above any that the member had before, both. */
  readonly incarnation: number;
  readonly counter: number;
  /** The others' intents, as far as known from before. */
  readonly known: Iterable<Intent>;
  readonly random: Random;
  readonly options: SwimOptions;
}

/** The bitmap of what a member holds of 1024 partitions, as in a cluster of the default size. */
const BITMAP_BYTES = 128;

/** The only place where the simulator makes a core. */
export function makeCore(init: CoreInit, now: Instant): Swim {
  const { peer, address, incarnation, counter, known, random, options } = init;
  const ownIntent = writeIntent(peer, counter, address);
  return new Swim({ ownIntent, incarnation, intents: known, signer: toySigner, random, options }, now);
}

/** What the member says of itself; of the size that it has in a real cluster. */
export function writeIntent(peer: string, counter: number, address: string): Intent {
  const complete = new Uint8Array(BITMAP_BYTES).fill(0xa5);
  const clientAddress = clientAddressOf(address);
  return intentOf(peer, { counter, run: counter, addresses: [address], complete, clientAddress });
}

/** Where the author of the intent can be reached. */
export function addressIn(intent: Intent): string | undefined {
  return intent.addresses[0];
}

function clientAddressOf(multiaddr: string): string {
  return `${multiaddr.split('/')[2]}:7400`;
}
