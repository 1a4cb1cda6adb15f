import { Swim } from '../../../src/membership/swim.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../../src/membership/swim-options.ts';

/** A bug that somebody could write. */
export interface PlantedBug {
  readonly name: string;
  /** The scenarios of one member that catch it; no other does. */
  readonly caughtBy: readonly string[];
  /** Scenarios of many members that catch it; others may, by chance. */
  readonly caughtInGroups?: readonly string[];
  readonly plant: Plant;
}

/** Plants a bug in the real code; the returned function removes it. */
export type Plant = () => () => void;

/** Does something while a bug is planted. */
export function withPlanted<T>(plant: Plant, act: () => T): T {
  const remove = plant();
  try {
    return act();
  } finally {
    remove();
  }
}

/** Replaces a method, or a getter, of a class. */
export function replaceMethod<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  change: (original: T[K]) => T[K],
): Plant {
  return () => {
    const original = prototype[name];
    prototype[name] = change(original);
    return () => {
      prototype[name] = original;
    };
  };
}

/** Replaces what a getter of a class gives. */
export function replaceGetter<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  give: (original: (self: T) => T[K], self: T) => T[K],
): Plant {
  return () => {
    const original = Object.getOwnPropertyDescriptor(prototype, name)!;
    const originalGet = (self: T) => original.get!.call(self) as T[K];
    Object.defineProperty(prototype, name, {
      ...original,
      get(this: T) {
        return give(originalGet, this);
      },
    });
    return () => {
      Object.defineProperty(prototype, name, original);
    };
  };
}

/** Replaces the default of an option. */
export function replaceOption<K extends keyof SwimOptions>(name: K, value: SwimOptions[K]): Plant {
  return () => {
    const defaults: { -readonly [N in keyof SwimOptions]: SwimOptions[N] } = DEFAULT_SWIM_OPTIONS;
    const original = defaults[name];
    defaults[name] = value;
    return () => {
      defaults[name] = original;
    };
  };
}

/** Plants one bug in several places. */
export function plantAll(...plants: readonly Plant[]): Plant {
  return () => {
    const removals = plants.map((plant) => plant());
    return () => {
      for (const remove of removals.toReversed()) remove();
    };
  };
}

/** The core that handles an event just now, for bugs in parts that don't know their core. */
let current: Swim | undefined;

function setCurrent(core: Swim): void {
  current = core;
}

export function currentCore(): Swim {
  if (current === undefined) throw new Error('no core is handling an event');
  return current;
}

/** Keeps {@link currentCore} up to date. */
export const knowingTheCore: Plant = replaceMethod(Swim.prototype, 'handle', (original) => {
  return function (this: Swim, event, now) {
    setCurrent(this);
    return original.call(this, event, now);
  };
});
