import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program of this machine to its end, and gives what it printed. Rejects with what it said where it fails. */
export async function command(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args);
  return stdout;
}

/** Whether the program is there; `args` are something harmless to ask it. */
export async function hasProgram(program: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

/** Leaves a test out that this machine can't run, and says why: a test that is passed over in silence proves nothing. */
export function skipBecauseOf(obstacle: string | undefined, context: Mocha.Context): void {
  if (obstacle === undefined) return;
  console.log(`      skipped: ${obstacle}`);
  context.skip();
}
