import type { StateFiles } from '../../src/node/custody-state.ts';

/** Files in memory whose writes end when a test says so. */
export class MemoryStateFiles implements StateFiles {
  /** As JSON: what a file holds is not changed by who wrote it. */
  readonly saved = new Map<string, string>();
  /** Writes that have begun. */
  writes = 0;
  /** Runs before each write has its effect; may throw, or hold it up. */
  before: () => void | Promise<void> = () => {};

  async readState(name: string): Promise<unknown> {
    const text = this.saved.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  async writeState(name: string, value: unknown): Promise<void> {
    this.writes++;
    const text = JSON.stringify(value);
    await this.before();
    this.saved.set(name, text);
  }
}

/** Something to wait at until it is opened. */
export function gate(): { readonly wait: () => Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait: () => opened, open };
}
