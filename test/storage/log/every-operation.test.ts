import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { Segment } from '../../../src/storage/log/segment.ts';
import { Segments } from '../../../src/storage/log/segments.ts';
import type { DiskOperation } from '../../simulation/world/virtual-mount.ts';
import { VirtualHome } from '../virtual-home.ts';
import type { Ledger } from './ledger.ts';
import { plantMethod } from './mutant.ts';
import { Workload } from './workload.ts';

/** What survives is a matter of chance: so many times it is drawn at each operation. */
const DRAWS = Number(process.env['DRAWS'] ?? 2);
const KEYS = 12;
const SEED = 5;

/** A bounded workload: a store founded, filled, compacted, purged, checkpointed, closed, and all that once more. */
async function scenario(home: VirtualHome, work: Workload): Promise<void> {
  for (let life = 0; life < 2; life++) {
    const engine = await home.open();
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 3; i++) await tolerant(() => work.write(engine));
      await tolerant(() => work.allowPurge(engine));
      if (round === 3) await tolerant(() => work.drop(engine));
      await new Promise<void>((resolve) => home.time.after(20, resolve));
    }
    await tolerant(() => engine.close());
  }
}

/** What a failing disk makes the store refuse is not owed; everything else is a mistake. */
async function tolerant(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
  }
}

function newHome(): VirtualHome {
  return new VirtualHome(SEED, {
    segmentBytes: 1024,
    checkpointBytes: 2048,
    checkpointChunkBytes: 64,
    probeIntervalMs: 5,
  });
}

interface Run {
  readonly home: VirtualHome;
  readonly ledger: Ledger;
}

/** Runs it, calling back before each operation of the disk. */
async function run(
  onOperation: (operation: DiskOperation, home: VirtualHome) => string | undefined,
): Promise<Run> {
  const home = newHome();
  const work = new Workload(home, KEYS);
  home.disk.fault = (operation) => onOperation(operation, home);
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  scenario(home, work).then(end, end);
  await home.time.runUntil(() => isOver || home.isDown, 60_000, 5);
  home.disk.fault = () => undefined;
  return { home, ledger: work.ledger };
}

/** The power fails at the operation with this number; what a store then finds is compared with what is owed. */
async function crashAt(index: number, draw: number): Promise<string[]> {
  const { home, ledger } = await run((operation, { random, crash }) => {
    if (operation.index === index) crash(random.fork(`draw ${draw}`));
    return undefined;
  });
  return reopened(home, ledger);
}

async function reopened(home: VirtualHome, ledger: Ledger): Promise<string[]> {
  let engine: LogEngine;
  try {
    engine = await home.opened();
  } catch (error) {
    return [String(error)];
  }
  ledger.check(engine, 'afterwards');
  return ledger.violations;
}

async function countOperations(): Promise<number> {
  const { home, ledger } = await run(() => undefined);
  expect(ledger.acknowledged).to.be.greaterThan(50);
  expect(await reopened(home, ledger)).to.deep.equal([]);
  for (const [what, count] of Object.entries({ ...home.seen, failedCheckpoints: 1 })) {
    expect(count, what).to.be.greaterThan(0);
  }
  return home.disk.operations;
}

describe('log engine, at every operation of the disk', function () {
  this.timeout(120_000 * DRAWS);
  let operations: number;

  before(async () => {
    operations = await countOperations();
  });

  it(`loses nothing when the power fails there, whatever survives (${DRAWS} draws)`, async () => {
    expect(operations).to.be.greaterThan(200);
    for (let index = 0; index < operations; index++) {
      for (let draw = 0; draw < DRAWS; draw++) {
        expect(await crashAt(index, draw), `operation ${index}, draw ${draw}`).to.deep.equal([]);
      }
    }
  });

  for (const code of ['EIO', 'ENOSPC']) {
    it(`loses nothing acknowledged when it fails with ${code}, and the power afterwards`, async () => {
      for (let index = 0; index < operations; index++) {
        const { home, ledger } = await run((operation) => (operation.index === index ? code : undefined));
        home.crash();
        expect(await reopened(home, ledger), `operation ${index}`).to.deep.equal([]);
      }
    });
  }

  it('would notice a flush that is acknowledged without a sync', async () => {
    await expectCaught(() => plantMethod(Segment.prototype, 'sync', async () => undefined));
  });

  it('would notice a segment whose end is taken for durable before it is', async () => {
    const durableEnd = function (this: Segments): { segment: number; offset: number } {
      return { segment: this.active.number, offset: this.active.tailBytes };
    };
    await expectCaught(() => plantMethod(Segments.prototype, 'durableEnd', durableEnd));
  });

  async function expectCaught(plant: () => () => void): Promise<void> {
    const remove = plant();
    try {
      for (let index = 0; index < operations; index++) if ((await crashAt(index, 0)).length > 0) return;
    } finally {
      remove();
    }
    expect.fail('no crash showed the planted bug');
  }
});
