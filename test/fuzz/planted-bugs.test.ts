import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { parseAddress } from '../../src/client/address.ts';
import { Coverage } from './coverage.ts';
import { fuzz } from './fuzz-run.ts';
import { mutated, mutations } from './mutation.ts';
import { fuzzTarget, type FuzzTarget } from './target.ts';
import { Watchdog } from './watchdog.ts';

const RUNS = 300;

/** What decoders remember that remember something. */
const heard: number[] = [];

/** A sound decoder of a length in four bytes and so many bytes behind it. */
const SOUND = {
  name: 'sound',
  inputs: fc.uint8Array({ maxLength: 40 }).map(encode),
  decode: (bytes: Uint8Array): Uint8Array => decodeWith(bytes, (view) => Uint8Array.from(view)),
  encode,
  refusals: ['PROTOCOL'],
} as const satisfies FuzzTarget;

function encode(content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

function decodeWith(bytes: Uint8Array, own: (view: Uint8Array) => Uint8Array): Uint8Array {
  if (bytes.length < 4 || lengthIn(bytes) !== bytes.length - 4)
    throw new StarlingError('PROTOCOL', 'no such length');
  return own(bytes.subarray(4));
}

function lengthIn(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

interface PlantedBug {
  /** Completes "a decoder that". */
  readonly bug: string;
  readonly decode: (bytes: Uint8Array) => Uint8Array;
  readonly fault: RegExp;
}

const BUGS: readonly PlantedBug[] = [
  {
    bug: 'reads beyond the end',
    decode: (bytes) => Uint8Array.from({ length: lengthIn(bytes) % 64 }, (_, i) => bytes[4 + i]!.valueOf()),
    fault: /threw (RangeError|TypeError)/,
  },
  {
    bug: 'passes its own mistake off as a refusal',
    decode(bytes) {
      try {
        const nothing = undefined as Uint8Array | undefined;
        return decodeWith(bytes, (view) => nothing!.subarray(view.length));
      } catch (error) {
        if (error instanceof StarlingError) throw error;
        throw new StarlingError('PROTOCOL', 'it is no message', {}, error);
      }
    },
    fault: /passed off a mistake/,
  },
  {
    bug: 'throws an error that it does not declare',
    decode(bytes) {
      if (bytes.length > 20) throw new StarlingError('STORE_POISONED', 'too long');
      return SOUND.decode(bytes);
    },
    fault: /threw STORE_POISONED, which it doesn't declare/,
  },
  {
    bug: 'allocates what a length says before it looks for the bytes',
    decode(bytes) {
      const content = new Uint8Array(bytes.length < 4 ? 0 : Math.min(lengthIn(bytes), 16 << 20));
      content.set(SOUND.decode(bytes));
      return content.slice(0, bytes.length - 4);
    },
    fault: /allocated \d+ bytes/,
  },
  {
    bug: 'takes as long as a number in the input says',
    decode(bytes) {
      const isLong = bytes.length >= 4 && lengthIn(bytes) > 1000;
      const untilMs = performance.now() + (isLong ? 400 : 0);
      while (performance.now() < untilMs);
      return SOUND.decode(bytes);
    },
    fault: /took \d+ ms/,
  },
  {
    bug: 'gives a view of the input',
    decode: (bytes) => decodeWith(bytes, (view) => view),
    fault: /a view of its input/,
  },
  {
    bug: 'changes the input',
    decode(bytes) {
      const content = SOUND.decode(bytes);
      bytes[0] = 0xff;
      return content;
    },
    fault: /changed its input/,
  },
  {
    bug: 'remembers what it has read',
    decode(bytes) {
      heard.push(bytes.length);
      return decodeWith(bytes, (view) => Uint8Array.of(heard.length, ...view));
    },
    fault: /another value for the same input/,
  },
  {
    bug: 'loses something of what it reads',
    decode: (bytes) => decodeWith(bytes, (view) => Uint8Array.from(view, (byte) => byte & 0x7f).slice(1)),
    fault: /what its value was encoded as/,
  },
];

/** Runs for ever in a process of its own, which must be ended. */
const ENDLESS = `
  import { Watchdog } from ${JSON.stringify(path.join(import.meta.dirname, 'watchdog.ts'))};
  const watchdog = new Watchdog(300);
  // The other thread has to have begun.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await watchdog.during({ name: 'endless' }, Uint8Array.of(0xca, 0xfe), async () => { for (;;); });
`;

describe('fuzzing notices a decoder that', function () {
  this.timeout('120s');

  let watchdog: Watchdog;

  before(() => {
    watchdog = new Watchdog();
  });

  after(() => watchdog.stop());

  const faultOf = (decode: (bytes: Uint8Array) => Uint8Array) =>
    fuzz(fuzzTarget({ ...SOUND, decode }), { seed: 1, runs: RUNS, isShrunk: false, watchdog }).then(
      () => 'none',
      (error: unknown) => String(error),
    );

  for (const { bug, decode, fault } of BUGS) {
    it(bug, async () => expect(await faultOf(decode)).to.match(fault));
  }

  it('never ends, and says of which input', () => {
    const { signal, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', ENDLESS],
      { encoding: 'utf8' },
    );
    expect(signal, stderr).to.equal('SIGKILL');
    expect(stderr).to.contain('--target endless --hex cafe');
  });

  it('has none of these bugs: it finds no fault with that', async () => {
    expect(await faultOf(SOUND.decode)).to.equal('none');
  });
});

describe('the means of fuzzing', () => {
  it('change inputs, and never make them much longer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.uint8Array({ maxLength: 100 }),
        mutations,
        (a, b, changes) => {
          expect(mutated(a, b, changes).length).to.be.lessThan(a.length + 100 * changes.length + 1);
        },
      ),
    );
    const input = new Uint8Array(20);
    const kinds = fc
      .sample(mutations, { numRuns: 200, seed: 1 })
      .map((changes) => mutated(input, input, changes));
    expect(new Set(kinds.map((bytes) => Buffer.from(bytes).toString('hex'))).size).to.be.greaterThan(50);
  });

  it('see that code has run for the first time, once', async () => {
    const coverage = new Coverage();
    await coverage.start();
    await coverage.note();
    parseAddress('a:5');
    expect(await coverage.hasNew(), 'the function ran').to.equal(true);
    parseAddress('a:5');
    expect(await coverage.note(), 'and still wasn’t noted').to.be.greaterThan(0);
    parseAddress('a:6');
    expect(await coverage.hasNew(), 'it was noted').to.equal(false);
    expect(() => parseAddress('never')).to.throw();
    expect(await coverage.hasNew(), 'another branch ran').to.equal(true);
    coverage.stop();
  });
});
