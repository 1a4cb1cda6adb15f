import { expect } from 'chai';
import type { MembersReport } from '../../src/admin/members-report.ts';
import type { Explanation } from '../../src/client/index.ts';
import { type Version, decodeVersion } from '../../src/version/version.ts';
import { checkAcknowledgedWrites } from '../simulation/checkers/acknowledged-writes.ts';
import { checkExpiry } from '../simulation/checkers/expiry.ts';
import { checkReads } from '../simulation/checkers/reads.ts';
import { checkWriteOrder } from '../simulation/checkers/write-order.ts';
import type { FinalRead, Operation, Violation } from '../simulation/history.ts';
import { checkDurability } from './checkers/durability.ts';
import { checkFootprints } from './checkers/footprints.ts';
import { checkResurrection } from './checkers/resurrection.ts';
import { checkShares } from './checkers/shares.ts';
import { checkStrangers } from './checkers/strangers.ts';
import { detectionTimes, falseDeaths } from './detection.ts';
import type { FaultBand } from './nemesis.ts';
import { untilAllSeen, untilEqual } from './settling.ts';

/** Each checks a history in which all is well, and the same with one thing wrong. */
describe('the checkers of the chaos runs', () => {
  const put = operation(1, { kind: 'put', value: 'a' }, { kind: 'written', version: version(1) });
  const deletion = operation(2, { kind: 'delete' }, { kind: 'written', version: version(2) });
  const nothing = read(3, undefined, undefined);

  it('P1: miss a write that is gone in the end', () => {
    expect(checkAcknowledgedWrites([put], [last('a', version(1))])).to.deep.equal([]);
    expectBroken('P1', checkAcknowledgedWrites([put], [last(undefined, undefined)]));
  });

  it('P2: see a write below one that was acknowledged before it began', () => {
    expect(checkWriteOrder([put, deletion])).to.deep.equal([]);
    expectBroken(
      'P2',
      checkWriteOrder([put, { ...deletion, outcome: { kind: 'written', version: version(0) } }]),
    );
  });

  it('P3: see a read that goes back', () => {
    expect(checkReads([put, read(2, 'a', version(1))])).to.deep.equal([]);
    expectBroken('P3', checkReads([put, read(2, 'older', version(0))]));
  });

  it('P4: wait in vain for owners that stay different', async () => {
    const peers = ['one', 'two'].map((id) => ({ id, clientAddress: `at ${id}` }));
    const held = new Map([
      ['at one', '01'],
      ['at two', '01'],
    ]);
    const explain = (_key: string, address = '') => {
      const record = { version: held.get(address) };
      return Promise.resolve({ custodians: ['one', 'two'], record } as unknown as Explanation);
    };
    expect(await untilEqual({ explain }, peers, ['key'], 1)).to.be.a('number');
    held.set('at two', '02');
    expect(await untilEqual({ explain }, peers, ['key'], 1)).to.equal(undefined);
  });

  it('P5: see what was deleted come back, to a reader or in the end', () => {
    expect(checkResurrection([put, deletion, nothing], [last(undefined, version(2))])).to.deep.equal([]);
    expect(checkResurrection([put, deletion, read(3, 'new', version(3))], [])).to.deep.equal([]);
    expectBroken('P5', checkResurrection([put, deletion, read(3, 'a', version(1))], []));
    expectBroken('P5', checkResurrection([put, deletion], [last('a', version(1))]));
  });

  it('P5: see what had expired, and miss what had not', () => {
    const mortal = { key: 'k', value: 'a', ttlMs: 10_000, askedMs: 0, writtenMs: 5 };
    const sighting = (startMs: number, value: string | undefined) => ({
      ...{ startMs, endMs: startMs + 1, value },
      expiresAtMs: value === undefined ? undefined : 77,
    });
    const check = (...sightings: ReturnType<typeof sighting>[]) =>
      checkExpiry([{ ...mortal, sightings }], 1000);
    expect(check(sighting(1000, 'a'), sighting(13_000, undefined))).to.deep.equal([]);
    expectBroken('P5', check(sighting(13_000, 'a')));
    const taken = [{ ...mortal, sightings: [sighting(13_000, 'a')] }];
    expect(checkExpiry(taken, 1000, 1000)).to.deep.equal([]);
    expectBroken('P5', checkExpiry(taken, 1000, 999));
    expectBroken('P1', check(sighting(1000, undefined)));
  });

  it('P6: miss what a peer had acknowledged before its power was cut', () => {
    const entrusted = [{ key: 'k', version: version(2) }];
    expect(checkDurability('h1', entrusted, new Map([['k', version(2)]]))).to.deep.equal([]);
    expectBroken('P6', checkDurability('h1', entrusted, new Map([['k', version(1)]])));
    expectBroken('P6', checkDurability('h1', entrusted, new Map([['k', undefined]])));
  });

  it('P7: wait in vain where one sees another dead', async () => {
    const peer = (id: string, other: 'alive' | 'dead') => ({
      id,
      members: () => Promise.resolve(report(id, { one: 'alive', two: other })),
    });
    expect(await untilAllSeen([peer('one', 'alive'), peer('two', 'alive')], 1)).to.be.a('number');
    expect(await untilAllSeen([peer('one', 'dead'), peer('two', 'alive')], 1)).to.equal(undefined);
  });

  it('P8: see a partition that lacks an owner, and an owner that lacks a partition', () => {
    const member = { peer: 'one', intent: 'active', ownedPartitions: 2, completePartitions: 2 };
    const well = { partitions: 2, replicas: 2, width: 2, owners: [0, 1, 1, 0], members: [member] };
    const check = (change: object) =>
      checkShares({ ...well, ...change } as unknown as Parameters<typeof checkShares>[0]);
    expect(check({})).to.deep.equal([]);
    expectBroken('P8', check({ width: 1, owners: [0, 1] }));
    expectBroken('P8', check({ owners: [0, 0, 1, 0] }));
    expectBroken('P8', check({ members: [{ ...member, completePartitions: 1 }] }));
  });

  it('P9: see a peer that takes too much memory, or too many files', () => {
    const bounds = { residentBytes: 100, descriptors: 10 };
    const footprint = { atMs: 1, peer: 'h1', residentBytes: 100, descriptors: 10 };
    expect(checkFootprints([footprint], bounds)).to.deep.equal([]);
    expectBroken('P9', checkFootprints([footprint, { ...footprint, residentBytes: 101 }], bounds));
    expectBroken('P9', checkFootprints([{ ...footprint, descriptors: 11 }], bounds));
  });

  it('P10: see a stranger among the members', () => {
    const view = report('one', { one: 'alive', two: 'alive' });
    expect(checkStrangers([view], new Set(['one', 'two']))).to.deep.equal([]);
    expectBroken('P10', checkStrangers([view], new Set(['one'])));
  });
});

