import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { MAX_WALL_MS, encodeVersion } from '../../src/version/version.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { recordFromWire, recordToWire } from '../../src/wire/record-codec.ts';
import { record, version } from '../storage/records.ts';
import { versions } from '../version/version.test.ts';

const { Record: WireRecord } = starling.v1;

export const records: fc.Arbitrary<Record> = fc.record({
  key: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).map((text) => keyOf(text)),
  version: versions,
  value: fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }),
  expiresAtMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: MAX_WALL_MS })),
});

describe('a record on a wire', () => {
  it('is the same at the other end, empty values and deletions told apart', () => {
    fc.assert(
      fc.property(records, (sent) => {
        const bytes = WireRecord.encode(recordToWire(sent)).finish();
        expect(recordFromWire(WireRecord.decode(bytes))).to.deep.equal(sent);
      }),
    );
  });

  it('takes its value with it, away from the buffer that it came in', () => {
    const sent = record('k', 1, 'a value');
    const frame = Buffer.from(WireRecord.encode(recordToWire(sent)).finish());
    const received = recordFromWire(WireRecord.decode(frame));
    frame.fill(0);
    expect(received).to.deep.equal(sent);
  });

  it('is refused where a field of it is none', () => {
    const good = { key: 'k', version: encodeVersion(version(1)), value: new Uint8Array() };
    expect(recordFromWire(good).key.text).to.equal('k');
    for (const bad of [
      { ...good, key: '' },
      { ...good, key: 'x'.repeat(LIMITS.keyBytes + 1) },
      { ...good, version: new Uint8Array(13) },
      { ...good, version: null },
      { ...good, value: new Uint8Array(LIMITS.valueBytesCeiling + 1) },
      { ...good, expiresAtMs: -1 },
      { ...good, expiresAtMs: NaN },
      { ...good, expiresAtMs: 0.5 },
      { ...good, expiresAtMs: MAX_WALL_MS + 1 },
    ]) {
      expect(() => recordFromWire(bad))
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    }
  });
});
