import type { Sighting, State } from './sighting.ts';

/** Which sightings: of whom, in which of these states, not before when. */
export interface Question {
  readonly of: string;
  readonly states: readonly State[];
  readonly sinceMs: number;
}

/** All that the members of one cluster were seen to think of each other, in the order of its arrival. */
export class Journal {
  readonly #sightings: Sighting[] = [];
  readonly #refutals: number[] = [];
  /** By the name of who sees, then by id: the last that was not a mere suspicion. */
  readonly #views = new Map<string, Map<string, State>>();
  #lastMs = -Infinity;

  add(sighting: Sighting): void {
    const { by, of, state, atMs } = sighting;
    this.#sightings.push(sighting);
    this.#lastMs = atMs;
    // serf doesn't say when a suspicion is over, and whoever is suspected is listed still.
    if (state === 'suspect') return;
    const view = this.#views.get(by) ?? new Map<string, State>();
    this.#views.set(by, view.set(of, state));
  }

  addRefutal(atMs: number): void {
    this.#refutals.push(atMs);
  }

  /** A new process has taken the member's place, and knows nothing yet. */
  forget(by: string): void {
    this.#views.delete(by);
  }

  /** When the last sighting came; -Infinity where there was none. */
  get lastMs(): number {
    return this.#lastMs;
  }

  /** Whether the one lists the other as alive. */
  lists(by: string, of: string): boolean {
    return this.#views.get(by)?.get(of) === 'alive';
  }

  /** When the first of all members said so; undefined while none has. */
  firstMs(question: Question): number | undefined {
    return this.#answers(question)[0]?.atMs;
  }

  /** When the last of these members first said so; undefined while one of them has not. */
  allMs(by: readonly string[], question: Question): number | undefined {
    const answers = this.#answers(question);
    const firsts = by.map((name) => answers.find((sighting) => sighting.by === name)?.atMs);
    return firsts.every((atMs) => atMs !== undefined) ? Math.max(...firsts) : undefined;
  }

  since(sinceMs: number): readonly Sighting[] {
    return this.#sightings.filter(({ atMs }) => atMs >= sinceMs);
  }

  /** How many accusations were denied by the accused. */
  refutalsSince(sinceMs: number): number {
    return this.#refutals.filter((atMs) => atMs >= sinceMs).length;
  }

  #answers({ of, states, sinceMs }: Question): Sighting[] {
    return this.#sightings.filter(
      (sighting) => sighting.atMs >= sinceMs && sighting.of === of && states.includes(sighting.state),
    );
  }
}
