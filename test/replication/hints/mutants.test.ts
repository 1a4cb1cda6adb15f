import { expect } from 'chai';
import { HandoffPace } from '../../../src/replication/hints/handoff-pace.ts';
import { HintLog } from '../../../src/replication/hints/hint-log.ts';
import { HintStore } from '../../../src/replication/hints/hint-store.ts';
import { SealedHints } from '../../../src/replication/hints/sealed-hints.ts';
import { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { record } from '../../storage/records.ts';
import { plantGetter, plantMethod } from '../../storage/log/mutant.ts';
import { plantAround } from '../../storage/plant-around.ts';
import { HintRun } from './hint-run.ts';
import { HintWorld } from './hint-world.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 120);

/** What goes wrong in the runs of these seeds, until something does. */
async function problemsOfRuns(): Promise<readonly string[]> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const problems = await new HintRun(seed).run();
    if (problems.length > 0) return problems.map((problem) => `seed ${seed}: ${problem}`);
  }
  return [];
}

/** Records that a peer which has become slow is still sent in a second. */
async function problemsOfPace(): Promise<readonly string[]> {
  const world = new HintWorld(1, { segmentBytes: 1 << 20 });
  await world.start();
  await world.keep('b', ...Array.from({ length: 12_000 }, (_, i) => record(`key ${i}`, 1)));
  let delayMs = 2;
  world.whim = () => ({ delayMs });
  world.returns('b');
  await world.pass(4000);
  delayMs = 60;
  await world.pass(2000);
  const before = world.sent.length;
  await world.pass(1000);
  const sent = world.sent.length - before;
  await world.stop();
  return sent > 100 ? [`a slow peer was sent ${sent} records in a second`] : [];
}

/** Something that a log does with a hint, and remembers of each log. */
function remembering<T>(): (log: HintLog) => Set<T> {
  const sets = new WeakMap<HintLog, Set<T>>();
  return (log) => {
    let set = sets.get(log);
    if (set === undefined) sets.set(log, (set = new Set()));
    return set;
  };
}

const mutants: Record<string, () => () => void> = {
  'goes on adding to the log that is handed over, and removes it with newer hints in it': () =>
    plantGetter(HintLog.prototype, 'isSealed', false),
  'forgets hints whose handoff failed': () =>
    plantAround(
      SealedHints.prototype,
      'page',
      (original) =>
        async function (this: SealedHints, partition) {
          const page = await original.call(this, partition);
          this.advance(partition, page.next);
          return page;
        },
    ),
  'forgets what a log has left at the end of a handoff': () =>
    plantGetter(SealedHints.prototype, 'partitions', []),
  'ignores the bound in bytes': () => plantMethod(HintStore.prototype, 'hasRoomFor', () => true),
  'sends an older version: the first of each key is kept': () => {
    const seenOf = remembering<string>();
    return plantAround(
      HintLog.prototype,
      'add',
      (original) =>
        function (this: HintLog, hint, partition) {
          if (seenOf(this).has(hint.key.text)) return undefined;
          seenOf(this).add(hint.key.text);
          return original.call(this, hint, partition);
        },
    );
  },
  'does not ask whether its flushes succeeded': () =>
    plantMethod(LogEngine.prototype, 'durable', () => Promise.resolve()),
};

describe('hints, by seed', function () {
  this.timeout(120_000);

  it(`reach their peers, or their partitions are marked, whatever happens (${SEEDS} seeds)`, async () => {
    expect(await problemsOfRuns()).to.deep.equal([]);
    expect(await problemsOfPace()).to.deep.equal([]);
  });

  for (const [name, plant] of Object.entries(mutants)) {
    it(`notices a store that ${name}`, async () => {
      const remove = plant();
      try {
        expect(await problemsOfRuns()).to.not.have.length(0);
      } finally {
        remove();
      }
    });
  }

  it('notices a handoff that never slows down', async () => {
    const remove = plantAround(
      HandoffPace.prototype,
      'answered',
      (original) =>
        function (this: HandoffPace) {
          original.call(this, 1);
        },
    );
    try {
      expect(await problemsOfPace()).to.not.have.length(0);
    } finally {
      remove();
    }
  });
});
