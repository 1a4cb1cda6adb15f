import { readFileSync } from 'node:fs';
import type { Family } from './exposition.ts';

const DOCUMENT = new URL('../../docs/metrics.md', import.meta.url);

const ROW = /^\| `(?<name>[a-z_]+)`\s*\| (?<type>\w+)\s*\| (?<labels>[^|]*?)\s*\| (?<help>.*?)\s*\|$/gm;

/** Every metric that docs/metrics.md has in its tables, by name. */
export function documentedMetrics(text: string = readFileSync(DOCUMENT, 'utf8')): Map<string, Family> {
  const rows = [...text.matchAll(ROW)].map(({ groups }) => groups ?? {});
  return new Map(
    rows.map(({ name = '', type = '', labels = '', help = '' }) => {
      const labelNames = [...labels.matchAll(/`([a-z]+)`/g)].map(([, label = '']) => label).sort();
      return [name, { type, help, labels: labelNames }];
    }),
  );
}

/** What a document says otherwise than a node, in sentences; empty: nothing. */
export function disagreements(
  documented: ReadonlyMap<string, Family>,
  shown: ReadonlyMap<string, Family>,
): string[] {
  const found: string[] = [];
  for (const name of shown.keys()) {
    if (!documented.has(name)) found.push(`${name} isn't documented`);
  }
  for (const [name, expected] of documented) {
    const actual = shown.get(name);
    if (actual === undefined) found.push(`${name} is documented and not shown`);
    else if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      found.push(`${name} is ${JSON.stringify(actual)}, and documented as ${JSON.stringify(expected)}`);
    }
  }
  return found;
}
