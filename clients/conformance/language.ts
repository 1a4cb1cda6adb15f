import type { AdapterProgram } from './adapter.ts';
import type { ToolOptions } from './tool.ts';

/** A client in one language: what it takes to build it, and how it is run. */
export interface Language {
  /** Also the folder of `clients/` in which it lives. */
  readonly name: string;
  /** Why it can't be built or run on this machine; undefined where it can. */
  readonly obstacle: () => Promise<string | undefined>;
  /** Builds it. @throws Error with what the tool said */
  readonly build: () => Promise<void>;
  /** Runs its own tests, which check it against the vectors. @returns how many passed. @throws Error with what failed */
  readonly ownTests: () => Promise<number>;
  readonly adapter: AdapterProgram;
  /** Runs the two pieces of code that its README shows, in this order. @returns what they wrote. Undefined: test/package runs them */
  readonly runReadme?: (code: readonly [string, string], where: Required<ToolOptions>) => Promise<string>;
}
