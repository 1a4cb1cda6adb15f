import { expect } from 'chai';
import { LoopDisk } from './loop-disk.ts';
import { skipBecauseOf } from './machine.ts';
import { ManyLives } from './many-lives.ts';

/** `npm run test:power` makes many more. */
const CUTS = Number(process.env.POWER_CUTS ?? 8);
const CONTROLS = Math.ceil(CUTS / 8);
const LIVES_FOR_MS = 10_000;

describe('power cuts of a real file system', function () {
  this.timeout(LIVES_FOR_MS * (CUTS + 2));

  let lives: ManyLives | undefined;

  before(async function () {
    skipBecauseOf(await LoopDisk.obstacle(), this);
  });

  afterEach(async () => {
    await lives?.dispose();
    lives = undefined;
  });

  it(`take nothing that was acknowledged, in ${CUTS} cuts of one store`, async () => {
    lives = await ManyLives.begin();
    await lives.run(CUTS);
    console.log(`      ${lives.summary()}`);
    expect(lives.written.violations).to.deep.equal([]);
  });

  for (let control = 1; control <= CONTROLS; control++) {
    it('take a lot where nothing is synced, and the check sees it', async () => {
      lives = await ManyLives.begin({ neverSyncs: true });
      await lives.run(1);
      console.log(`      without fsync: ${lives.summary()}`);
      expect(lives.written.lost).to.be.greaterThan(0);
    });
  }
});
