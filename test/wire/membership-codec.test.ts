import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { Intent, IntentStatus } from '../../src/membership/intent.ts';
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
const intent: fc.Arbitrary<Intent> = fc
  .record({
    peer: peers,
    status: fc.constantFrom<IntentStatus>('joining', 'active', 'leaving', 'left', 'removed'),
    counter: fc.integer({ min: 1, max: MAX_COUNTER }),
    zone: fc.string({ maxLength: 16 }),
    weight: fc.integer({ min: 1, max: 1000 }),
    addresses: fc.array(fc.string({ maxLength: 60 }), { maxLength: LIMITS.addressesPerMember }),
    clientAddress: fc.string({ maxLength: 60 }),
    complete: fc.uint8Array({ maxLength: 200 }),
    storageId: fc.string({ maxLength: 16 }),
    run: sequence,
    author: peers,
  })
  .map(({ peer, ...change }) => intentOf(peer, change));
const body: fc.Arbitrary<MessageBody> = fc.oneof(
  fc.record({ kind: fc.constant('ping' as const), sequence }),
  fc.record({ kind: fc.constant('ack' as const), sequence, wallMs }),
  fc.record({ kind: fc.constant('pingRequest' as const), sequence, target: peers }),
  fc.record({ kind: fc.constant('nack' as const), sequence }),
  fc
    .constantFrom(1, 16, LIMITS.digestParts)
    .chain((length) => fc.array(sequence, { minLength: length, maxLength: length }))
    .chain((sums) => fc.record({ kind: fc.constant('digest' as const), sums: fc.constant(sums), wallMs })),
  fc.record({
    kind: fc.constant('entries' as const),
    partCount: fc.constant(16),
    parts: fc.subarray([0, 3, 7, 15]),
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
  sinceCounter: 1,
  peer: 'a',
  status: starling.v1.IntentStatus.INTENT_STATUS_ACTIVE,
  counter: 1,
  weight: 100,
  addresses: ['/memory/a'],
  storageId: 'disk of a',
  run: 1,
};

/** An intent as it travels, differing from a good one in what is said. */
function signed(change: starling.v1.Intent.$Properties = {}): starling.v1.SignedIntent.$Properties {
  const content = starling.v1.Intent.encode({ ...goodIntent, ...change }).finish();
  return { content, signature: intentOf('a').signature };
}

const goodEntries = { partCount: 16, parts: [3], wallMs: 0 };

/** Each differs from a good message in one thing. */
const hostile: readonly (readonly [string, WireMessage])[] = [
  ['an update without a peer', { updates: [{ ...goodUpdate, peer: '' }] }],
  ['an update without an accuser', { updates: [{ ...goodUpdate, from: '' }] }],
  ['a peer id that is too long', { updates: [{ ...goodUpdate, peer: 'x'.repeat(LIMITS.peerIdBytes + 1) }] }],
  ['an unknown liveness', { updates: [{ ...goodUpdate, liveness: anyNumber(9) }] }],
  ['no liveness', { updates: [{ ...goodUpdate, liveness: anyNumber(0) }] }],
  ['an incarnation beyond belief', { updates: [{ ...goodUpdate, incarnation: MAX_COUNTER + 1 }] }],
  ['too many updates', { updates: Array.from({ length: LIMITS.updatesPerMessage + 1 }, () => goodUpdate) }],
  ['too many intents', { intents: Array.from({ length: LIMITS.updatesPerMessage + 1 }, () => signed()) }],
  ['an unknown intent', { intents: [signed({ status: anyNumber(17) })] }],
  ['no intent status', { intents: [signed({ status: anyNumber(0) })] }],
  ['a counter of 0', { intents: [signed({ counter: 0 })] }],
  ['a counter beyond belief', { intents: [signed({ counter: 2 ** 32 - 1 })] }],
  ['a last change beyond belief', { intents: [signed({ sinceCounter: 2 ** 32 - 1 })] }],
  ['a weight of 0', { intents: [signed({ weight: 0 })] }],
  ['a weight of 1001', { intents: [signed({ weight: 1001 })] }],
  ['a zone that is too long', { intents: [signed({ zone: 'é'.repeat(LIMITS.nameBytes / 2 + 1) })] }],
  ['too many addresses', { intents: [signed({ addresses: Array.from({ length: 17 }, () => '/x') })] }],
  ['an address that is too long', { intents: [signed({ addresses: ['x'.repeat(257)] })] }],
  ['a client address that is too long', { intents: [signed({ clientAddress: 'x'.repeat(257) })] }],
  ['a bitmap that is too long', { intents: [signed({ complete: new Uint8Array(8193) })] }],
  ['a wall clock that is no number', { ack: { sequence: 1, wallMs: NaN } }],
  ['a wall clock at infinity', { digest: { sums: [1], wallMs: Infinity } }],
  ['a wall clock before the epoch', { entries: { ...goodEntries, wallMs: -1 } }],
  ['a storage id that is too long', { intents: [signed({ storageId: 'x'.repeat(65) })] }],
  ['an author whose id is too long', { intents: [signed({ author: 'x'.repeat(129) })] }],
  ['an intent without a signature', { intents: [{ content: signed().content ?? null }] }],
  ['a signature that is too long', { intents: [{ ...signed(), signature: new Uint8Array(65) }] }],
  [
    'an intent that is too long',
    { intents: [{ ...signed(), content: new Uint8Array(LIMITS.intentBytes + 1) }] },
  ],
  ['a digest of no parts', { digest: { wallMs: 0 } }],
  ['a digest of three parts', { digest: { sums: [1, 2, 3], wallMs: 0 } }],
  ['a digest of too many parts', { digest: { sums: Array.from({ length: 2048 }, () => 0), wallMs: 0 } }],
  ['entries of no parts', { entries: { ...goodEntries, partCount: 0 } }],
  ['entries of a part that there is not', { entries: { ...goodEntries, parts: [16] } }],
  ['entries of more parts than there are', { entries: { ...goodEntries, partCount: 1, parts: [0, 0] } }],
  ['a probe of nobody', { pingRequest: { sequence: 1, target: '' } }],
  ['a bad member in an exchange', { entries: { ...goodEntries, members: [{ ...goodUpdate, peer: '' }] } }],
  ['a bad intent in an exchange', { entries: { ...goodEntries, intents: [signed({ weight: 5000 })] } }],
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
    const { updates, intents } = decodeWire({ updates: [goodUpdate], intents: [signed()] });
    expect(updates).to.deep.equal([{ peer: 'a', liveness: 'alive', incarnation: 1, from: 'b' }]);
    expect(intents).to.deep.equal([{ ...intentOf('a'), bytes: signed().content }]);
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
