/** How the world enters the membership core, and what the core wants done in return. */
import type { Intent, IntentChange } from './intent.ts';
import type { Liveness } from './member.ts';
import type { Message } from './message.ts';

/** The time of an event by both clocks (see the Clock port for what each is for). */
export interface Instant {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

export type SwimEvent =
  /** Once, first: starts probing and asks a few members that are known from before. */
  | { readonly kind: 'start' }
  /** A timer that a `schedule` effect asked for. */
  | { readonly kind: 'timer'; readonly timer: SwimTimer }
  /** From a peer that proved to be of this cluster. */
  | { readonly kind: 'message'; readonly from: string; readonly message: Message }
  /** Intents that were heard on the cluster's topic, through whomever. */
  | { readonly kind: 'intents'; readonly intents: readonly Intent[] }
  /** This node changes its own intent. */
  | { readonly kind: 'ownIntent'; readonly change: IntentChange }
  /** Another member is gone for good, says its operator; others copy what it held from now on. */
  | { readonly kind: 'beginRemoval'; readonly peer: string }
  /** They have. */
  | { readonly kind: 'endRemoval'; readonly peer: string }
  /** Exchange everything with this peer: it answered at a bootstrap address. */
  | { readonly kind: 'join'; readonly peer: string }
  /** The connection to a peer broke: a hint to probe it at once, no verdict. */
  | { readonly kind: 'peerUnreachable'; readonly peer: string }
  /** A stream to the peer is being opened, for which what was sent to it waits. */
  | { readonly kind: 'connecting'; readonly peer: string }
  /** It could not be opened. */
  | { readonly kind: 'connectFailed'; readonly peer: string }
  /** This node's own event loop was late by this much: it blames itself first (Lifeguard IV-A). */
  | { readonly kind: 'eventLoopLag'; readonly lagMs: number }
  /** This node stops on purpose: tells the others, then falls silent. */
  | { readonly kind: 'leave' };

export type SwimEffect =
  | { readonly kind: 'send'; readonly to: string; readonly message: Message }
  /** Hand the timer back as an event after `delayMs`. Timers are never cancelled: a stale one is ignored. */
  | { readonly kind: 'schedule'; readonly timer: SwimTimer; readonly delayMs: number }
  | {
      readonly kind: 'livenessChanged';
      readonly peer: string;
      readonly liveness: Liveness;
      /** Undefined: a member not known before. */
      readonly previous: Liveness | undefined;
      readonly incarnation: number;
    }
  /** These are new or replace older ones; to be persisted as the address book. */
  | { readonly kind: 'intentsChanged'; readonly intents: readonly Intent[] }
  /** This node's own intent changed: spread it on the topic. */
  | { readonly kind: 'publish'; readonly intents: readonly Intent[] }
  /** To be persisted: the next start begins above it. */
  | {
      readonly kind: 'incarnationRaised';
      readonly incarnation: number;
      /** Others took this node for suspect or dead; else it had merely forgotten how high it was. */
      readonly isRefutation: boolean;
    }
  /** A peer told everything it knows. */
  | { readonly kind: 'synchronised'; readonly peer: string }
  | ClockSample
  /** News that was not believed. */
  | {
      readonly kind: 'refused';
      /** Whom it was about. */
      readonly peer: string;
      readonly reason: RefusalReason;
      /** Who told it; undefined where it came by the topic. */
      readonly sender: string | undefined;
    }
  /** A member came back with another storage: what it held is gone. */
  | { readonly kind: 'storageReplaced'; readonly peer: string }
  /** Another process writes under this node's identity: one of the two must stop. */
  | { readonly kind: 'identityShared' };

export type RefusalReason =
  /** More members than this node will remember. */
  | 'tableFull'
  /** A higher incarnation, or counter, than an honest member comes to. */
  | 'counterJump'
  /** The signature isn't its author's, or its author may not write that. */
  | 'forged'
  /** A peer that isn't on the cluster's allow-list. */
  | 'notAllowed'
  /** A removal by somebody who isn't known here; perhaps it will be. */
  | 'unknownAuthor';

/** What a member's clock shows at the time of the event, give or take half the round trip. */
export interface ClockSample {
  readonly kind: 'clockSample';
  readonly peer: string;
  readonly wallMs: number;
  readonly roundTripMs: number;
}

/** Timers are data. `dueMs` (monotonic) shows a late one: a sign that this node itself was asleep. */
export type SwimTimer = TimerPurpose & { readonly dueMs: number };

export type TimerPurpose =
  | { readonly kind: 'probe' }
  | { readonly kind: 'ackTimeout'; readonly sequence: number }
  | { readonly kind: 'probeEnd'; readonly sequence: number }
  | { readonly kind: 'relay'; readonly sequence: number }
  | { readonly kind: 'suspicion'; readonly peer: string }
  | { readonly kind: 'lastCall'; readonly peer: string }
  | { readonly kind: 'refute' }
  | {
      readonly kind: 'reconnect';
      readonly peer: string;
      readonly incarnation: number;
      readonly attempt: number;
    }
  | { readonly kind: 'gossip' }
  | { readonly kind: 'pushPull' };
