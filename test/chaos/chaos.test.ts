import { expect } from 'chai';
import type { ChaosPeer } from './chaos-peer.ts';
import { figuresOf } from './figures.ts';
import { type RoundOptions, runRound } from './round.ts';
import { sleep } from './sessions.ts';

/** More on demand: `npm run chaos -- --minutes 10 --seed 7`. */
const SECONDS = Number(process.env['CHAOS_SECONDS'] ?? 60);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const ROUND: RoundOptions = {
  seed: SEED,
  durationMs: SECONDS * 1000,
  peers: 5,
  sessions: 12,
  flags: [],
  onLine: () => undefined,
};

describe('real peers under real faults', function () {
  this.timeout('10m');

  it('keep what they promise', async () => {
    const result = await runRound(ROUND);
    const { acknowledgedWrites, reads, faults, skipped, viewsAfterMs, equalAfterMs } = figuresOf(result);
    console.log(
      `      ${acknowledgedWrites} acknowledged writes and ${reads} reads checked; ${Object.entries(faults)
        .map(([name, { times }]) => `${times} x ${name}`)
        .join(', ')}; ` +
        `all seen alive after ${viewsAfterMs?.toFixed(0)} ms, owners equal after ${equalAfterMs?.toFixed(0)} ms`,
    );
    for (const [fault, reason] of Object.entries(skipped)) console.log(`      skipped: ${fault}: ${reason}`);
    expect(result.violations, `seed ${SEED}`).to.deep.equal([]);
    for (const [fault, { unseen }] of Object.entries(faults))
      expect(unseen, `${fault} had no effect`).to.equal(0);
    expect(acknowledgedWrites).to.be.greaterThan(SECONDS);
    expect(reads).to.be.greaterThan(SECONDS);
    expect(Object.keys(faults)).to.have.length.greaterThan(0);
  });

  it('are caught when one owner alone acknowledges, and loses its disk', async () => {
    const result = await runRound({
      ...ROUND,
      durationMs: 3000,
      only: ['pause'],
      flags: ['--write-quorum', '1', '--read-quorum', '1'],
      finallyDo: loseWhatOneAloneHas,
    });
    expect(result.violations.map(({ promise }) => promise)).to.include('P1');
  });
});

/** While the others are down one goes on alone, and then its disk is gone. */
async function loseWhatOneAloneHas([one, ...others]: readonly ChaosPeer[]): Promise<void> {
  await Promise.all(others.map((peer) => peer.kill()));
  await sleep(4000);
  await one!.kill();
  await Promise.all(others.map((peer) => peer.start()));
  await one!.startWithoutDisk();
}
