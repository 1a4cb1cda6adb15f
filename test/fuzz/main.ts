/**
 * Coverage-guided fuzzing of the decoders, for as long as one likes: `npm run fuzz -- --minutes 5`. New inputs are written to
 * test/fuzz/corpus, to be committed; faults are printed, with the command that shows each again, and make it end with 1.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage.ts';
import { examine } from './examination.ts';
import { faultText } from './fuzz-run.ts';
import { fuzzGuided } from './guided-fuzzing.ts';
import type { FuzzTarget } from './target.ts';
import { TARGETS } from './targets/catalogue.ts';
import { Watchdog } from './watchdog.ts';

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    hex: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (flags.help) {
  console.log(
    'npm run fuzz -- [--minutes 5] [--target NAME] [--seed NUMBER] [--hex BYTES, for one input of the target]',
  );
  process.exit();
}

const targets = TARGETS.filter(({ name }) => flags.target === undefined || name === flags.target);
const minutes = Number(flags.minutes);
const seed = Number(flags.seed);

/** Gives whether it showed no fault. */
async function examineOne(target: FuzzTarget, input: Uint8Array): Promise<boolean> {
  const examination = await examine(target, input);
  console.log(examination.kind === 'fault' ? faultText(target, input, examination.fault) : examination.kind);
  return examination.kind !== 'fault';
}

/** Each target has its share of the time. Gives whether there was no fault. */
async function fuzzAll(watchdog: Watchdog): Promise<boolean> {
  const coverage = new Coverage();
  await coverage.start();
  const durationMs = (minutes * 60_000) / targets.length;
  console.log(`${minutes} minutes for ${targets.length} decoders, seed ${seed}`);
  console.log(row(['decoder', 'inputs', 'per second', 'corpus', 'new', 'faults', 'src covered']));
  let faults = 0;
  for (const target of targets) {
    const before = coverage.characters;
    const report = await fuzzGuided(target, { seed, durationMs, coverage, watchdog, onFault: console.error });
    faults += report.faults;
    const { inputs, tookMs, corpus, added } = report;
    const perSecond = Math.round((1000 * inputs) / tookMs);
    const covered = `+${coverage.characters - before}`;
    console.log(row([target.name, inputs, perSecond, corpus, added, report.faults, covered]));
  }
  console.log(`${coverage.characters} characters of src/ ran; ${faults} faults`);
  coverage.stop();
  return faults === 0;
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, column) => (column === 0 ? String(cell).padEnd(18) : String(cell).padStart(12)))
    .join('');
}

async function main(): Promise<boolean> {
  const isOneMissing = flags.hex !== undefined && flags.target === undefined;
  if (isOneMissing || targets.length === 0 || !(minutes > 0) || !Number.isInteger(seed)) {
    console.error(
      `usage: npm run fuzz -- [--minutes N] [--target NAME] [--seed N], or --target NAME --hex INPUT`,
    );
    console.error(`decoders: ${TARGETS.map(({ name }) => name).join(', ')}`);
    return false;
  }
  const [target] = targets;
  if (flags.hex !== undefined) return examineOne(target!, Buffer.from(flags.hex, 'hex'));
  const watchdog = new Watchdog();
  const isSound = await fuzzAll(watchdog);
  await watchdog.stop();
  return isSound;
}

process.exitCode = (await main()) ? 0 : 1;
