import type { NodeSnapshot } from './target/node-snapshot.ts';

/** What is not the same in two snapshots, a line each: `node, where: before -> after`. Peers go by the end of their ids. */
export function differences(before: readonly NodeSnapshot[], after: readonly NodeSnapshot[]): string[] {
  const [then, now] = [linesOf(before), linesOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((place) => then.get(place) !== now.get(place))
    .map((place) => `${place}: ${then.get(place) ?? 'nothing'} -> ${now.get(place) ?? 'nothing'}`)
    .map(shortened);
}

function linesOf(snapshots: readonly NodeSnapshot[]): Map<string, string> {
  const lines = new Map<string, string>();
  for (const snapshot of snapshots) {
    for (const [name, value] of Object.entries<string | Readonly<Record<string, string | number>>>({
      ...snapshot,
    })) {
      const place = `${snapshot.peer} ${name}`;
      if (typeof value === 'string') lines.set(place, value);
      else for (const [key, entry] of Object.entries(value)) lines.set(`${place} ${key}`, String(entry));
    }
  }
  return lines;
}

function shortened(line: string): string {
  return line.replace(/12D3KooW\w{40}(\w{4})/g, '..$1').replace(/([0-9a-f]{8})[0-9a-f]{56}/g, '$1..');
}
