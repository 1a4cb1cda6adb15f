import { systemClock } from '../../src/base/system/clock.ts';
import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { Log } from '../../src/telemetry/log.ts';
import { Telemetry } from '../../src/telemetry/telemetry.ts';

function setUp() {
  const lines: string[] = [];
  const write = (level: string) => (_facts: unknown, message: string) =>
    void lines.push(`${level} ${message}`);
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { telemetry: new Telemetry(log, systemClock), lines };
}

describe('telemetry', () => {
  it('counts requests by what they were and why they failed', () => {
    const { telemetry, lines } = setUp();
    telemetry.replication.requestDone('put', undefined, undefined, 1);
    telemetry.replication.requestDone('put', 'all', new StarlingError('QUORUM_FAILED', 'too few'), 20);
    expect(Object.fromEntries(telemetry.counts())).to.deep.equal({
      request_errors_quorum_failed: 1,
      requests_put: 1,
      requests_put_failed: 1,
    });
    expect(lines).to.deep.equal([]);
  });

  it('counts the records of a copied partition', () => {
    const { telemetry } = setUp();
    telemetry.replication.partitionCopied(1, 40);
    telemetry.replication.partitionCopied(2, 2);
    expect(telemetry.counters.get('partitions_copied')).to.equal(2);
    expect(telemetry.counters.get('records_copied')).to.equal(42);
  });

  it('tells people loudly that a peer turned this one away, and quietly that one was not reached', () => {
    const { telemetry, lines } = setUp();
    telemetry.openFailed('b', 'replica', new StarlingError('UNAVAILABLE', 'nobody there'));
    telemetry.openFailed('b', 'replica', new StarlingError('FORBIDDEN', 'wrong secret'));
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['debug', 'error']);
    expect(lines[1]).to.contain('wrong secret');
  });

  it('tells people that hints found no room, but not of those that nobody misses', () => {
    const { telemetry, lines } = setUp();
    telemetry.convergence.hintsDropped('b', 3, 'gone');
    telemetry.convergence.hintsDropped('b', 2, 'bytes');
    expect(lines).to.deep.equal(['warn gave up hints, a comparison will bring what they held: bytes']);
    expect(telemetry.counters.get('hints_dropped')).to.equal(5);
  });

  it('tells people that the store takes no writes, and when it does again', () => {
    const { telemetry, lines } = setUp();
    telemetry.storage.refusingWrites(new StarlingError('DISK_FULL', 'the disk is full'));
    telemetry.storage.acceptingWrites();
    expect(lines).to.deep.equal([
      'error the store takes no writes: the disk is full',
      'info the store takes writes again',
    ]);
  });
});
