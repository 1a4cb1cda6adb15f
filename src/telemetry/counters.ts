/** Counts of events since the start, by name. The set of names is closed: `CounterName` in event-counts.ts. */
export class Counters<Name extends string> {
  readonly #counts = new Map<Name, number>();

  add(name: Name, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  /** 0 where nothing was counted by that name. */
  get(name: string): number {
    return this.#counts.get(name as Name) ?? 0;
  }

  /** A copy, sorted by name. */
  snapshot(): Map<string, number> {
    return new Map([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
