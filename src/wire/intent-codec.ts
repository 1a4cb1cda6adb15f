import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Intent, IntentContent, IntentStatus } from '../membership/intent.ts';
import { MAX_COUNTER } from '../membership/member.ts';
import { MAX_WEIGHT } from '../ring/ring-member.ts';
import { starling } from './gen/messages.js';

type WireSignedIntent = starling.v1.SignedIntent.$Properties;

const { IntentStatus: Wire } = starling.v1;

const STATUS_TO_WIRE: Readonly<Record<IntentStatus, starling.v1.IntentStatus>> = {
  joining: Wire.INTENT_STATUS_JOINING,
  active: Wire.INTENT_STATUS_ACTIVE,
  leaving: Wire.INTENT_STATUS_LEAVING,
  left: Wire.INTENT_STATUS_LEFT,
  removing: Wire.INTENT_STATUS_REMOVING,
  removed: Wire.INTENT_STATUS_REMOVED,
};

const STATUS_FROM_WIRE = new Map<number, IntentStatus>(
  (Object.entries(STATUS_TO_WIRE) as [IntentStatus, number][]).map(([status, number]) => [number, status]),
);

/** What an intent's author signs, apart from the cluster: see SignedIntent in membership.proto. */
export function encodeIntentContent(content: IntentContent): Uint8Array {
  const { author, next, ...rest } = content;
  return starling.v1.Intent.encode({
    ...rest,
    status: STATUS_TO_WIRE[content.status],
    addresses: [...content.addresses],
    author: author === content.peer ? '' : author,
    nextWeight: next?.weight ?? 0,
    nextZone: next?.zone ?? '',
  }).finish();
}

/** As its author signed it, whoever passes it on. */
export function intentToWire({ bytes, signature }: Intent): WireSignedIntent {
  return { content: bytes, signature };
}

/**
 * Validates every field, but not the signature; the result shares no memory with the message.
 * @throws StarlingError PROTOCOL
 */
export function intentFromWire(wire: WireSignedIntent): Intent {
  const content = wire.content ?? new Uint8Array();
  const signature = wire.signature ?? new Uint8Array();
  if (content.length > LIMITS.intentBytes) {
    throw refusal(`an intent of ${content.length} bytes, more than ${LIMITS.intentBytes}`);
  }
  if (signature.length !== LIMITS.signatureBytes) {
    throw refusal(`an intent with a signature of ${signature.length} bytes, not ${LIMITS.signatureBytes}`);
  }
  return {
    ...contentFromWire(decodeContent(content)),
    bytes: Uint8Array.from(content),
    signature: Uint8Array.from(signature),
  };
}

function decodeContent(content: Uint8Array): starling.v1.Intent.$Properties {
  try {
    return starling.v1.Intent.decode(content);
  } catch (error) {
    throw refusal(`an intent whose content is no message: ${toStarlingError(error).message}`, error);
  }
}

function contentFromWire(wire: starling.v1.Intent.$Properties): IntentContent {
  const addresses = wire.addresses ?? [];
  if (addresses.length > LIMITS.addressesPerMember) {
    throw refusal(`an intent with ${addresses.length} addresses, more than ${LIMITS.addressesPerMember}`);
  }
  const complete = wire.complete ?? new Uint8Array();
  if (complete.length > LIMITS.bitmapBytes) {
    throw refusal(`an intent with a bitmap of ${complete.length} bytes, more than ${LIMITS.bitmapBytes}`);
  }
  const status = STATUS_FROM_WIRE.get(wire.status ?? 0);
  if (status === undefined) throw refusal(`an intent of unknown status ${wire.status ?? 0}`);
  const peer = peerFromWire(wire.peer);
  return {
    peer,
    status,
    counter: integerFromWire(wire.counter, 'counter', 1, MAX_COUNTER),
    sinceCounter: integerFromWire(wire.sinceCounter, 'counter of its last change', 0, MAX_COUNTER),
    zone: textFromWire(wire.zone, 'zone', LIMITS.nameBytes),
    weight: integerFromWire(wire.weight, 'weight', 1, MAX_WEIGHT),
    next: nextFromWire(wire),
    seat: wire.seat ? peerFromWire(wire.seat) : '',
    addresses: addresses.map((address) => textFromWire(address, 'address', LIMITS.addressBytes)),
    clientAddress: textFromWire(wire.clientAddress, 'client address', LIMITS.addressBytes),
    complete: Uint8Array.from(complete),
    completeFor: textFromWire(wire.completeFor, 'id of a change', LIMITS.nameBytes),
    storageId: textFromWire(wire.storageId, 'storage id', LIMITS.nameBytes),
    run: wire.run ?? 0,
    author: wire.author ? peerFromWire(wire.author) : peer,
  };
}

function nextFromWire({ nextWeight, nextZone }: starling.v1.Intent.$Properties): IntentContent['next'] {
  if (!nextWeight) return undefined;
  return {
    weight: integerFromWire(nextWeight, 'next weight', 1, MAX_WEIGHT),
    zone: textFromWire(nextZone, 'next zone', LIMITS.nameBytes),
  };
}

/** @throws StarlingError PROTOCOL where the list is longer than `limit` or one of its intents is invalid. */
export function intentsFromWire(
  wire: readonly WireSignedIntent[] | null | undefined,
  limit: number,
): Intent[] {
  if (wire && wire.length > limit) throw refusal(`${wire.length} intents in one message, more than ${limit}`);
  return (wire ?? []).map(intentFromWire);
}

/** @throws StarlingError PROTOCOL where it is empty or too long. */
export function peerFromWire(peer: string | null | undefined): string {
  if (!peer) throw refusal('a peer id is empty');
  return textFromWire(peer, 'peer id', LIMITS.peerIdBytes);
}

/** @throws StarlingError PROTOCOL outside of `least..most`. */
export function integerFromWire(
  value: number | null | undefined,
  what: string,
  least: number,
  most: number,
): number {
  const number = value ?? 0;
  if (number >= least && number <= most) return number;
  throw refusal(`the ${what} is ${number}, not between ${least} and ${most}`);
}

function textFromWire(text: string | null | undefined, what: string, limitBytes: number): string {
  const bytes = Buffer.byteLength(text ?? '');
  if (bytes > limitBytes) throw refusal(`the ${what} has ${bytes} bytes, more than ${limitBytes}`);
  return text ?? '';
}

function refusal(why: string, cause?: unknown): StarlingError {
  return new StarlingError('PROTOCOL', `a membership message was refused: ${why}`, {}, cause);
}
