import { expect } from 'chai';
import { InvalidArgumentError } from 'commander';
import { ttlOf } from '../../src/cli/ttl.ts';

describe('a time to live as people write it', () => {
  it('is a whole number and its unit', () => {
    expect(['500ms', '90s', '15m', '36h', '7d', '3650d'].map(ttlOf)).to.deep.equal([
      500, 90_000, 900_000, 129_600_000, 604_800_000, 315_360_000_000,
    ]);
  });

  for (const text of [
    '',
    '90',
    's',
    '0s',
    '-1s',
    '1.5h',
    '1e3s',
    '7 d',
    '7D',
    '1h30m',
    '3651d',
    `${'9'.repeat(400)}d`,
  ]) {
    it(`is refused where it reads "${text.slice(0, 10)}", with what it should look like`, () => {
      expect(() => ttlOf(text)).to.throw(InvalidArgumentError, '90s, 15m, 36h or 7d');
    });
  }
});
