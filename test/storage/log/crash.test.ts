import { expect } from 'chai';
import { GroupCommit } from '../../../src/storage/log/group-commit.ts';
import { KeyFilter } from '../../../src/storage/log/key-filter.ts';
import { LogState } from '../../../src/storage/log/log-state.ts';
import { Segment } from '../../../src/storage/log/segment.ts';
import { TreeKeeper } from '../../../src/storage/log/tree-keeper.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { onAllCores } from '../../on-all-cores.ts';
import { type Fate, LIVES, live } from './lives.ts';
import { type Plant, plantMethod, plantGetter } from './mutant.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 300);

describe('log engine, power cuts', function () {
  this.timeout(SEEDS * 1000);

  it(`keeps every acknowledged write through power cuts and kills, at ${SEEDS} seeds`, async () => {
    const seeds = Array.from({ length: SEEDS }, (_, index): [number] => [index + 1]);
    const fates = await onAllCores<typeof live>(new URL('./lives.ts', import.meta.url).href, 'live', seeds);
    expect(fates.filter(({ violations }) => violations.length > 0)).to.deep.equal([]);
    const sum = (of: (fate: Fate) => number) => fates.reduce((total, fate) => total + of(fate), 0);
    const [knownTrees, unknownTrees] = [sum((fate) => fate.knownTrees), sum((fate) => fate.unknownTrees)];
    const acknowledged = sum((fate) => fate.acknowledged);
    expect(knownTrees).to.be.greaterThan(SEEDS * LIVES * 2 ** PARTITION_BITS);
    expect(unknownTrees, 'some starts make trees unknown').to.be.greaterThan(SEEDS / 4);
    expect(acknowledged).to.be.greaterThan(SEEDS * 20);
    const seen = Object.keys(fates[0]!.seen);
    expect(seen).to.include.members([
      'checkpoints',
      'failedCheckpoints',
      'compactions',
      'purged',
      'drops',
      'refusals',
    ]);
    for (const name of seen)
      expect(
        sum((fate) => fate.seen[name]!),
        name,
      ).to.be.greaterThan(SEEDS / 10);
  });

  const mutants: [string, Plant][] = [
    [
      'a disk that says "durable" when it is not',
      (home) => {
        home.disk.syncLies = true;
        return () => undefined;
      },
    ],
    [
      'a checkpoint, or a removal, that does not wait for what it relies on',
      () => plantGetter(GroupCommit.prototype, 'pendingBytes', 0),
    ],
    [
      'a tombstone that goes while an older segment has a record of its key',
      () => plantMethod(KeyFilter.prototype, 'mayHold', () => false),
    ],
    [
      'a segment that keeps its zeros when the log goes on in another',
      () => plantMethod(Segment.prototype, 'seal', async () => undefined),
    ],
    [
      'a partition whose drop is not noted',
      () => plantMethod(LogState.prototype, 'drop', async () => undefined),
    ],
    [
      'a segment that is removed without a note',
      () => plantMethod(LogState.prototype, 'setSegments', async () => undefined),
    ],
    [
      'a hash tree that never hears of what was replaced',
      () => plantMethod(TreeKeeper.prototype, 'lost', () => undefined),
    ],
    [
      'a hash tree that is taken for right when entries of it are gone',
      () => plantMethod(TreeKeeper.prototype, 'forget', () => undefined),
    ],
  ];
  for (const [name, plant] of mutants) {
    it(`would notice ${name}`, async () => {
      for (let seed = 1; seed <= 200; seed++) {
        const { violations } = await live(seed, plant);
        if (violations.length > 0) return;
      }
      expect.fail('no seed noticed it');
    });
  }
});
