import type { Metrics, Reading } from './metrics.ts';

/** The metric of a figure, and what it means. One that only grows ends with `_total`. */
export type FigureDeclaration = readonly [metric: string, help: string];

/** Lets figures that some part knows be read among a node's metrics: each under its own name, as they are when somebody asks. */
export function addFigures<Name extends string>(
  metrics: Metrics,
  declared: Readonly<Record<Name, FigureDeclaration>>,
  read: () => Readonly<Record<NoInfer<Name>, number>>,
): void {
  const names = Object.keys(declared) as Name[];
  const readings = names.map((name): readonly [Name, Reading] => [name, readingOf(metrics, declared[name])]);
  metrics.onCollect(() => {
    const figures = read();
    for (const [name, reading] of readings) reading.set(figures[name]);
  });
}

function readingOf(metrics: Metrics, [metric, help]: FigureDeclaration): Reading {
  return isTotal(metric) ? metrics.counter(metric, help) : metrics.gauge(metric, help);
}

function isTotal(metric: string): metric is `${string}_total` {
  return metric.endsWith('_total');
}
