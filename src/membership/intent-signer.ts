import type { Intent, IntentContent } from './intent.ts';

/** Signs and checks intents. The same in, the same out: the core stays pure. */
export interface IntentSigner {
  /** Completes an intent that this node is the author of. */
  sign(content: IntentContent): Intent;
  /** Whether the author that the intent names has signed it, for this cluster. Costs as much as a signature does. */
  isGenuine(intent: Intent): boolean;
}
