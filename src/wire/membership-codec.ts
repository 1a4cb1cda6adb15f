import { unreachable } from '../base/assert.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { type Liveness, type LivenessUpdate, MAX_COUNTER } from '../membership/member.ts';
import type { Digest, Entries, Message, MessageBody } from '../membership/message.ts';
import { MAX_WALL_MS } from '../version/version.ts';
import { starling } from './gen/messages.js';
import { integerFromWire, intentToWire, intentsFromWire, peerFromWire } from './intent-codec.ts';
import type { MessageType } from './message-type.ts';

type WireMessage = starling.v1.MembershipMessage.$Properties;
type WireUpdate = starling.v1.LivenessUpdate.$Properties;

const { Liveness: Wire } = starling.v1;

const LIVENESS_TO_WIRE: Readonly<Record<Liveness, starling.v1.Liveness>> = {
  alive: Wire.LIVENESS_ALIVE,
  suspect: Wire.LIVENESS_SUSPECT,
  dead: Wire.LIVENESS_DEAD,
};

const LIVENESS_FROM_WIRE = new Map<number, Liveness>(
  (Object.entries(LIVENESS_TO_WIRE) as [Liveness, number][]).map(([liveness, number]) => [number, liveness]),
);

/** Membership messages as the lanes carry them: decoding validates every field, so that the core needn't. */
export const membershipMessageType: MessageType<Message> = {
  encode(message, writer) {
    return starling.v1.MembershipMessage.encode(messageToWire(message), writer);
  },
  /** @throws StarlingError PROTOCOL, or the decoder's error */
  decode(bytes) {
    return messageFromWire(starling.v1.MembershipMessage.decode(bytes));
  },
};

function messageToWire({ body, updates, intents }: Message): WireMessage {
  return { ...bodyToWire(body), updates: updates.map(updateToWire), intents: intents.map(intentToWire) };
}

function bodyToWire(body: MessageBody): WireMessage {
  switch (body.kind) {
    case 'ping':
      return { ping: { sequence: body.sequence } };
    case 'ack':
      return { ack: { sequence: body.sequence, wallMs: body.wallMs } };
    case 'pingRequest':
      return { pingRequest: { sequence: body.sequence, target: body.target } };
    case 'nack':
      return { nack: { sequence: body.sequence } };
    case 'digest':
      return { digest: { sums: [...body.sums], wallMs: body.wallMs } };
    case 'entries':
      return { entries: entriesToWire(body) };
    case 'gossip':
      return { gossip: {} };
    default:
      return unreachable(body);
  }
}

function entriesToWire({ members, intents, parts, ...rest }: Entries): starling.v1.Entries.$Properties {
  return {
    ...rest,
    parts: [...parts],
    members: members.map(updateToWire),
    intents: intents.map(intentToWire),
  };
}

function updateToWire({ peer, liveness, incarnation, from }: LivenessUpdate): WireUpdate {
  return { peer, liveness: LIVENESS_TO_WIRE[liveness], incarnation, from };
}

function messageFromWire(wire: WireMessage): Message {
  return {
    body: bodyFromWire(wire),
    updates: updatesFromWire(wire.updates, LIMITS.updatesPerMessage),
    intents: intentsFromWire(wire.intents, LIMITS.updatesPerMessage),
  };
}

function bodyFromWire(wire: WireMessage): MessageBody {
  if (wire.ping) return { kind: 'ping', sequence: wire.ping.sequence ?? 0 };
  if (wire.ack) {
    return { kind: 'ack', sequence: wire.ack.sequence ?? 0, wallMs: wallFromWire(wire.ack.wallMs) };
  }
  if (wire.pingRequest) {
    const { sequence, target } = wire.pingRequest;
    return { kind: 'pingRequest', sequence: sequence ?? 0, target: peerFromWire(target) };
  }
  if (wire.nack) return { kind: 'nack', sequence: wire.nack.sequence ?? 0 };
  if (wire.digest) return digestFromWire(wire.digest);
  if (wire.entries) return entriesFromWire(wire.entries);
  // A body that only newer peers know: the news beside it is still news.
  return { kind: 'gossip' };
}

function digestFromWire(wire: starling.v1.Digest.$Properties): Digest {
  const sums = wire.sums ?? [];
  partCountFromWire(sums.length);
  return { kind: 'digest', sums, wallMs: wallFromWire(wire.wallMs) };
}

function entriesFromWire(wire: starling.v1.Entries.$Properties): Entries {
  const partCount = partCountFromWire(wire.partCount);
  const parts = wire.parts ?? [];
  if (parts.length > partCount || parts.some((part) => part >= partCount)) {
    throw new StarlingError('PROTOCOL', `entries of parts that there are not among ${partCount}`);
  }
  return {
    kind: 'entries',
    partCount,
    parts,
    replyWanted: wire.replyWanted ?? false,
    members: updatesFromWire(wire.members, LIMITS.members),
    intents: intentsFromWire(wire.intents, LIMITS.members),
    wallMs: wallFromWire(wire.wallMs),
  };
}

function partCountFromWire(count: number | null | undefined): number {
  const partCount = integerFromWire(count, 'number of parts', 1, LIMITS.digestParts);
  if (Number.isInteger(Math.log2(partCount))) return partCount;
  throw new StarlingError('PROTOCOL', `members divided into ${partCount} parts, no power of two`);
}

function updatesFromWire(wire: readonly WireUpdate[] | null | undefined, limit: number): LivenessUpdate[] {
  if (wire && wire.length > limit) {
    throw new StarlingError('PROTOCOL', `${wire.length} liveness updates in one message, more than ${limit}`);
  }
  return (wire ?? []).map(updateFromWire);
}

function updateFromWire(wire: WireUpdate): LivenessUpdate {
  const liveness = LIVENESS_FROM_WIRE.get(wire.liveness ?? 0);
  if (liveness === undefined) {
    throw new StarlingError('PROTOCOL', `a liveness update of unknown liveness ${wire.liveness ?? 0}`);
  }
  return {
    peer: peerFromWire(wire.peer),
    liveness,
    incarnation: integerFromWire(wire.incarnation, 'incarnation', 0, MAX_COUNTER),
    from: peerFromWire(wire.from),
  };
}

/** Not a number fails the comparison as well. */
function wallFromWire(wallMs: number | null | undefined): number {
  return integerFromWire(wallMs, 'wall clock', 0, MAX_WALL_MS);
}
