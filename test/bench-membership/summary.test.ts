import { expect } from 'chai';
import { distributionOf } from '../../scripts/bench-membership/distribution.ts';
import { Findings } from '../../scripts/bench-membership/findings.ts';
import { MEASUREMENTS } from '../../scripts/bench-membership/measurements.ts';
import { report } from '../../scripts/bench-membership/report.ts';
import { type Outcome, type Summary, summaryOf } from '../../scripts/bench-membership/summary.ts';

function summaryWith(change: Partial<Outcome>): Summary {
  return summaryOf({
    machine: 'a machine',
    engines: [
      { engine: 'starling', text: 'ours', skipped: false },
      { engine: 'serf', text: 'theirs', skipped: false },
    ],
    failures: [],
    measurements: MEASUREMENTS,
    sizes: [5, 20],
    findings: new Findings(),
    logDelaysMs: [],
    ...change,
  });
}

function textOf(summary: Summary): string {
  let text = '';
  report(summary, { out: (more) => void (text += more), hasColour: false });
  return text;
}

function verdictsOf(id: string, values: readonly number[], size = 20): (readonly [number, string])[] {
  const findings = new Findings();
  for (const value of values) findings.add({ engine: 'starling', size }, { [id]: value });
  // What serf does is no aim of ours.
  findings.add({ engine: 'serf', size }, { [id]: 1e6 });
  return summaryWith({ findings })
    .aims.filter(({ worst }) => worst !== undefined)
    .map(({ size: members, verdict }) => [members, verdict] as const);
}

describe('a distribution', () => {
  it('has a lowest, a median and a highest value', () => {
    expect(distributionOf([5, 1, 3])).to.deep.equal({ min: 1, median: 3, max: 5, count: 3 });
    expect(distributionOf([4, 1])).to.deep.equal({ min: 1, median: 2.5, max: 4, count: 2 });
    expect(distributionOf([])).to.equal(undefined);
  });
});

describe('the aims of the membership benchmark', () => {
  it('are met where every run keeps within them', () => {
    expect(verdictsOf('killDead', [1800, 3000])).to.deep.equal([[20, 'met']]);
    expect(verdictsOf('joinKnown', [300], 5)).to.deep.equal([[5, 'met']]);
    expect(verdictsOf('stressFalseDeaths', [0, 0])).to.deep.equal([[20, 'met']]);
  });

  it('are missed by a single run that does not', () => {
    expect(verdictsOf('killDead', [1800, 1800, 3001])).to.deep.equal([[20, 'MISSED']]);
    expect(verdictsOf('leaveKnown', [10, 301])).to.deep.equal([[20, 'MISSED']]);
    expect(verdictsOf('stressFalseDeaths', [0, 1])).to.deep.equal([[20, 'MISSED']]);
  });

  it('are neither where nothing was measured', () => {
    const { aims } = summaryWith({});
    expect(aims.length).to.be.greaterThan(0);
    expect(new Set(aims.map(({ verdict }) => verdict))).to.deep.equal(new Set(['not measured']));
  });

  it('are only those of what was to be measured, on a busy machine at the largest size alone', () => {
    const stress = MEASUREMENTS.filter(({ name }) => name === 'stress');
    const { aims } = summaryWith({ measurements: stress });
    expect(aims.map(({ size }) => size)).to.deep.equal([20, 20]);
    expect(aims.every(({ text }) => text.includes('busy machine'))).to.equal(true);
  });

  it('are each of a figure that some measurement has', () => {
    const figures = new Set(MEASUREMENTS.flatMap((one) => one.figures.map(({ id }) => id)));
    const findings = new Findings();
    for (const id of figures) findings.add({ engine: 'starling', size: 20 }, { [id]: 0 });
    const { aims } = summaryWith({ findings, sizes: [20] });
    expect(aims.map(({ verdict }) => verdict)).to.deep.equal(Array(6).fill('met'));
  });
});

describe('the report of the membership benchmark', () => {
  it('shows each figure of both engines: median, lowest and highest', () => {
    const findings = new Findings();
    for (const value of [150, 200, 290]) findings.add({ engine: 'starling', size: 5 }, { joinKnown: value });
    findings.add({ engine: 'serf', size: 5 }, { joinKnown: 55 });
    expect(textOf(summaryWith({ findings }))).to.match(
      /5 {2}known to all +200 ms \(150 ms\.\.290 ms\) +55 ms\n/,
    );
  });

  it('says that an engine was skipped and why, and shows nothing of it', () => {
    const engines = [
      { engine: 'starling', text: 'ours', skipped: false },
      { engine: 'serf', text: 'there is no serf here', skipped: true },
    ] as const;
    const findings = new Findings();
    findings.add({ engine: 'starling', size: 5 }, { joinKnown: 150 });
    const text = textOf(summaryWith({ engines, findings }));
    expect(text).to.contain('serf: skipped: there is no serf here');
    expect(text).to.match(/members +starling\n/);
  });

  it('shows what broke down', () => {
    const failures = [
      { engine: 'serf', size: 5, run: 2, measurement: 'join', reason: 'not within 60 s' } as const,
    ];
    expect(textOf(summaryWith({ failures }))).to.contain(
      'FAILED serf, 5 members, run 2, join: not within 60 s',
    );
  });

  it('tells how late the lines of logs came', () => {
    const logDelaysMs = [...Array<number>(99).fill(1), 40];
    expect(textOf(summaryWith({ logDelaysMs }))).to.contain('99 of 100 at most 1 ms');
  });
});
