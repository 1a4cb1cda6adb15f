import type { Family } from '../telemetry/exposition.ts';

/** Labels that Prometheus adds to every sample itself, and `le` of histograms. */
const LABELS_OF_PROMETHEUS = ['instance', 'job', 'le'];

/** What queries name that isn't documented, in sentences: metrics, and labels of theirs. Empty: nothing. */
export function unknownReferences(queries: string, documented: ReadonlyMap<string, Family>): string[] {
  const problems = new Set<string>();
  for (const [, name = '', selector = ''] of queries.matchAll(/\b(starling_[a-z_]+)(?:\{([^}]*)\})?/g)) {
    const family = documented.get(name) ?? histogramOf(name, documented);
    if (family === undefined) problems.add(`there is no metric ${name}`);
    for (const [, label = ''] of selector.matchAll(/([a-z_]+)\s*(?:=|!)/g)) {
      if (LABELS_OF_PROMETHEUS.includes(label) || family?.labels.includes(label) !== false) continue;
      problems.add(`${name} has no label ${label}`);
    }
  }
  return [...problems];
}

/** The histogram whose buckets, sum or count it is. */
function histogramOf(name: string, documented: ReadonlyMap<string, Family>): Family | undefined {
  const family = documented.get(name.replace(/_(?:bucket|sum|count)$/, ''));
  return family?.type === 'histogram' ? family : undefined;
}
