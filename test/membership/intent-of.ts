import type { Intent } from '../../src/membership/intent.ts';

/** An active member's intent, but for what the test says. */
export function intentOf(peer: string, change: Partial<Intent> = {}): Intent {
  return {
    peer,
    status: 'active',
    counter: 1,
    zone: '',
    weight: 100,
    addresses: [`/memory/${peer}`],
    clientAddress: '',
    complete: new Uint8Array(),
    ...change,
  };
}
