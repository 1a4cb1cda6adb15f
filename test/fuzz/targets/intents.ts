import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { StarlingError } from '../../../src/base/errors.ts';
import { IntentSeal } from '../../../src/gossip/intent-seal.ts';
import { decodeState, encodeState } from '../../../src/gossip/stored-state.ts';
import { keysFor } from '../../../src/transport/secret-keys.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { type FieldArbitraries, messagesOf } from '../message-arbitrary.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';

export const wallTimes = fc.nat(2 ** 48 - 1);

const contents = messagesOf('Intent', {
  'Intent.peer': fc.constantFrom('a', 'b', '12D3KooWabc'),
  'Intent.status': fc.integer({ min: 1, max: 6 }),
  'Intent.counter': fc.integer({ min: 1, max: 100 }),
  'Intent.sinceCounter': fc.nat(100),
  'Intent.weight': fc.constantFrom(1, 100),
  'Intent.nextWeight': fc.constantFrom(0, 50),
});

/** Intents whose content can be read; their signatures are those of nobody. */
export const signedIntents: FieldArbitraries = {
  'SignedIntent.content': contents,
  'SignedIntent.signature': fc.uint8Array({ minLength: 64, maxLength: 64 }),
};

const seal = new IntentSeal('', ['secret'], () => '');
const [key] = keysFor('starling intents 1', ['secret']);
/** Neither name nor id: each a length of four bytes, 0. */
const NAMELESS = new Uint8Array(8);

/** The bytes as the content of a message whose seal is right: what is behind the seal is read only then. */
function sealed(content: Uint8Array): Uint8Array {
  const seals = [createHmac('sha256', key!).update(NAMELESS).update(content).digest()];
  return starling.v1.SealedIntents.encode({ seals, content }).finish();
}

const signed = messagesOf('SignedIntent', signedIntents).map((bytes) =>
  Buffer.from(bytes).toString('base64'),
);
const states = fc.record({
  format: fc.constant(2),
  incarnation: fc.nat(100),
  isMember: fc.boolean(),
  ownIntent: signed,
  intents: fc.array(signed, { maxLength: 3 }),
});

/** News of members on the topic, and as it is kept on disk. */
export const INTENTS: readonly FuzzTarget[] = [
  fuzzTarget({
    name: 'sealed-intents',
    inputs: messagesOf('IntentList', signedIntents).map(sealed),
    decode: (message) => seal.open(message),
    encode: (intents) => seal.seal(intents),
    refusals: ['PROTOCOL', 'FORBIDDEN'],
    withSums(message) {
      try {
        return sealed(starling.v1.SealedIntents.decode(message).content);
      } catch {
        // No message any more: as its content it is one again.
        return sealed(message);
      }
    },
  }),
  fuzzTarget({
    name: 'stored-membership',
    inputs: states.map((state) => Buffer.from(JSON.stringify(state))),
    decode: (bytes) => decodeState(parsed(bytes)),
    encode: (state) => Buffer.from(JSON.stringify(state && encodeState(state))),
    refusals: ['CONFIGURATION'],
  }),
];

/** As state files are read. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new StarlingError('CONFIGURATION', 'not JSON', {}, error);
  }
}
