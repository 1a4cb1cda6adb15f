import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StarlingError } from '../../base/errors.ts';

/** Where `starling up` keeps its peers unless it is told otherwise, in the folder it is called in. */
export const DEFAULT_FLOCK_FOLDER = '.starling';

const FILE = 'running.json';

const schema = z.strictObject({
  /** The process that holds the peers. */
  pid: z.int().positive(),
  /** `host:port` of each peer. */
  clientAddresses: z.array(z.string()).readonly(),
});

/** What `up` leaves in its folder while it runs, so that other commands find the cluster. */
export type RunningFlock = Readonly<z.infer<typeof schema>>;

/**
 * The cluster that `starling up` runs from this folder now; undefined where none does.
 * @throws StarlingError CONFIGURATION where its note says something else
 */
export function readRunningFlock(folder = DEFAULT_FLOCK_FOLDER): RunningFlock | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, FILE), 'utf8');
  } catch {
    return undefined;
  }
  const running = parse(text, path.join(folder, FILE));
  return isAlive(running.pid) ? running : undefined;
}

export function noteRunningFlock(folder: string, running: RunningFlock): void {
  const file = path.join(folder, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify(running)}\n`);
  renameSync(`${file}.new`, file);
}

export function forgetRunningFlock(folder: string): void {
  rmSync(path.join(folder, FILE), { force: true });
}

function parse(text: string, file: string): RunningFlock {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const message = `${file} should say which cluster runs here, and says something else: remove it, or name a peer with --address`;
    throw new StarlingError('CONFIGURATION', message, {}, error);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process nevertheless.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
