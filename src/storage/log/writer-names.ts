/** Slot of a writer that found no room in the table: its name has to be read from the entry. */
export const UNNAMED_WRITER = 0xffff;

/**
 * The writers of the index's versions, each kept once and named by 16 bits. A writer is one start of one
 * node, so that the table's 65,535 places last for years; those beyond read as UNNAMED_WRITER.
 */
export class WriterNames {
  readonly #slots = new Map<number, number>();
  readonly #writers: number[] = [];

  /** The writer's slot, a new one where it is new. */
  slotOf(writer: number): number {
    const known = this.#slots.get(writer);
    if (known !== undefined) return known;
    const slot = this.#writers.length;
    if (slot === UNNAMED_WRITER) return UNNAMED_WRITER;
    this.#slots.set(writer, slot);
    this.#writers.push(writer);
    return slot;
  }

  /** The writer in a slot; undefined for UNNAMED_WRITER. */
  writerIn(slot: number): number | undefined {
    return this.#writers[slot];
  }
}
