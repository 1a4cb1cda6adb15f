import type { Figures, Second } from './figures.ts';
import type { FaultBand } from './nemesis.ts';
import type { Violation } from '../simulation/history.ts';

export interface PageContent {
  readonly figures: Figures;
  readonly bands: readonly FaultBand[];
  readonly violations: readonly Violation[];
  readonly command: string;
}

const WIDTH = 1000;
const LEFT = 60;
const CHART = 130;
const GAP = 34;
/** For the names of the faults, above the charts. */
const NAMES = 130;
const NAME_WIDTH = 11;
const TICK_WIDTH = 30;
const MOST_TICKS = 18;

/** A page of its own, without anything from elsewhere: what was done to the cluster, and what its clients saw of that. */
export function reportPage({ figures, bands, violations, command }: PageContent): string {
  const broken = violations.length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Starling under chaos, seed ${figures.seed}</title>
<style>
  :root { color-scheme: light dark; --ink: light-dark(#1c2230, #e6e9f0); --dim: light-dark(#5b6475, #98a2b5);
    --paper: light-dark(#fbfbfd, #14171e); --line: light-dark(#d8dce6, #323949); --good: light-dark(#1d7a4f, #58c08d);
    --bad: light-dark(#b3261e, #ff8a80); --fault: light-dark(#f2c14e66, #f2c14e44); --flow: light-dark(#2f5fb3, #7aa7f5);
    --view: light-dark(#7a4fb0, #b795ea); }
  body { margin: 0 auto; max-width: 1060px; padding: 2rem 1rem; background: var(--paper); color: var(--ink);
    font: 16px/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 1rem; margin: 0; }
  dt { color: var(--dim); font-size: .85rem; } dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
  .good { color: var(--good); } .bad { color: var(--bad); }
  svg { width: 100%; height: auto; } text { fill: var(--dim); font: 12px system-ui, sans-serif; }
  table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
  code { background: light-dark(#eceef4, #232936); padding: .1rem .35rem; border-radius: 4px; }
</style>
<h1>Starling under chaos: <span class="${broken === 0 ? 'good' : 'bad'}">${
    broken === 0 ? 'every promise kept' : `${broken} broken`
  }</span></h1>
<p>${figures.peers} real peers, ${figures.seconds} s of faults, seed ${figures.seed}. Again: <code>${escape(command)}</code></p>
<dl>${facts(figures)}</dl>
<h2>What was done, and what clients saw</h2>
${timeline(figures.timeline, bands)}
<h2>Promises</h2>
<table><tr><th>promise</th><th>broken</th></tr>${rows(
    Object.entries(figures.violations).map(([promise, count]) => [promise, number(count)]),
  )}</table>
<h2>Faults</h2>
<table><tr><th>kind</th><th>times</th><th>seen by others than who did it</th></tr>${rows(
    Object.entries(figures.faults).map(([fault, { times, seen, seenAs, unseen }]) => [
      fault,
      times,
      `${number(seen)} ${seenAs}${unseen === 0 ? '' : `; ${unseen} times nobody saw it: no fault`}`,
    ]),
  )}${rows(Object.entries(figures.skipped).map(([fault, reason]) => [fault, 'skipped', reason]))}</table>
${broken === 0 ? '' : `<h2 class="bad">Violations</h2><table>${rows(violations.map(({ promise, message }) => [promise, message]))}</table>`}
</html>
`;
}

function facts(figures: Figures): string {
  const broken = (promise: string) => figures.violations[promise] ?? 0;
  const { convergenceMs, detectionMs } = figures;
  const list: [string, string, boolean?][] = [
    ['kills and power cuts survived', number(figures.killsSurvived)],
    ['acknowledged writes checked', number(figures.acknowledgedWrites)],
    ['lost (P1)', number(broken('P1')), broken('P1') === 0],
    ['out of order (P2)', number(broken('P2')), broken('P2') === 0],
    ['reads checked', number(figures.reads)],
    ['reads that went back (P3)', number(broken('P3')), broken('P3') === 0],
    ['expiring values checked', number(figures.expiringValues)],
    ['resurrected (P5)', number(broken('P5')), broken('P5') === 0],
    ['writes of unknown outcome', number(figures.unknownWrites)],
    ['well again after a fault, p50', duration(convergenceMs.p50)],
    ['well again, p99', duration(convergenceMs.p99)],
    ['well again, at most', duration(convergenceMs.max)],
    ['death known to all, p50', duration(detectionMs.p50)],
    ['death known to all, at most', duration(detectionMs.max)],
    ['false deaths', number(figures.falseDeaths.length)],
    [
      'in the end all keys equal after (P4)',
      duration(figures.equalAfterMs),
      figures.equalAfterMs !== undefined,
    ],
  ];
  return list
    .map(([what, value, isGood]) => {
      const tone = isGood === undefined ? '' : isGood ? ' class="good"' : ' class="bad"';
      return `<div><dt>${what}</dt><dd${tone}>${value}</dd></div>`;
    })
    .join('');
}

function timeline(seconds: readonly Second[], bands: readonly FaultBand[]): string {
  const perSecond = (WIDTH - LEFT) / Math.max(1, seconds.length);
  const at = (ms: number) => LEFT + (ms / 1000) * perSecond;
  const charts: { title: string; values: (number | undefined)[]; tone: string }[] = [
    { title: 'answers a second', values: seconds.map(({ acknowledged }) => acknowledged), tone: '--flow' },
    { title: 'failures a second', values: seconds.map(({ failed }) => failed), tone: '--bad' },
    { title: 'p99 of answers, ms', values: seconds.map(({ p99Ms }) => p99Ms), tone: '--good' },
    {
      title: 'members alive in the eyes of whoever sees the fewest',
      values: seconds.map(({ fewestSeen }) => fewestSeen),
      tone: '--view',
    },
  ];
  const height = NAMES + charts.length * (CHART + GAP) + 20;
  const shades = bands.map(({ fault, peers, fromMs, untilMs }) => {
    const title = `<title>${escape(fault)}: ${peers.join(', ')}, ${(fromMs / 1000).toFixed(1)} to ${(untilMs / 1000).toFixed(1)} s</title>`;
    const box = `x="${at(fromMs).toFixed(1)}" width="${(at(untilMs) - at(fromMs)).toFixed(1)}"`;
    return `<g>${title}<rect ${box} y="0" height="${height - 20}" fill="var(--fault)"/></g>`;
  });
  let nameAt = 0;
  const names = bands.map(({ fault, fromMs }) => {
    // Beside the name before it where that would be written over.
    nameAt = Math.max(at(fromMs), nameAt) + NAME_WIDTH;
    return `<text transform="translate(${nameAt.toFixed(1)} 4) rotate(90)">${escape(fault)}</text>`;
  });
  const drawn = charts.map(({ title, values, tone }, index) => {
    const top = NAMES + index * (CHART + GAP) + GAP;
    const most = Math.max(1, ...values.map((value) => value ?? 0));
    const bars = values.map((value, second) => {
      const tall = ((value ?? 0) / most) * CHART;
      const box = `x="${at(second * 1000).toFixed(1)}" width="${Math.max(0.5, perSecond - 0.5).toFixed(2)}"`;
      return `<rect ${box} y="${(top + CHART - tall).toFixed(1)}" height="${tall.toFixed(1)}" fill="var(${tone})"/>`;
    });
    return (
      `<text x="${LEFT}" y="${top - 8}">${title}, at most ${number(Math.round(most))}</text>` +
      `<line x1="${LEFT}" x2="${WIDTH}" y1="${top + CHART}" y2="${top + CHART}" stroke="var(--line)"/>${bars.join('')}`
    );
  });
  const step = [10, 30, 60, 300, 600].find((each) => seconds.length / each <= MOST_TICKS) ?? 3600;
  const ticks = Array.from({ length: Math.floor(seconds.length / step) + 1 }, (_, i) => i * step)
    .filter((second) => at(second * 1000) <= WIDTH - TICK_WIDTH)
    .map((second) => `<text x="${at(second * 1000)}" y="${height}">${second} s</text>`)
    .join('');
  const label = 'Answers, failures and latency a second, with the faults as bands';
  return `<svg viewBox="0 0 ${WIDTH} ${height + 6}" role="img" aria-label="${label}">${[...shades, ...names, ...drawn].join('')}${ticks}</svg>`;
}

function rows(cells: readonly (readonly (string | number)[])[]): string {
  return cells
    .map((row) => `<tr>${row.map((cell) => `<td>${escape(String(cell))}</td>`).join('')}</tr>`)
    .join('');
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function duration(ms: number | undefined): string {
  return ms === undefined ? 'none' : `${(ms / 1000).toFixed(1)} s`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
