import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Flock } from '../src/cli/flock/flock.ts';
import { FlockFolder } from '../src/cli/flock/folder.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import type { Flag } from '../src/node/configuration/load.ts';

/** A cluster of processes that a script measures, in a folder that nobody will miss. */
export interface TemporaryFlock {
  readonly flock: Flock;
  /** Ends every process, and deletes what they left. */
  readonly remove: () => Promise<void>;
}

/** Prepared, not started; what the peers have to say of errors comes to standard error. @param options by their paths, besides the level of the log */
export async function temporaryFlock(
  nodes: number,
  options: Readonly<Record<string, unknown>>,
): Promise<TemporaryFlock> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'starling-bench-'));
  const flags = Object.entries({ 'log.level': 'error', ...options }).map(([option, value]): Flag => ({
    name: 'bench',
    path: option,
    value,
  }));
  const flock = await Flock.prepare(
    new FlockFolder(folder),
    { nodes, flags },
    {
      onLine: ({ name }, line) => processTerminal.err(`${name} | ${line}\n`),
      onDeath: ({ name }, how) => processTerminal.err(`${name} died (${how})\n`),
    },
  );
  return {
    flock,
    remove: async () => {
      await flock.killAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
