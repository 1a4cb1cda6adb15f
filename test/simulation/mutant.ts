/** A bug that somebody could write, planted for as long as a test runs. */
export interface Mutant {
  readonly name: string;
  /** Promises whose checkers must catch it. */
  readonly breaks: readonly string[];
  /** From which seed on it shows soon. Default: 1. */
  readonly firstSeed?: number;
  /** Plants it in the real code; the returned function removes it. */
  readonly plant: () => () => void;
}
