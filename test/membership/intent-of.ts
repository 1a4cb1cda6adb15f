import type { Intent, IntentContent } from '../../src/membership/intent.ts';
import { toySigner } from './toy-signer.ts';

/** An active member's intent, but for what the test says, signed by whoever it says is its author. */
export function intentOf(peer: string, change: Partial<IntentContent> = {}): Intent {
  return toySigner.sign({
    peer,
    status: 'active',
    counter: 1,
    sinceCounter: 1,
    zone: '',
    weight: 100,
    next: undefined,
    seat: '',
    addresses: [`/memory/${peer}`],
    clientAddress: '',
    complete: new Uint8Array(),
    completeFor: '',
    storageId: `disk of ${peer}`,
    run: 1,
    author: peer,
    ...change,
  });
}
