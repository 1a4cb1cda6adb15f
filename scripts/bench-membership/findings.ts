import { type Distribution, distributionOf } from './distribution.ts';
import type { EngineName } from './engine.ts';
import type { Found } from './measurement.ts';

export interface Place {
  readonly engine: EngineName;
  /** Members of the cluster. */
  readonly size: number;
}

/** One value of one figure. */
export interface Finding extends Place {
  readonly id: string;
  readonly value: number;
}

/** Everything found, by figure, engine and size. */
export class Findings {
  readonly #all: Finding[];

  constructor(all: readonly Finding[] = []) {
    this.#all = [...all];
  }

  get all(): readonly Finding[] {
    return this.#all;
  }

  add({ engine, size }: Place, found: Found): void {
    for (const [id, value] of Object.entries(found)) this.#all.push({ engine, size, id, value });
  }

  /** Undefined where it wasn't measured. */
  distribution(id: string, { engine, size }: Place): Distribution | undefined {
    const values = this.#all.filter((one) => one.id === id && one.engine === engine && one.size === size);
    return distributionOf(values.map(({ value }) => value));
  }
}
