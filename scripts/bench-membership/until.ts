import { setTimeout as sleep } from 'node:timers/promises';

/** What is waited for bears the time of its arrival, so that looking seldom costs no precision, and disturbs little. */
const LOOK_EVERY_MS = 20;

export interface Wait {
  /** Said where it doesn't happen: `m3 joined`. */
  readonly what: string;
  readonly withinMs: number;
  readonly signal: AbortSignal;
  readonly everyMs?: number;
}

/** Resolves when the condition holds. @throws Error where it doesn't in time, or was aborted */
export async function until(condition: () => boolean | Promise<boolean>, wait: Wait): Promise<void> {
  const giveUpMs = performance.now() + wait.withinMs;
  for (;;) {
    wait.signal.throwIfAborted();
    if (await condition()) return;
    if (performance.now() > giveUpMs) throw new Error(`not within ${wait.withinMs / 1000} s: ${wait.what}`);
    await sleep(wait.everyMs ?? LOOK_EVERY_MS);
  }
}

/** Gives the value as soon as there is one. @throws Error where there is none in time, or it was aborted */
export async function untilDefined<Value>(look: () => Value | undefined, wait: Wait): Promise<Value> {
  let found: Value | undefined;
  await until(() => (found = look()) !== undefined, wait);
  return found!;
}
