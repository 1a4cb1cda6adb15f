import { expect } from 'chai';
import { GroupCommit } from '../../../src/storage/log/group-commit.ts';
import { KeyFilter } from '../../../src/storage/log/key-filter.ts';
import { LogState } from '../../../src/storage/log/log-state.ts';
import { Segment } from '../../../src/storage/log/segment.ts';
import { TreeKeeper } from '../../../src/storage/log/tree-keeper.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { VirtualHome } from '../virtual-home.ts';
import type { Ledger } from './ledger.ts';
import { type Plant, plantMethod, plantGetter } from './mutant.ts';
import { Workload } from './workload.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 300);
const LIVES = 5;
const KEYS = 30;

describe('log engine, power cuts', function () {
  this.timeout(SEEDS * 1000);

  it(`keeps every acknowledged write through power cuts and kills, at ${SEEDS} seeds`, async () => {
    let acknowledged = 0;
    let [knownTrees, unknownTrees] = [0, 0];
    const done = { checkpoints: 0, failedCheckpoints: 0, compactions: 0, purged: 0, drops: 0, refusals: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { ledger, seen } = await live(seed);
      expect(ledger.violations, `seed ${seed}`).to.deep.equal([]);
      acknowledged += ledger.acknowledged;
      knownTrees += ledger.knownTrees;
      unknownTrees += ledger.unknownTrees;
      for (const [name, count] of Object.entries(seen)) done[name as keyof typeof done] += count;
    }
    expect(knownTrees).to.be.greaterThan(SEEDS * LIVES * 2 ** PARTITION_BITS);
    expect(unknownTrees, 'some starts make trees unknown').to.be.greaterThan(SEEDS / 4);
    expect(acknowledged).to.be.greaterThan(SEEDS * 20);
    for (const [name, count] of Object.entries(done)) expect(count, name).to.be.greaterThan(SEEDS / 10);
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
        const { ledger } = await live(seed, plant);
        if (ledger.violations.length > 0) return;
      }
      expect.fail('no seed noticed it');
    });
  }
});

/** Some lives of one store, each ended in the middle of its work. */
async function live(
  seed: number,
  plant?: Plant,
): Promise<{
  ledger: Ledger;
  seen: {
    checkpoints: number;
    failedCheckpoints: number;
    compactions: number;
    purged: number;
    drops: number;
    refusals: number;
  };
}> {
  // With less compaction older segments last longer, and with them the dead records that must not come back.
  const compactionLiveFraction = [0.5, 0.2][seed % 2]!;
  const home = new VirtualHome(seed, {
    segmentBytes: 2048,
    checkpointBytes: 4096,
    checkpointChunkBytes: 64,
    probeIntervalMs: 3,
    compactionLiveFraction,
  });
  const work = new Workload(home, KEYS);
  const remove = plant?.(home);
  try {
    let engine = await home.opened();
    for (let life = 0; life < LIVES; life++) {
      work.start(engine);
      await home.time.run(home.time.nowMs + home.random.between(1, 60));
      work.ledger.checkTree(engine, `end of life ${life}`);
      home.disk.capacityBytes = Infinity;
      if (home.random.chance(0.7)) home.crash();
      else home.kill();
      if (home.random.chance(0.3)) home.forgetCheckpoints();
      try {
        engine = await home.opened();
      } catch (error) {
        work.ledger.violations.push(`life ${life}: ${String(error)}`);
        break;
      }
      work.ledger.check(engine, `life ${life}`);
    }
    return { ledger: work.ledger, seen: { ...home.seen, drops: work.drops, refusals: work.refusals } };
  } finally {
    remove?.();
  }
}
