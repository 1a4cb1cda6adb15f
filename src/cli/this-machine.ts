import path from 'node:path';
import type { Disk } from '../base/disk.ts';
import { StarlingError } from '../base/errors.ts';
import { systemDisk } from '../base/system/disk.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** Where a peer keeps its data unless it is told otherwise. */
export const DEFAULT_DATA_DIRECTORY = 'starling-data';

/** What a command that works on files of this machine, and asks no peer, has for it. */
export interface MachineWork {
  /** All of this machine's files: two folders of one disk can share what is in them. */
  readonly disk: Disk;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Does such work. What goes wrong is this machine's failure, not a cluster's.
 * @param interrupted what to say after Ctrl-C
 */
export async function onThisMachine<Result>(
  terminal: Terminal,
  interrupted: string,
  work: (machine: MachineWork) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  const stopListening = terminal.onInterrupt(() => abort.abort());
  try {
    return await work({ disk: systemDisk('/'), signal: abort.signal });
  } catch (error) {
    if (abort.signal.aborted) throw new Outcome(EXIT.interrupted, interrupted);
    if (isOfSystem(error)) throw new Outcome(EXIT.failure, error.message);
    throw error;
  } finally {
    stopListening();
  }
}

/** A path as that disk has it. */
export function onDisk(name: string): string {
  return path.resolve(name).slice(1);
}

function isOfSystem(error: unknown): error is Error {
  if (error instanceof StarlingError) return error.code === 'UNAVAILABLE';
  return error instanceof Error && 'errno' in error;
}
