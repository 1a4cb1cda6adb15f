import { Counter, Gauge, type Histogram, Registry } from 'prom-client';
import type { Durations } from './durations.ts';

/** Every name begins with it. */
const PREFIX = 'starling_';

/** A metric, to be set when it is collected: to one figure, or to one for each value of its label. */
export interface Reading<Value = number> {
  set(value: Value): void;
}

/** Values of labels, by their names. */
export type Labels = Readonly<Record<string, string>>;

/** A figure, or how long things took, for some values of the labels. */
export type Labelled<Value = number> = readonly [labels: Labels, value: Value];

/**
 * What Prometheus reads of one node, in a registry of its own, since a process may hold several nodes.
 *
 * What a part counts anyway is not counted twice: the part's own figures are taken over when somebody asks (`onCollect`),
 * so that nothing here costs anything in between. Names are in snake case, with the base unit (seconds, bytes) at
 * the end, and `_total` behind it where the figure only grows. The values of a label are a closed set: never a key, a
 * peer or an address. `docs/metrics.md` lists them all, and a test compares it with what a node shows.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #collectors: (() => void)[] = [];

  /** What the text is, for HTTP. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** A figure that only grows while the node runs. */
  counter(name: `${string}_total`, help: string): Reading {
    const counter = this.countersBy([], name, help);
    return { set: (total) => counter.set([[{}, total]]) };
  }

  /** Such figures by the values of some labels. Values that aren't set aren't shown. */
  countersBy(
    labelNames: readonly string[],
    name: `${string}_total`,
    help: string,
  ): Reading<readonly Labelled[]> {
    const counter = new Counter({ name: PREFIX + name, help, labelNames, registers: [this.#registry] });
    return {
      set: (totals) => {
        counter.reset();
        for (const [labels, total] of totals) counter.inc(labels, total);
      },
    };
  }

  /** A figure that goes up and down. */
  gauge(name: string, help: string): Reading {
    return new Gauge({ name: PREFIX + name, help, registers: [this.#registry] });
  }

  /** One such figure for each value of a label. */
  gaugeBy<Value extends string>(
    label: string,
    name: string,
    help: string,
  ): Reading<Readonly<Record<Value, number>>> {
    const gauge = new Gauge({ name: PREFIX + name, help, labelNames: [label], registers: [this.#registry] });
    return {
      set: (figures) => {
        for (const [value, figure] of Object.entries<number>(figures)) gauge.set({ [label]: value }, figure);
      },
    };
  }

  /** How long things took, by the values of some labels, as they are when they are read. */
  histogramsBy(
    name: `${string}_seconds`,
    help: string,
    durations: () => readonly Labelled<Durations>[],
  ): void {
    this.#registry.registerMetric(durationHistogram(PREFIX + name, help, durations));
  }

  /** Called before each reading, to set what is to be read. */
  onCollect(collector: () => void): void {
    this.#collectors.push(collector);
  }

  /** All of it as it is now, in Prometheus' text format. */
  async text(): Promise<string> {
    for (const collect of this.#collectors) collect();
    return this.#registry.metrics();
  }
}

/**
 * prom-client's own takes a microsecond and a few objects to note a duration; this one shows what was noted elsewhere. Of a metric a
 * registry needs its name and `get` alone.
 */
function durationHistogram(
  name: string,
  help: string,
  durations: () => readonly Labelled<Durations>[],
): Histogram {
  const get = () => {
    const values = durations().flatMap(([labels, noted]) => samplesOf(name, labels, noted));
    return Promise.resolve({ name, help, type: 'histogram', values, aggregator: 'sum' });
  };
  return { name, get } as unknown as Histogram;
}

function samplesOf(name: string, labels: Labels, durations: Durations) {
  const { bounds, cumulative, count, sumSeconds } = durations;
  const bucket = (le: number | string, value: number) => ({
    metricName: `${name}_bucket`,
    labels: { le, ...labels },
    value,
  });
  return [
    ...bounds.map((bound, index) => bucket(bound, cumulative[index]!)),
    bucket('+Inf', count),
    { metricName: `${name}_sum`, labels, value: sumSeconds },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
