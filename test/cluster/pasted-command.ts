import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM } from '../program.ts';

/** Makes a folder in which `starling` is this program, as an installed package has it. */
export function installInto(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'starling');
  const command = [process.execPath, ...PROGRAM].map((part) => `'${part}'`).join(' ');
  writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o700);
  return folder;
}

/** A command line as a person pastes it into a shell. */
export class PastedCommand {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #output = '';

  /** @param where the folder that the shell is in, and the one in which `starling` is installed */
  constructor(line: string, { cwd, bin }: { readonly cwd: string; readonly bin: string }) {
    // With `exec` the process is the command's own, not the shell's that waits for it.
    this.#child = spawn('sh', ['-c', `exec ${line}`], {
      cwd,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => (this.#output += String(chunk)));
    }
    this.#ended = once(this.#child, 'close').then(([code]) => code as number | null);
  }

  /** Everything that it wrote. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves with the exit code. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** SIGTERM. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
