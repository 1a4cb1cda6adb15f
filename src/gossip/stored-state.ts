import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Intent } from '../membership/intent.ts';
import { MAX_COUNTER } from '../membership/member.ts';
import type { Swim } from '../membership/swim.ts';
import { starling } from '../wire/gen/messages.js';
import { intentFromWire, intentToWire } from '../wire/intent-codec.ts';

/** What a node must remember of its membership to come back as the same member without bootstrap addresses. */
export interface GossipState {
  /** The highest that this node has used. */
  readonly incarnation: number;
  /** Whether it has ever been a member: founded, or told everything by one. */
  readonly isMember: boolean;
  readonly ownIntent: Intent;
  /** The others': the address book. */
  readonly intents: readonly Intent[];
}

/** Where that is kept: one small durable file, as JSON. */
export interface GossipStore {
  /** Undefined where nothing was ever saved. */
  load(): Promise<unknown>;
  /** Replaces the former state, durably and as a whole. */
  save(state: StoredState): Promise<void>;
}

/** The state as JSON; intents are `starling.v1.SignedIntent` in base64. */
export interface StoredState {
  readonly format: 2;
  readonly incarnation: number;
  readonly isMember: boolean;
  readonly ownIntent: string;
  readonly intents: readonly string[];
}

/** @param incarnation the highest that the node has used */
export function stateOf(core: Swim, incarnation: number, isMember: boolean): GossipState {
  const { ownIntent } = core;
  const intents = [...core.intents()].filter(({ peer }) => peer !== ownIntent.peer);
  return { incarnation, isMember, ownIntent, intents };
}

export function encodeState(state: GossipState): StoredState {
  const { incarnation, isMember, ownIntent, intents } = state;
  return {
    format: 2,
    incarnation,
    isMember,
    ownIntent: encodeIntent(ownIntent),
    intents: intents.map(encodeIntent),
  };
}

/**
 * @param stored what `GossipStore.load` gave
 * @throws StarlingError CONFIGURATION where it is no such state: better to stop than to appear as somebody new
 */
export function decodeState(stored: unknown): GossipState | undefined {
  if (stored === undefined) return undefined;
  if (!isStoredState(stored)) throw unreadable('it has not the expected fields');
  try {
    return {
      incarnation: stored.incarnation,
      isMember: stored.isMember,
      ownIntent: decodeIntent(stored.ownIntent),
      intents: stored.intents.map(decodeIntent),
    };
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error), error);
  }
}

function isStoredState(stored: unknown): stored is StoredState {
  const { format, incarnation, isMember, ownIntent, intents } = (stored ?? {}) as Partial<
    Record<keyof StoredState, unknown>
  >;
  return (
    format === 2 &&
    typeof incarnation === 'number' &&
    Number.isInteger(incarnation) &&
    incarnation >= 0 &&
    incarnation < MAX_COUNTER &&
    typeof isMember === 'boolean' &&
    typeof ownIntent === 'string' &&
    Array.isArray(intents) &&
    intents.length <= LIMITS.members &&
    intents.every((intent) => typeof intent === 'string')
  );
}

function encodeIntent(intent: Intent): string {
  return Buffer.from(starling.v1.SignedIntent.encode(intentToWire(intent)).finish()).toString('base64');
}

function decodeIntent(base64: string): Intent {
  return intentFromWire(starling.v1.SignedIntent.decode(Buffer.from(base64, 'base64')));
}

function unreadable(why: string, cause?: unknown): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    `the saved membership of this data directory can't be read: ${why}; ` +
      'remove the file to join anew through a bootstrap address (the data is kept)',
    {},
    cause,
  );
}
