import { Counter, Gauge, Registry } from 'prom-client';

/** Every name begins with it. */
const PREFIX = 'starling_';

/** A metric, to be set when it is collected: to one figure, or to one for each value of its label. */
export interface Reading<Value = number> {
  set(value: Value): void;
}

/**
 * What Prometheus reads of one node, in a registry of its own, since a process may hold several nodes.
 *
 * What a part counts anyway is not counted twice: the part's own figures are taken over when somebody asks (`onCollect`),
 * so that nothing here costs anything in between. Names are in snake case, with the base unit (seconds, bytes) at
 * the end, and `_total` behind it where the figure only grows. The values of a label are a closed set: never a key, a
 * peer or an address.
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
    const counter = new Counter({ name: PREFIX + name, help, registers: [this.#registry] });
    return {
      set: (total) => {
        counter.reset();
        counter.inc(total);
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
