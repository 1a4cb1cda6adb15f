/** Real peers under real faults: `npm run chaos`, and `-- --help` for its flags. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../../src/cli/client-options.ts';
import { figuresOf } from './figures.ts';
import { lineOf, linesOf } from './history-file.ts';
import { reportPage } from './report-page.ts';
import { runRound } from './round.ts';

const { minutes, seed, peers, sessions, only, out, json } = new Command('chaos')
  .description(
    'Real peers under faults of processes, network, clocks, disks and membership while clients work; then a verdict',
  )
  .option('--minutes <number>', 'how long faults are made', Number, 2)
  .option('--seed <number>', 'of what is done when, and to whom', wholeNumber(0, 2 ** 31), 1)
  .option('--peers <number>', 'real processes', wholeNumber(3, 15), 5)
  .option('--sessions <number>', 'clients at once', wholeNumber(1, 500), 12)
  .option('--only <faults>', 'kinds of faults by name, with commas; all by default', (text) =>
    text.split(','),
  )
  .option('--out <folder>', 'for history.jsonl, figures.json and report.html', 'chaos-report')
  .option('--json', 'print the figures as JSON')
  .parse()
  .opts<{
    minutes: number;
    seed: number;
    peers: number;
    sessions: number;
    only?: string[];
    out: string;
    json?: true;
  }>();

const result = await runRound({
  seed,
  durationMs: minutes * 60_000,
  peers,
  sessions,
  only,
  flags: [],
  onLine: (line) => process.stderr.write(`${line}\n`),
});
const figures = figuresOf(result);
const command = `npm run chaos -- --minutes ${minutes} --seed ${seed} --peers ${peers} --sessions ${sessions}`;
const { bands, violations } = result;
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, 'history.jsonl'),
  [...result.operations.map(lineOf), ...result.mortals.flatMap(linesOf)].map((line) => `${line}\n`).join(''),
);
writeFileSync(
  join(out, 'figures.json'),
  `${JSON.stringify({ command, ...figures, bands, violations }, undefined, 2)}\n`,
);
writeFileSync(join(out, 'report.html'), reportPage({ figures, bands, violations, command }));
const { timeline: _timeline, ...short } = figures;
process.stdout.write(json ? `${JSON.stringify(short, undefined, 2)}\n` : textOf());
const areFaultsReal = Object.values(figures.faults).every(({ unseen }) => unseen === 0);
process.exitCode = violations.length === 0 && areFaultsReal ? 0 : 1;

function textOf(): string {
  const lines = [
    `${figures.peers} peers, ${figures.seconds} s of faults, seed ${figures.seed}: ${figures.operations} operations`,
    `checked ${figures.acknowledgedWrites} acknowledged writes (${figures.unknownWrites} of unknown outcome) and ${figures.reads} reads`,
    ...Object.entries(figures.faults).map(
      ([fault, { times, seen, seenAs, unseen }]) =>
        `${times} x ${fault}: ${seen} ${seenAs}${unseen === 0 ? '' : `; ${unseen} times nobody saw it`}`,
    ),
    ...Object.entries(figures.skipped).map(([fault, reason]) => `skipped: ${fault}: ${reason}`),
    `all seen alive after ${figures.viewsAfterMs?.toFixed(0) ?? 'never'} ms, owners equal after ${figures.equalAfterMs?.toFixed(0) ?? 'never'} ms`,
    `well again after a fault: ${spread(figures.convergenceMs)}; a death known to all: ${spread(figures.detectionMs)}; ` +
      `${figures.falseDeaths.length} false deaths${figures.falseDeaths.map(({ atMs, viewer, peer }) => `, ${peer} to ${viewer} at ${(atMs / 1000).toFixed(1)} s`).join('')}`,
    ...violations.slice(0, 20).map(({ promise, message }) => `VIOLATION ${promise}: ${message}`),
    violations.length === 0 ? 'every promise kept' : `${violations.length} violations`,
    `${join(out, 'report.html')}, figures.json and history.jsonl beside it`,
  ];
  return `${lines.join('\n')}\n`;
}

function spread({ count, p50, p99, max }: (typeof figures)['convergenceMs']): string {
  const ms = (value: number | undefined) => `${value?.toFixed(0) ?? '-'} ms`;
  return `p50 ${ms(p50)}, p99 ${ms(p99)}, at most ${ms(max)} (${count} times)`;
}
