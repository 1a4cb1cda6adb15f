/**
 * Writes the vectors from what this project's own code computes, so that they can't differ from it.
 *
 * Usage: npm run generate:vectors
 */
import { writeFileSync } from 'node:fs';
import { frameVectors } from './frames.ts';
import { keyVectors } from './keys.ts';
import { messageVectors } from './messages.ts';
import { retryVectors } from './retries.ts';
import { routingVectors } from './routing.ts';

/** Name and content of each file. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const vectors = {
    keys: keyVectors(),
    frames: frameVectors(),
    messages: messageVectors(),
    routing: routingVectors(),
    retries: retryVectors(),
  };
  return new Map(
    Object.entries(vectors).map(([name, content]) => [
      `${name}.json`,
      `${JSON.stringify(content, undefined, 1)}\n`,
    ]),
  );
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, content] of vectorFiles()) writeFileSync(new URL(name, import.meta.url), content);
}
