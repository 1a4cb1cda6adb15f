import { expect } from 'chai';
import { StarlingError, type ErrorCode } from '../../src/base/errors.ts';
import { MissedWrites } from '../../src/replication/missed-writes.ts';
import { record } from '../storage/records.ts';

function setUp() {
  const hinted: string[] = [];
  const on = { self: 'me', hints: { add: (peer: string) => void hinted.push(peer) } };
  const missed = new MissedWrites(on, record('k', 1));
  const note = (peer: string, code: ErrorCode = 'UNAVAILABLE') =>
    missed.note(peer, new StarlingError(code, 'failed'));
  return { hinted, missed, note };
}

describe('missed writes', () => {
  it('become hints once the write is acknowledged, those of late failures too', () => {
    const { hinted, missed, note } = setUp();
    note('a');
    expect(hinted).to.deep.equal([]);
    missed.keep();
    note('b', 'TIMEOUT');
    expect(hinted).to.deep.equal(['a', 'b']);
  });

  it('become none where the write is never acknowledged', () => {
    const { hinted, note } = setUp();
    note('a');
    note('b');
    expect(hinted).to.deep.equal([]);
  });

  it('are none where the custodian did not want the write, or is this node itself', () => {
    const { hinted, missed, note } = setUp();
    missed.keep();
    for (const code of [
      'WRONG_OWNERS',
      'NOT_READY',
      'CLOCK_DRIFT',
      'INVALID_ARGUMENT',
      'CORRUPTION',
    ] as const)
      note('a', code);
    note('me');
    expect(hinted).to.deep.equal([]);
  });
});
