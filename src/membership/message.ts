import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';

/** What a message is for. `sequence` ties an answer to its question; it is unique per asking node. */
export type MessageBody =
  | { readonly kind: 'ping'; readonly sequence: number }
  /** `wallMs`: the clock of the member that was probed. */
  | { readonly kind: 'ack'; readonly sequence: number; readonly wallMs: number }
  | { readonly kind: 'pingRequest'; readonly sequence: number; readonly target: string }
  | { readonly kind: 'nack'; readonly sequence: number }
  | PushPull
  /** Nothing but the news. */
  | { readonly kind: 'gossip' };

/** Everything the sender knows, or one page of it; answered in kind where `replyWanted`. */
export interface PushPull {
  readonly kind: 'pushPull';
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
