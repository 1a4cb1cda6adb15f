import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { type ReadAnswer, ReadQuorum, type ReadStep } from '../../src/quorum/read-quorum.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { type Version, compareVersions } from '../../src/version/version.ts';

const key = keyOf('k');
const version = (wallMs: number): Version => ({ wallMs, logical: 0, writer: 1 });
const record = (wallMs: number): Record => ({
  key,
  version: version(wallMs),
  value: Buffer.from(`v${wallMs}`),
  expiresAtMs: 0,
});
const holds = (wallMs: number): ReadAnswer => ({ kind: 'held', version: version(wallMs), record: record(wallMs) });
const holdsVersion = (wallMs: number): ReadAnswer => ({
  kind: 'held',
  version: version(wallMs),
  record: undefined,
});
const absent: ReadAnswer = { kind: 'held', version: undefined, record: undefined };
const failed: ReadAnswer = { kind: 'failed', error: new StarlingError('TIMEOUT', 'slow') };
const strict = () => new ReadQuorum({ custodians: 3, readsNeeded: 2, writesNeeded: 2 });

describe('read quorum', () => {
  it('answers when R agree, without another message', () => {
    const quorum = strict();
    expect(quorum.answer(0, holds(5))).to.deep.equal([]);
    expect(quorum.answer(1, holdsVersion(5))).to.deep.equal([{ kind: 'answer', record: record(5) }]);
    expect(quorum.answer(2, holdsVersion(5))).to.deep.equal([]);
  });

  it('answers that there is nothing when R have never heard of the key', () => {
    const quorum = strict();
    quorum.answer(0, absent);
    expect(quorum.answer(1, absent)).to.deep.equal([{ kind: 'answer', record: undefined }]);
  });

  it('writes what R differ about to W of them before it answers', () => {
    const quorum = strict();
    quorum.answer(0, holds(5));
    expect(quorum.answer(1, holdsVersion(4))).to.deep.equal([{ kind: 'repair', slot: 1, record: record(5) }]);
    expect(quorum.repaired(1, version(5), undefined)).to.deep.equal([{ kind: 'answer', record: record(5) }]);
  });

  it('fetches the newest record where only its version is known', () => {
    const quorum = strict();
    quorum.answer(0, holds(4));
    expect(quorum.answer(1, holdsVersion(5))).to.deep.equal([{ kind: 'fetch', slot: 1 }]);
    const steps = quorum.fetched(1, holds(5));
    expect(steps).to.deep.equal([{ kind: 'repair', slot: 0, record: record(5) }]);
    expect(quorum.repaired(0, version(5), undefined)).to.deep.equal([{ kind: 'answer', record: record(5) }]);
  });

  it('repairs a replica that answers after the client was answered', () => {
    const quorum = strict();
    quorum.answer(0, holds(5));
    quorum.answer(1, holdsVersion(5));
    expect(quorum.answer(2, absent)).to.deep.equal([{ kind: 'repair', slot: 2, record: record(5) }]);
  });

  it('spreads what a late replica alone holds', () => {
    const quorum = strict();
    quorum.answer(0, holds(5));
    quorum.answer(1, holdsVersion(5));
    expect(quorum.answer(2, holdsVersion(6))).to.deep.equal([{ kind: 'fetch', slot: 2 }]);
    const slots = quorum.fetched(2, holds(6)).map((step) => ('slot' in step ? step.slot : -1));
    expect(slots).to.deep.equal([0, 1]);
  });

  it('fails when too few are left to reach R', () => {
    const quorum = strict();
    quorum.answer(0, failed);
    expect(quorum.answer(1, failed)[0]).to.include({ kind: 'fail' });
  });

  it('fails rather than answer with what it could not bring to W owners', () => {
    const quorum = strict();
    quorum.answer(0, holds(5));
    quorum.answer(2, failed);
    quorum.answer(1, holdsVersion(4));
    const error = new StarlingError('DISK_FULL', 'full');
    expect(quorum.repaired(1, version(5), error)[0]).to.include({ kind: 'fail' });
  });

  it('takes a hedged record without counting its slot as an answer', () => {
    const quorum = strict();
    quorum.answer(1, holdsVersion(5));
    expect(quorum.lacksRecord).to.equal(true);
    expect(quorum.fetched(1, holds(5))).to.deep.equal([]);
    expect(quorum.answer(2, holdsVersion(5))).to.deep.equal([{ kind: 'answer', record: record(5) }]);
  });

  it('decides once, answers with the newest of R, held by W, whatever the replicas hold and in whatever order', () => {
    const held = fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(held, fc.nat(), (versionsHeld, nearestSeed) => {
        const custodians = versionsHeld.length;
        const needed = Math.floor(custodians / 2) + 1;
        const nearest = nearestSeed % custodians;
        const quorum = new ReadQuorum({ custodians, readsNeeded: needed, writesNeeded: needed });
        const store = [...versionsHeld];
        const decisions: ReadStep[] = [];
        const perform = (steps: readonly ReadStep[]): void => {
          for (const step of steps) {
            if (step.kind === 'fetch') perform(quorum.fetched(step.slot, holds(store[step.slot] ?? 0)));
            else if (step.kind === 'repair') {
              store[step.slot] = step.record.version.wallMs;
              perform(quorum.repaired(step.slot, step.record.version, undefined));
            } else {
              decisions.push(step);
              if (step.kind !== 'answer' || step.record === undefined) continue;
              const { version: answered } = step.record;
              const holders = store.filter((wallMs) => compareVersions(version(wallMs ?? 0), answered) >= 0);
              expect(holders.length).to.be.at.least(needed);
            }
          }
        };
        versionsHeld.forEach((wallMs, slot) => {
          if (wallMs === null) perform(quorum.answer(slot, absent));
          else perform(quorum.answer(slot, slot === nearest ? holds(wallMs) : holdsVersion(wallMs)));
        });
        expect(decisions).to.have.length(1);
        const newest = Math.max(...versionsHeld.map((wallMs) => wallMs ?? 0));
        if (newest > 0) expect(store.every((wallMs) => wallMs === newest)).to.equal(true);
      }),
    );
  });
});
