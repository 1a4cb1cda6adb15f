/** Whoever wants to hear of something. Listeners may come and go while they are told. */
export class Listeners<Fact> {
  readonly #listeners = new Set<(fact: Fact) => void>();

  /** Calls back from now on; the returned function ends that. */
  add(listener: (fact: Fact) => void): () => void {
    const own = (fact: Fact) => listener(fact);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(fact: Fact): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener(fact);
  }
}
