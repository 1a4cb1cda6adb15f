import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'corpus');

/** What is worth keeping takes little; larger inputs are not kept. */
export const MOST_KEPT_BYTES = 2048;

/** The inputs that are kept for a target: those that once reached something new, and those that once showed a fault. One a line, in base64. */
export function readCorpus(target: string, folder = FOLDER): Uint8Array[] {
  const file = fileOf(target, folder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => new Uint8Array(Buffer.from(line, 'base64')));
}

/** Replaces it. */
export function writeCorpus(target: string, inputs: readonly Uint8Array[], folder = FOLDER): void {
  const lines = new Set(inputs.map((input) => `${Buffer.from(input).toString('base64')}\n`));
  writeFileSync(fileOf(target, folder), [...lines].sort().join(''));
}

function fileOf(target: string, folder: string): string {
  return path.join(folder, `${target}.txt`);
}
