import { expect } from 'chai';
import { Segment } from '../../../src/storage/log/segment.ts';
import { Segments } from '../../../src/storage/log/segments.ts';
import { onAllCores } from '../../on-all-cores.ts';
import { crashAt, type failAt, reopened, run } from './bounded-life.ts';
import { plantMethod } from './mutant.ts';

/** What survives is a matter of chance: so many times it is drawn at each operation. */
const DRAWS = Number(process.env['DRAWS'] ?? 2);
const LIFE = new URL('./bounded-life.ts', import.meta.url).href;

describe('log engine, at every operation of the disk', function () {
  this.timeout(120_000 * DRAWS);
  let operations: number;

  before(async () => {
    operations = await countOperations();
  });

  it(`loses nothing when the power fails there, whatever survives (${DRAWS} draws)`, async () => {
    expect(operations).to.be.greaterThan(200);
    const calls = indices().flatMap((index) =>
      Array.from({ length: DRAWS }, (_, draw) => [index, draw] as Parameters<typeof crashAt>),
    );
    const found = await onAllCores<typeof crashAt>(LIFE, 'crashAt', calls);
    expect(notEmpty(found, calls)).to.deep.equal([]);
  });

  for (const code of ['EIO', 'ENOSPC']) {
    it(`loses nothing acknowledged when it fails with ${code}, and the power afterwards`, async () => {
      const calls = indices().map((index) => [index, code] as Parameters<typeof failAt>);
      const found = await onAllCores<typeof failAt>(LIFE, 'failAt', calls);
      expect(notEmpty(found, calls)).to.deep.equal([]);
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

  function indices(): number[] {
    return Array.from({ length: operations }, (_, index) => index);
  }

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

async function countOperations(): Promise<number> {
  const { home, ledger } = await run(() => undefined);
  expect(ledger.acknowledged).to.be.greaterThan(50);
  expect(await reopened(home, ledger)).to.deep.equal([]);
  for (const [what, count] of Object.entries({ ...home.seen, failedCheckpoints: 1 })) {
    expect(count, what).to.be.greaterThan(0);
  }
  return home.disk.operations;
}

/** What was found, with the operation at which it was. */
function notEmpty(found: readonly string[][], calls: readonly (readonly unknown[])[]): string[] {
  return found.flatMap((violations, index) =>
    violations.map((violation) => `operation ${calls[index]!.join(', ')}: ${violation}`),
  );
}
