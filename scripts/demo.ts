/**
 * The demonstration that `npm start` runs: three peers, a real data set, a peer that is killed with SIGKILL and comes back.
 * On a terminal the cluster stays up afterwards, to be played with, until Ctrl-C. Exits with 1 where anything was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { StarlingError } from '../src/base/errors.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { EXIT } from '../src/cli/exit-code.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { Story } from './demo/story.ts';

const EVERYWHERE = 1_000_000;

const program = new Command('demo')
  .description('Three peers, the places of the world, and a kill -9')
  .option('--keep', 'leave the cluster running until Ctrl-C; default on a terminal')
  .option('--no-keep', 'end when the story does')
  .option('--places <number>', 'import only so many places', wholeNumber(10_000, EVERYWHERE), EVERYWHERE)
  .parse();
const { keep = process.stdout.isTTY && process.stdin.isTTY, places } = program.opts<{
  keep?: boolean;
  places: number;
}>();

const terminal = processTerminal;
const folder = mkdtempSync(path.join(os.tmpdir(), 'starling-demo-'));
const story = new Story({ terminal, folder, places });

async function end(exitCode: number): Promise<never> {
  await story.end();
  rmSync(folder, { recursive: true, force: true });
  process.exit(exitCode);
}

const interrupted = new Promise<void>((resolve) => terminal.onInterrupt(() => resolve()));
let isKept = false;
void interrupted.then(() => end(isKept ? EXIT.ok : EXIT.interrupted));

try {
  await story.tell();
} catch (error) {
  if (!(error instanceof StarlingError)) throw error;
  terminal.err(`\nThe demonstration broke off: ${error.message} (${error.code})\n`);
  await end(EXIT.failure);
}
if (keep && story.isFlawless) {
  isKept = true;
  const [address = ''] = story.flock.clientAddresses;
  const where = address === '127.0.0.1:7400' ? '' : ` --address ${address}`;
  terminal.out(`
The cluster stays up until Ctrl-C. In another terminal:
  npx starling status${where}
  npx starling put greeting hello${where}
  npx starling get greeting${where}
`);
  await interrupted;
} else {
  await end(story.isFlawless ? EXIT.ok : EXIT.no);
}
