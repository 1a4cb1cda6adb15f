/** One metric in Prometheus' text format. */
export interface Family {
  readonly type: string;
  readonly help: string;
  /** Names of the labels of its samples, sorted, without the `le` of a histogram; empty where it has no samples. */
  readonly labels: readonly string[];
}

/** Every metric of an exporter's text, by name. */
export function familiesOf(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const [, name = '', help = ''] of text.matchAll(/^# HELP (\S+) (.*)$/gm)) {
    const type = new RegExp(`^# TYPE ${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 'untyped';
    families.set(name, { type, help, labels: labelsOf(name, text) });
  }
  return families;
}

/** Every sample, as `name{labels}`. */
export function samplesOf(text: string): Map<string, number> {
  const samples = text.matchAll(/^([a-z_]+(?:\{[^}]*\})?) (\S+)$/gm);
  return new Map([...samples].map(([, sample = '', value]) => [sample, Number(value)]));
}

function labelsOf(name: string, text: string): string[] {
  const labels = new Set<string>();
  for (const [, pairs = ''] of text.matchAll(
    new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{(.*)\\} `, 'gm'),
  )) {
    for (const [, label = ''] of pairs.matchAll(/([a-z_]+)="/g)) labels.add(label);
  }
  labels.delete('le');
  return [...labels].sort();
}
