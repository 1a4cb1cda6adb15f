import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import { fuzz } from './fuzz-run.ts';
import { TARGETS } from './targets/catalogue.ts';
import { Watchdog } from './watchdog.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

/** Of the inputs of the right structure so many must be taken: a decoder that refuses everything shows nothing. */
const LEAST_TAKEN = 0.1;

describe(`whatever its input (FUZZ_SEED=${SEED}), the decoder of`, function () {
  this.timeout('120s');

  let watchdog: Watchdog;

  before(() => {
    watchdog = new Watchdog();
  });

  after(() => watchdog.stop());

  for (const target of TARGETS) {
    it(`${target.name} gives a value of its own or the error that it declares, in bounded time and memory`, async () => {
      const { structured, taken } = await fuzz(target, { seed: SEED, runs: RUNS, watchdog });
      expect(taken / structured, 'inputs that were taken').to.be.greaterThan(LEAST_TAKEN);
    });
  }
});
