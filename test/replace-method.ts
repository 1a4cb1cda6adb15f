/** Puts another method in the place of one, for all objects of a class; the returned function puts it back. */
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
