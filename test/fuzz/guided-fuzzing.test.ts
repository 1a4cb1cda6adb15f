import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readCorpus } from './corpus.ts';
import { Coverage } from './coverage.ts';
import { fuzz } from './fuzz-run.ts';
import { fuzzGuided } from './guided-fuzzing.ts';
import { decodeInMaze } from './maze/maze.ts';
import { fuzzTarget } from './target.ts';
import { Watchdog } from './watchdog.ts';

const SEED = 7;
const MOST_MS = 60_000;

const MAZE = fuzzTarget({
  name: 'maze',
  inputs: fc.constant(new Uint8Array(6)),
  decode: decodeInMaze,
  refusals: ['PROTOCOL'],
});

/** Inputs alone would take four billion tries: what guides it has to work, or this fails. */
describe('guided fuzzing', function () {
  this.timeout(2 * MOST_MS);

  let corpusFolder: string;
  const coverage = new Coverage(path.join(import.meta.dirname, 'maze'));
  const watchdog = new Watchdog();

  before(async () => {
    corpusFolder = mkdtempSync(path.join(tmpdir(), 'starling-corpus-'));
    await coverage.start();
  });

  after(async () => {
    coverage.stop();
    await watchdog.stop();
    rmSync(corpusFolder, { recursive: true });
  });

  it('goes from door to door to a fault that inputs without guidance do not find, and keeps the way', async () => {
    const told: string[] = [];
    const report = await fuzzGuided(MAZE, {
      seed: SEED,
      durationMs: MOST_MS,
      coverage,
      watchdog,
      corpusFolder,
      onFault: (text) => void told.push(text),
    });
    expect(report.faults).to.be.greaterThan(0);
    expect(told[0]).to.include('TypeError').and.include('--target maze --hex 539e07c4');
    expect(report.tookMs).to.be.lessThan(MOST_MS);
    const doors = readCorpus('maze', corpusFolder).map((input) =>
      [0x53, 0x9e, 0x07, 0xc4].findIndex((byte, at) => input[at] !== byte),
    );
    expect(doors).to.include.members([1, 2, 3, -1]);
  });

  it('is what finds it: as many inputs by mutation alone stay before the doors', async () => {
    expect(await fuzz(MAZE, { seed: SEED, runs: 10_000, watchdog })).to.include({ taken: 0 });
  });
});
