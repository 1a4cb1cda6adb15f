import type { AccusationCounter } from './accusations.ts';
import type { CoreCluster } from './core-cluster.ts';

export type Unit = 'ms' | '/s' | 'B/s' | 'number';

export interface Figure {
  readonly name: string;
  /** Undefined: it never came to pass. */
  readonly value: number | undefined;
  readonly unit: Unit;
}

/** What one scenario with one seed came to. */
export interface Outcome {
  readonly scenario: string;
  readonly members: number;
  readonly seed: number;
  /** Virtual time in which accusations were counted. */
  readonly simulatedMs: number;
  readonly figures: readonly Figure[];
  /** What must not happen and did; empty where all is well. */
  readonly violations: readonly string[];
}

/** Collects what a scenario finds. */
export class Findings {
  readonly #scenario: string;
  readonly #cluster: CoreCluster;
  readonly #seed: number;
  readonly #startMs: number;
  readonly #figures: Figure[] = [];
  readonly #violations: string[] = [];

  constructor(scenario: string, cluster: CoreCluster, seed: number) {
    this.#scenario = scenario;
    this.#cluster = cluster;
    this.#seed = seed;
    this.#startMs = cluster.nowMs;
  }

  add(name: string, value: number | undefined, unit: Unit): void {
    this.#figures.push({ name, value, unit });
  }

  /** Notes how long something took, and a violation where that is more than the bound, or never was. */
  took(name: string, tookMs: number | undefined, boundMs: number): void {
    this.add(name, tookMs, 'ms');
    if (tookMs !== undefined && tookMs <= boundMs) return;
    const found = tookMs === undefined ? 'never' : `after ${Math.round(tookMs)} ms`;
    this.#violations.push(`${name}: ${found}, not within ${Math.round(boundMs)} ms`);
  }

  /** Notes a figure, and a violation where it is above the bound. */
  atMost(name: string, value: number, unit: Unit, bound: number): void {
    this.add(name, value, unit);
    if (value > bound) this.#violations.push(`${name}: ${value}, more than ${bound}`);
  }

  /** Notes what was said of members that run, and a violation for each that was well and was declared dead. */
  accusations({ well, unwell, falseDeaths }: AccusationCounter): void {
    this.add('false deaths of healthy members', well.deaths, 'number');
    this.add('false deaths of healthy members: believers', well.believers, 'number');
    this.add('false suspicions of healthy members', well.suspicions, 'number');
    this.add('deaths of members in trouble', unwell.deaths, 'number');
    this.add('deaths of members in trouble: declared by', unwell.verdicts, 'number');
    this.add('suspicions of members in trouble', unwell.suspicions, 'number');
    for (const { atMs, target, observer } of falseDeaths) {
      this.#violations.push(
        `member ${target} was well when member ${observer} took it for dead, at ${atMs} ms`,
      );
    }
  }

  outcome(): Outcome {
    return {
      scenario: this.#scenario,
      members: this.#cluster.members.length,
      seed: this.#seed,
      simulatedMs: this.#cluster.nowMs - this.#startMs,
      figures: this.#figures,
      violations: this.#violations,
    };
  }
}
