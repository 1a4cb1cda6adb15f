import { readFileSync } from 'node:fs';

export interface ProcessMemory {
  readonly residentBytes: number;
  /** Without pages of files, which the kernel takes back where it needs them. */
  readonly anonymousBytes: number;
}

/** What this process occupies, garbage collected if Node runs with `--expose-gc`. */
export function processMemory(): ProcessMemory {
  globalThis.gc?.();
  const text = readFileSync('/proc/self/status', 'latin1');
  return { residentBytes: field(text, 'VmRSS'), anonymousBytes: field(text, 'RssAnon') };
}

/** `VmRSS:     52340 kB` */
function field(text: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  if (found === undefined) throw new Error(`the kernel says nothing of ${name}`);
  return Number(found) * 1024;
}
