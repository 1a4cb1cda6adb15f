import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { Intent } from '../../src/membership/intent.ts';
import { MAX_COUNTER } from '../../src/membership/member.ts';
import type { Message, MessageBody } from '../../src/membership/message.ts';
import { MAX_WALL_MS } from '../../src/version/version.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { membershipMessageType } from '../../src/wire/membership-codec.ts';
import { intentOf } from '../membership/intent-of.ts';
import { encodeMessage } from './encode-message.ts';

const peers = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'X', '0', '9') });
const sequence = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const wallMs = fc.integer({ min: 0, max: MAX_WALL_MS });
const update = fc.record({
  peer: peers,
  liveness: fc.constantFrom('alive' as const, 'suspect' as const, 'dead' as const),
  incarnation: fc.integer({ min: 0, max: MAX_COUNTER }),
  from: peers,
});
const intent: fc.Arbitrary<Intent> = fc.record({
  peer: peers,
  status: fc.constantFrom('joining', 'active', 'leaving', 'left', 'removed'),
  counter: fc.integer({ min: 1, max: MAX_COUNTER }),
  zone: fc.string({ maxLength: 16 }),
  weight: fc.integer({ min: 1, max: 1000 }),
  addresses: fc.array(fc.string({ maxLength: 60 }), { maxLength: LIMITS.addressesPerMember }),
  clientAddress: fc.string({ maxLength: 60 }),
  complete: fc.uint8Array({ maxLength: 200 }),
});
const body: fc.Arbitrary<MessageBody> = fc.oneof(
  fc.record({ kind: fc.constant('ping' as const), sequence }),
  fc.record({ kind: fc.constant('ack' as const), sequence, wallMs }),
  fc.record({ kind: fc.constant('pingRequest' as const), sequence, target: peers }),
  fc.record({ kind: fc.constant('nack' as const), sequence }),
  fc.record({
    kind: fc.constant('pushPull' as const),
    replyWanted: fc.boolean(),
    members: fc.array(update, { maxLength: 5 }),
    intents: fc.array(intent, { maxLength: 5 }),
    wallMs,
  }),
  fc.constant({ kind: 'gossip' as const }),
);
const message: fc.Arbitrary<Message> = fc.record({
  body,
  updates: fc.array(update, { maxLength: 5 }),
  intents: fc.array(intent, { maxLength: 5 }),
});

type WireMessage = starling.v1.MembershipMessage.$Properties;

function decodeWire(wire: WireMessage): Message {
  return membershipMessageType.decode(starling.v1.MembershipMessage.encode(wire).finish());
}

/** A number that a wire may carry where an enum is expected. */
const anyNumber = (value: number) => value as never;

const goodUpdate = { peer: 'a', liveness: starling.v1.Liveness.LIVENESS_ALIVE, incarnation: 1, from: 'b' };
const goodIntent = {
  peer: 'a',
  status: starling.v1.IntentStatus.INTENT_STATUS_ACTIVE,
  counter: 1,
  weight: 100,
};

/** Each differs from a good message in one thing. */
const hostile: readonly (readonly [string, WireMessage])[] = [
  ['an update without a peer', { updates: [{ ...goodUpdate, peer: '' }] }],
  ['an update without an accuser', { updates: [{ ...goodUpdate, from: '' }] }],
  ['a peer id that is too long', { updates: [{ ...goodUpdate, peer: 'x'.repeat(LIMITS.peerIdBytes + 1) }] }],
  ['an unknown liveness', { updates: [{ ...goodUpdate, liveness: anyNumber(9) }] }],
  ['no liveness', { updates: [{ ...goodUpdate, liveness: anyNumber(0) }] }],
  ['an incarnation beyond belief', { updates: [{ ...goodUpdate, incarnation: MAX_COUNTER + 1 }] }],
  ['too many updates', { updates: Array.from({ length: LIMITS.updatesPerMessage + 1 }, () => goodUpdate) }],
  ['too many intents', { intents: Array.from({ length: LIMITS.updatesPerMessage + 1 }, () => goodIntent) }],
  ['an unknown intent', { intents: [{ ...goodIntent, status: anyNumber(17) }] }],
  ['no intent status', { intents: [{ ...goodIntent, status: anyNumber(0) }] }],
  ['a counter of 0', { intents: [{ ...goodIntent, counter: 0 }] }],
  ['a counter beyond belief', { intents: [{ ...goodIntent, counter: 2 ** 32 - 1 }] }],
  ['a weight of 0', { intents: [{ ...goodIntent, weight: 0 }] }],
  ['a weight of 1001', { intents: [{ ...goodIntent, weight: 1001 }] }],
  ['a zone that is too long', { intents: [{ ...goodIntent, zone: 'é'.repeat(LIMITS.nameBytes / 2 + 1) }] }],
  ['too many addresses', { intents: [{ ...goodIntent, addresses: Array.from({ length: 17 }, () => '/x') }] }],
  ['an address that is too long', { intents: [{ ...goodIntent, addresses: ['x'.repeat(257)] }] }],
  ['a client address that is too long', { intents: [{ ...goodIntent, clientAddress: 'x'.repeat(257) }] }],
  ['a bitmap that is too long', { intents: [{ ...goodIntent, complete: new Uint8Array(8193) }] }],
  ['a wall clock that is no number', { ack: { sequence: 1, wallMs: NaN } }],
  ['a wall clock at infinity', { pushPull: { wallMs: Infinity } }],
  ['a wall clock before the epoch', { pushPull: { wallMs: -1 } }],
  ['a probe of nobody', { pingRequest: { sequence: 1, target: '' } }],
  ['a bad member in an exchange', { pushPull: { members: [{ ...goodUpdate, peer: '' }] } }],
  ['a bad intent in an exchange', { pushPull: { intents: [{ ...goodIntent, weight: 5000 }] } }],
];

describe('the membership codec', () => {
  it('gives back every message as it was', () => {
    fc.assert(
      fc.property(message, (original) => {
        expect(membershipMessageType.decode(encodeMessage(original))).to.deep.equal(original);
      }),
    );
  });

  for (const [what, wire] of hostile) {
    it(`refuses ${what}`, () => {
      expect(() => decodeWire(wire))
        .to.throw(StarlingError)
        .with.property('code', 'PROTOCOL');
    });
  }

  it('accepts the good messages of which those are variations', () => {
    const { updates, intents } = decodeWire({ updates: [goodUpdate], intents: [goodIntent] });
    expect(updates).to.deep.equal([{ peer: 'a', liveness: 'alive', incarnation: 1, from: 'b' }]);
    expect(intents).to.deep.equal([intentOf('a', { addresses: [] })]);
  });

  it('keeps no view of the bytes that it decoded', () => {
    const original = intentOf('a', { complete: Uint8Array.of(1, 2, 3) });
    const bytes = encodeMessage({ body: { kind: 'gossip' }, updates: [], intents: [original] });
    const decoded = membershipMessageType.decode(bytes);
    bytes.fill(0);
    expect(decoded.intents).to.deep.equal([original]);
  });

  it('takes the news from a message whose body only newer peers know', () => {
    expect(decodeWire({ updates: [goodUpdate] }).body).to.deep.equal({ kind: 'gossip' });
  });

  it('never gives anything but a message or an error on garbage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(membershipMessageType.decode(bytes)).to.have.keys('body', 'updates', 'intents');
        } catch (error) {
          expect(error).to.be.instanceOf(Error);
          expect(error).not.to.be.instanceOf(TypeError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
