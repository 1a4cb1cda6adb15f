/** A bug that somebody could write, planted for as long as a test runs. */
export interface Mutant {
  readonly name: string;
  /** Promises whose checkers must catch it. */
  readonly breaks: readonly string[];
  /** Plants it in the real code; the returned function removes it. */
  readonly plant: () => () => void;
}

/** Replaces a method of a class until the returned function is called. */
export function replaceMethod<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  change: (original: T[K]) => T[K],
): () => void {
  const original = prototype[name];
  prototype[name] = change(original);
  return () => {
    prototype[name] = original;
  };
}
