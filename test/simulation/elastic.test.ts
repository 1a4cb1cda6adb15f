import { expect } from 'chai';
import { COMING_AND_GOING, EVERYTHING, type ElasticReport, runElastic } from './elastic.ts';
import { MUTANTS, type promisesBrokenBy } from './elastic-catches.ts';
import { onAllCores } from '../on-all-cores.ts';
import { faultsIn, violationsIn } from './tally.ts';

/** More on demand: `SEEDS=2000 npx mocha test/simulation/elastic.test.ts`; one: `SEED=7`. */
const SEEDS = Number(process.env['SEEDS'] ?? 40);
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1000);
const ONE_SEED = process.env['SEED'];

/** Seeds that once failed, with what they found. */
const REGRESSIONS = [
  [100_472, 'a page of a copy came after its owner was to own the partition no more, and stayed'],
] as const;

/** Those from when there were fewer kinds of changes. */
const OLDER_REGRESSIONS = [
  [2, 'a member that lost its disk gave up its place at once, and others owned what none of them had copied'],
  [12, 'a reset that a split swallowed was never sent again: of the virtual network, not of the product'],
  [45, 'a split let two members change the owners at the same time, which nobody had prepared together'],
  [47, 'a member that waited to leave never said that it had copied what another left to it'],
  [102, 'leave to change the owners that was not given back stood in the way of all others'],
  [108, 'a former owner that had not heard of its successor answered a read with what was no longer true'],
  [30_091, 'a member that left stopped before anybody had heard of it, and was waited for ever after'],
  [30_235, 'a newcomer became an owner while another had yet to copy what its coming gave that one'],
  [40_284, 'a stream that ended while it was being opened was waited for ever after'],
  [
    20_042,
    'leave to change the owners was still held by one who had used it, when the same owners came again',
  ],
] as const;

describe('clusters that grow, shrink and lose disks, by seed', function () {
  this.timeout('60m');

  it('keep P1 to P8, and everybody holds just what they own in the end', async () => {
    const seeds = ONE_SEED ? [Number(ONE_SEED)] : Array.from({ length: SEEDS }, (_, i) => FIRST_SEED + i);
    const calls = seeds.map((seed) => [seed, EVERYTHING] as Parameters<typeof runElastic>);
    const reports = await onAllCores<typeof runElastic>(
      new URL('./elastic.ts', import.meta.url).href,
      'runElastic',
      calls,
    );
    console.log(summaryOf(reports));
    expect(violationsIn(reports), 'replay with SEED').to.deep.equal([]);
  });

  for (const [seed, finding] of REGRESSIONS) {
    it(`do well with seed ${seed}, which once found that ${finding}`, async () => {
      expect(violationsIn([await runElastic(seed, EVERYTHING)])).to.deep.equal([]);
    });
  }

  for (const [seed, finding] of OLDER_REGRESSIONS) {
    it(`do well with seed ${seed}, which once found that ${finding}`, async () => {
      expect(violationsIn([await runElastic(seed, COMING_AND_GOING)])).to.deep.equal([]);
    });
  }
});

describe('the checkers of clusters that grow and shrink', function () {
  this.timeout('10m');

  let broken: Map<string, readonly string[]>;

  before(async () => {
    const names = MUTANTS.map(({ mutant }) => mutant.name);
    const results = await onAllCores<typeof promisesBrokenBy>(
      new URL('./elastic-catches.ts', import.meta.url).href,
      'promisesBrokenBy',
      names.map((name): [string] => [name]),
    );
    broken = new Map(names.map((name, i) => [name, results[i]!]));
  });

  for (const { mutant } of MUTANTS) {
    it(`catch it when ${mutant.name}`, () => {
      expect(broken.get(mutant.name)).to.include.oneOf([...mutant.breaks]);
    });
  }
});

function summaryOf(reports: readonly ElasticReport[]): string {
  const sum = (figure: (report: ElasticReport) => number) =>
    reports.reduce((total, report) => total + figure(report), 0);
  const hours = sum(({ virtualMs }) => virtualMs) / 3_600_000;
  return (
    `      ${reports.length} seeds, ${hours.toFixed(1)} simulated hours; checked ` +
    `${sum((r) => r.acknowledgedWrites)} acknowledged writes (${sum((r) => r.unknownWrites)} of unknown outcome), ` +
    `${sum((r) => r.reads)} reads, ${sum((r) => r.sightings)} of values that expire; changes and faults: ${faultsIn(reports)}`
  );
}
