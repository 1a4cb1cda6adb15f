import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StarlingError } from '../../base/errors.ts';

/** Where `starling up` keeps its peers unless it is told otherwise, in the folder it is called in. */
export const DEFAULT_FLOCK_FOLDER = '.starling';

const FILE = 'running.json';

/** What `up` leaves in its folder while it runs, so that other commands find the cluster. */
export interface RunningFlock {
  /** The process that holds the peers. */
  readonly pid: number;
  /** `host:port` of each peer. */
  readonly clientAddresses: readonly string[];
}

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
  const note = parsedJson(text);
  if (isRunningFlock(note)) return note;
  const message = `${file} should say which cluster runs here, and says something else: remove it, or name a peer with --address`;
  throw new StarlingError('CONFIGURATION', message, { file });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By hand: every command looks at the note, and loading zod takes longer than most of them. */
function isRunningFlock(note: unknown): note is RunningFlock {
  if (typeof note !== 'object' || note === null) return false;
  const { pid, clientAddresses } = note as Partial<Record<keyof RunningFlock, unknown>>;
  const isProcess = typeof pid === 'number' && Number.isInteger(pid) && pid > 0;
  return (
    isProcess && Array.isArray(clientAddresses) && clientAddresses.every((each) => typeof each === 'string')
  );
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
