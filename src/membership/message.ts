import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';

/** What a message is for. `sequence` ties an answer to its question; it is unique per asking node. */
export type MessageBody =
  | { readonly kind: 'ping'; readonly sequence: number }
  /** `wallMs`: the clock of the member that was probed. */
  | { readonly kind: 'ack'; readonly sequence: number; readonly wallMs: number }
  | { readonly kind: 'pingRequest'; readonly sequence: number; readonly target: string }
  | { readonly kind: 'nack'; readonly sequence: number }
  | Digest
  | Entries
  /** Nothing but the news. */
  | { readonly kind: 'gossip' };

/** Push-pull begins: what the sender knows, in short (digest.ts). Answered with entries. */
export interface Digest {
  readonly kind: 'digest';
  /** One a part; a power of two of them, at most `LIMITS.digestParts`. */
  readonly sums: readonly number[];
  /** The sender's clock. */
  readonly wallMs: number;
}

/** Everything that the sender knows of the members in these parts, or in some of the differing ones. */
export interface Entries {
  readonly kind: 'entries';
  readonly partCount: number;
  /** Ascending, each below `partCount`; none where nothing differs. */
  readonly parts: readonly number[];
  /** Whether the receiver should tell what it knows otherwise of the members in these parts. */
  readonly replyWanted: boolean;
  readonly members: readonly LivenessUpdate[];
  readonly intents: readonly Intent[];
  /** The sender's clock. */
  readonly wallMs: number;
}

/** One message between two members, with the news that rides along (SWIM 4.1). */
export interface Message {
  readonly body: MessageBody;
  readonly updates: readonly LivenessUpdate[];
  readonly intents: readonly Intent[];
}
