import { expect } from 'chai';
import fc from 'fast-check';
import { keyOf } from '../../src/version/key.ts';
import { type Record, isLive, newerOf } from '../../src/version/record.ts';
import { compareVersions } from '../../src/version/version.ts';
import { versions } from './version.test.ts';

const key = keyOf('k');

/** Records of one key. A version is stamped once, so what is stored at it is always the same: derived from it here. */
const records: fc.Arbitrary<Record> = versions.map((version) => ({
  key,
  version,
  value: version.writer % 2 === 0 ? undefined : Uint8Array.of(version.logical & 0xff),
  expiresAtMs: version.writer % 4 === 1 ? version.wallMs + 1 : 0,
}));

describe('merging of records', () => {
  it('does not depend on the order of the two', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        expect(newerOf(a, b)).to.deep.equal(newerOf(b, a));
      }),
    );
  });

  it('does not depend on what is merged first', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(newerOf(newerOf(a, b), c)).to.deep.equal(newerOf(a, newerOf(b, c)));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const merged = newerOf(a, b);
        expect(newerOf(merged, merged)).to.equal(merged);
        expect(newerOf(merged, a)).to.deep.equal(merged);
      }),
    );
  });

  it('keeps the newest of any number in any order, deletions and what expires included', () => {
    fc.assert(
      fc.property(fc.array(records, { minLength: 1 }), (list) => {
        const merged = list.reduce(newerOf);
        expect(list.every(({ version }) => compareVersions(merged.version, version) >= 0)).to.equal(true);
        expect(list).to.include(merged);
      }),
    );
  });
});

describe('a record', () => {
  const live: Record = {
    key,
    version: { wallMs: 1, logical: 0, writer: 1 },
    value: new Uint8Array(),
    expiresAtMs: 0,
  };

  it('is live while it has a value, be it empty', () => {
    expect(isLive(live, Number.MAX_SAFE_INTEGER)).to.equal(true);
    expect(isLive({ ...live, value: undefined }, 0)).to.equal(false);
  });

  it('is live until its expiry', () => {
    expect(isLive({ ...live, expiresAtMs: 100 }, 99)).to.equal(true);
    expect(isLive({ ...live, expiresAtMs: 100 }, 100)).to.equal(false);
  });
});
