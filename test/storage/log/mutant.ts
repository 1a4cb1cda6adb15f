import type { VirtualHome } from '../virtual-home.ts';

/** Plants a bug; the returned function removes it. */
export type Plant = (home: VirtualHome) => () => void;

/** Puts another method in the place of one, for all objects of a class. */
export function plantMethod<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  method: T[K],
): () => void {
  const original = prototype[name];
  prototype[name] = method;
  return () => {
    prototype[name] = original;
  };
}

/** Makes a getter give always the same. */
export function plantGetter<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  value: T[K],
): () => void {
  const original = Object.getOwnPropertyDescriptor(prototype, name)!;
  Object.defineProperty(prototype, name, { configurable: true, get: () => value });
  return () => {
    Object.defineProperty(prototype, name, original);
  };
}
