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
const holds = (wallMs: number): ReadAnswer => ({
  kind: 'held',
  version: version(wallMs),
  record: record(wallMs),
});
const holdsVersion = (wallMs: number): ReadAnswer => ({
  kind: 'held',
  version: version(wallMs),
  record: undefined,
});
const absent: ReadAnswer = { kind: 'held', version: undefined, record: undefined };
const failed: ReadAnswer = { kind: 'failed', error: new StarlingError('TIMEOUT', 'slow') };
const fresh = () => new ReadQuorum({ custodians: 3, readsNeeded: 2, writesNeeded: 2 });
/** Two of three have been asked. */
const strict = () => {
  const quorum = fresh();
  quorum.start();
  return quorum;
};
/** All three have been asked. */
const hedged = () => {
  const quorum = strict();
  quorum.hedge();
  return quorum;
};

describe('read quorum', () => {
  it('asks R, the nearest for the record, answers when they agree, and has the others compared', () => {
    const quorum = fresh();
    expect(quorum.start()).to.deep.equal([
      { kind: 'ask', slot: 0, forRecord: true },
      { kind: 'ask', slot: 1, forRecord: false },
    ]);
    expect(quorum.answer(0, holds(5))).to.deep.equal([]);
    expect(quorum.answer(1, holdsVersion(5))).to.deep.equal([
      { kind: 'answer', record: record(5) },
      { kind: 'compare', slot: 2, version: version(5) },
    ]);
  });

  it('asks another in place of one that fails', () => {
    const quorum = strict();
    expect(quorum.answer(0, failed)).to.deep.equal([{ kind: 'ask', slot: 2, forRecord: true }]);
  });

  it('asks all others when those that were asked are slow, one of them for the record', () => {
    expect(strict().hedge()).to.deep.equal([{ kind: 'ask', slot: 2, forRecord: true }]);
    const answered = hedged();
    answered.answer(2, holds(5));
    answered.answer(1, holdsVersion(5));
    expect(answered.hedge()).to.deep.equal([]);
  });

  it('answers that there is nothing when R have never heard of the key', () => {
    const quorum = strict();
    quorum.answer(0, absent);
    expect(quorum.answer(1, absent)).to.deep.equal([
      { kind: 'answer', record: undefined },
      { kind: 'compare', slot: 2, version: undefined },
    ]);
  });

  it('writes what R differ about to W of them before it answers', () => {
    const quorum = strict();
    quorum.answer(0, holds(5));
    expect(quorum.answer(1, holdsVersion(4))).to.deep.equal([
      { kind: 'repair', slot: 1, record: record(5) },
      { kind: 'ask', slot: 2, forRecord: false },
    ]);
    expect(quorum.repaired(1, version(5), undefined)).to.deep.equal([{ kind: 'answer', record: record(5) }]);
  });

  it('fetches the newest record where only its version is known', () => {
    const quorum = strict();
    quorum.answer(0, holds(4));
    expect(quorum.answer(1, holdsVersion(5))).to.deep.equal([{ kind: 'fetch', slot: 1 }]);
    const steps = quorum.fetched(1, holds(5));
    expect(steps).to.deep.equal([
      { kind: 'repair', slot: 0, record: record(5) },
      { kind: 'ask', slot: 2, forRecord: false },
    ]);
    expect(quorum.repaired(0, version(5), undefined)).to.deep.equal([{ kind: 'answer', record: record(5) }]);
  });

  it('repairs a replica that answers after the client was answered', () => {
    const quorum = hedged();
    quorum.answer(0, holds(5));
    quorum.answer(1, holdsVersion(5));
    expect(quorum.answer(2, absent)).to.deep.equal([{ kind: 'repair', slot: 2, record: record(5) }]);
  });

  it('spreads what a late replica alone holds', () => {
    const quorum = hedged();
    quorum.answer(0, holds(5));
    quorum.answer(1, holdsVersion(5));
    expect(quorum.answer(2, holdsVersion(6))).to.deep.equal([{ kind: 'fetch', slot: 2 }]);
    const slots = quorum.fetched(2, holds(6)).map((step) => ('slot' in step ? step.slot : -1));
    expect(slots).to.deep.equal([0, 1]);
  });

  it('fails when too few are left to reach R', () => {
    const quorum = hedged();
    quorum.answer(0, failed);
    expect(quorum.answer(1, failed)[0]).to.include({ kind: 'fail' });
  });

  it('fails rather than answer with what it could not bring to W owners', () => {
    const quorum = hedged();
    quorum.answer(0, holds(5));
    quorum.answer(2, failed);
    quorum.answer(1, holdsVersion(4));
    const error = new StarlingError('DISK_FULL', 'full');
    expect(quorum.repaired(1, version(5), error)[0]).to.include({ kind: 'fail' });
  });

  it('decides once, answers with the newest of R, held by W, whatever the replicas hold and in whatever order', () => {
    const held = fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(held, (versionsHeld) => {
        const custodians = versionsHeld.length;
        const needed = Math.floor(custodians / 2) + 1;
        const quorum = new ReadQuorum({ custodians, readsNeeded: needed, writesNeeded: needed });
        const store = [...versionsHeld];
        const decisions: ReadStep[] = [];
        const perform = (steps: readonly ReadStep[]): void => {
          for (const step of steps) {
            if (step.kind === 'compare') continue;
            if (step.kind === 'ask') {
              const wallMs = store[step.slot];
              const full = step.forRecord ? holds : holdsVersion;
              perform(quorum.answer(step.slot, wallMs ? full(wallMs) : absent));
            } else if (step.kind === 'fetch')
              perform(quorum.fetched(step.slot, holds(store[step.slot] ?? 0)));
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
        perform(quorum.start());
        expect(decisions).to.have.length(1);
        const [decision] = decisions;
        const answered = decision?.kind === 'answer' ? (decision.record?.version.wallMs ?? 0) : -1;
        expect(answered).to.be.at.least(
          Math.max(...versionsHeld.slice(0, needed).map((wallMs) => wallMs ?? 0)),
        );
      }),
    );
  });
});
