import { expect } from 'chai';
import { byteSizeOf } from '../../src/cli/byte-size.ts';

describe('sizes on the command line', () => {
  it('are read with their unit, or as bytes', () => {
    expect(['20MiB', '512KiB', '1 GiB', '4096'].map(byteSizeOf)).to.deep.equal([
      20_971_520, 524_288, 1_073_741_824, 4096,
    ]);
  });

  it('are refused where nobody could tell what was meant', () => {
    for (const text of ['', '20MB', '1.5MiB', '-1', 'MiB', '99999999999GiB', '20mib']) {
      expect(() => byteSizeOf(text), text).to.throw(/whole number of bytes/);
    }
  });
});
