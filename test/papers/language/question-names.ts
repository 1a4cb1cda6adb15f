/**
 * Names for sequence numbers, which begin at a random one: the core's own questions are p1, p2, ... in the order
 * in which they are asked, and those of others are called what the scenario calls them.
 */
export class QuestionNames {
  readonly #nameOf = new Map<number, string>();
  readonly #sequenceOf = new Map<string, number>();
  #ownCount = 0;

  /** The name of a question of the core. */
  nameOfOwn(sequence: number): string {
    const known = this.#nameOf.get(sequence);
    if (known !== undefined) return known;
    this.#ownCount++;
    return this.#bind(`p${this.#ownCount}`, sequence);
  }

  /** The name under which the core answers. */
  nameOfAnswer(sequence: number): string {
    return this.#nameOf.get(sequence) ?? `an unknown question ${sequence}`;
  }

  /** The sequence number of a question in the scenario, whoever asked it. */
  sequenceOf(name: string): number {
    const known = this.#sequenceOf.get(name);
    if (known !== undefined) return known;
    // Far from one another, so that a core that counts on from somebody else's is noticed.
    const sequence = 1_000_000 * (this.#sequenceOf.size + 1);
    this.#bind(name, sequence);
    return sequence;
  }

  #bind(name: string, sequence: number): string {
    this.#nameOf.set(sequence, name);
    this.#sequenceOf.set(name, sequence);
    return name;
  }
}
