import { plantMethod } from './log/mutant.ts';

/** Plants a bug into a method that otherwise does what it does; the returned function removes it. */
export function plantAround<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  around: (original: T[K]) => T[K],
): () => void {
  return plantMethod(prototype, name, around(prototype[name]));
}
