import { expect } from 'chai';
import fc from 'fast-check';
import type { StorageEngine } from '../../../src/storage/engine.ts';
import { entryBytes } from '../../../src/storage/log/format.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { Record } from '../../../src/version/record.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { MemoryEngine } from '../memory-engine.ts';
import { craftedKey, record, tombstone } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

type Step =
  | {
      readonly do: 'write';
      readonly key: number;
      readonly version: number;
      readonly valueBytes: number | undefined;
    }
  | { readonly do: 'flush' | 'reopen' | 'wait' }
  | { readonly do: 'drop'; readonly partition: number };

// Few tokens for many keys, so that hashes collide within the table, and on the disk.
const KEYS = Array.from({ length: 24 }, (_, i) =>
  craftedKey(`key ${i}`, [0, 0x1000_0000, 0x1000_0001, 0xffff_ffff][i % 4]!, i % 3),
);
const PARTITIONS = [0, 1, 15];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      key: fc.nat(KEYS.length - 1),
      version: fc.nat(60),
      valueBytes: fc.option(fc.nat(120), { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('flush' as const, 'wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('drop' as const), partition: fc.constantFrom(...PARTITIONS) }),
  },
);

describe('log engine against a model', () => {
  it('does what a Map would do, through flushes, restarts, dropped partitions and compaction', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 120 }), fc.nat(), async (steps, seed) => {
        const home = new VirtualHome(seed, { segmentBytes: 1024 });
        const model = new MemoryEngine(home.time, PARTITION_BITS);
        let engine = await home.opened();
        for (const next of steps) {
          engine = await apply(next, { home, engine, model });
          if (next.do !== 'write') expectSame(engine, model);
        }
        await home.settle(engine.close());
        expectSame(await home.opened(), model);
      }),
      { numRuns: 150 },
    );
  });
});

async function apply(
  next: Step,
  { home, engine, model }: { home: VirtualHome; engine: LogEngine; model: StorageEngine },
): Promise<LogEngine> {
  switch (next.do) {
    case 'write': {
      const written = recordOf(next);
      // Versions are unique: a second record of the same key and version is the same record.
      const present = model.read(written.key);
      const same = present?.record.version.wallMs === written.version.wallMs ? present.record : written;
      expect(engine.write(same)).to.deep.equal(model.write(same));
      return engine;
    }
    case 'flush':
      await home.settle(Promise.all([engine.durable(), model.durable()]));
      return engine;
    case 'wait':
      await home.time.run(home.time.nowMs + 200);
      return engine;
    case 'drop':
      await home.settle(
        Promise.all([engine.dropPartition(next.partition), model.dropPartition(next.partition)]),
      );
      return engine;
    case 'reopen':
      await home.settle(engine.close());
      return home.opened();
  }
}

function recordOf(write: Extract<Step, { do: 'write' }>): Record {
  const key = KEYS[write.key]!;
  // No two keys ever have the same version.
  const n = write.version * KEYS.length + write.key;
  return write.valueBytes === undefined ? tombstone(key, n) : record(key, n, 'v'.repeat(write.valueBytes));
}

function expectSame(engine: StorageEngine, model: StorageEngine): void {
  let liveBytes = 0;
  for (const key of KEYS) {
    const expected = model.read(key)?.record;
    expect(engine.read(key)?.record).to.deep.equal(expected);
    expect(engine.readVersion(key)?.version.wallMs).to.equal(expected?.version.wallMs);
    if (expected !== undefined) liveBytes += entryBytes(expected);
  }
  const { records, tombstones } = model.stats();
  expect(engine.stats()).to.include({ records, tombstones, liveBytes });
  for (const partition of PARTITIONS) expect(engine.count(partition)).to.equal(model.count(partition));
}