describe('what a round tells of deaths', () => {
  const kill: FaultBand = {
    ...{ fault: 'kill', peers: ['h1'], excused: ['h1'], seen: 1 },
    ...{ fromMs: 1000, untilMs: 6000, settledAfterMs: 500 },
  };
  const view = (atMs: number, viewer: string, ...dead: string[]) => ({
    atMs,
    viewer,
    alive: 3 - dead.length,
    dead,
  });

  it('is the time until the last of the others knows, where all of them came to know', () => {
    const views = [view(1500, 'h2'), view(2000, 'h2', 'h1'), view(2500, 'h3', 'h1'), view(2600, 'h2', 'h1')];
    expect(detectionTimes([kill], views)).to.deep.equal([1500]);
    expect(detectionTimes([kill], [...views, view(3000, 'h4')])).to.deep.equal([]);
  });

  it('counts a peer that nothing befell once for each time that another came to hold it for dead', () => {
    const views = [
      view(2000, 'h2', 'h1'),
      view(2200, 'h2', 'h3'),
      view(2400, 'h2', 'h3'),
      view(9000, 'h3', 'h1'),
    ];
    expect(falseDeaths([kill], views)).to.deep.equal([
      { atMs: 2200, viewer: 'h2', peer: 'h3' },
      { atMs: 9000, viewer: 'h3', peer: 'h1' },
    ]);
    expect(falseDeaths([kill], [view(6400, 'h3', 'h1')])).to.deep.equal([]);
  });
});

function operation(atMs: number, action: Operation['action'], outcome: Operation['outcome']): Operation {
  return { session: 1, key: 'k', startMs: atMs, endMs: atMs + 0.5, coordinator: 'a peer', action, outcome };
}

function read(atMs: number, value: string | undefined, of: Version | undefined): Operation {
  return operation(atMs, { kind: 'get' }, { kind: 'read', value, version: of });
}

function last(value: string | undefined, of: Version | undefined): FinalRead {
  return { key: 'k', value, version: of };
}

function version(number: number): Version {
  return decodeVersion(Buffer.from(`${number.toString(16).padStart(12, '0')}0000aabbccddeeff`, 'hex'));
}

function report(peer: string, members: Record<string, 'alive' | 'dead'>): MembersReport {
  return {
    peer,
    members: Object.entries(members).map(([id, liveness]) => ({ peer: id, liveness, intent: 'active' })),
  } as unknown as MembersReport;
}

function expectBroken(promise: string, violations: readonly Violation[]): void {
  expect(violations.map((violation) => violation.promise)).to.include(promise);
}
