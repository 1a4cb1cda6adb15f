import { expect } from 'chai';
import fc from 'fast-check';
import {
  MAX_LOGICAL,
  MAX_WALL_MS,
  type Version,
  compareVersions,
  decodeVersion,
  encodeVersion,
  formatVersion,
} from '../../src/version/version.ts';

export const versions: fc.Arbitrary<Version> = fc.record({
  wallMs: fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.maxSafeNat().map((n) => n % (MAX_WALL_MS + 1)),
  ),
  logical: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: MAX_LOGICAL })),
  writer: fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.maxSafeNat().map((n) => n % 2 ** 48),
  ),
});

describe('version', () => {
  it('survives its encoding', () => {
    fc.assert(
      fc.property(versions, (version) => {
        expect(decodeVersion(encodeVersion(version))).to.deep.equal(version);
      }),
    );
  });

  it('compares like its bytes', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const bytes = Buffer.compare(encodeVersion(a), encodeVersion(b));
        expect(Math.sign(compareVersions(a, b))).to.equal(bytes);
      }),
    );
  });

  it('is refused where it has not 14 bytes', () => {
    expect(() => decodeVersion(new Uint8Array(13)))
      .to.throw('14 bytes')
      .with.property('code', 'INVALID_ARGUMENT');
  });

  it('reads well in a message', () => {
    expect(formatVersion({ wallMs: 1764000000000, logical: 3, writer: 0xa1b2c3d4e5 })).to.equal(
      '1764000000000.3@00a1b2c3d4e5',
    );
  });
});
