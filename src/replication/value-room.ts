import type { StarlingError } from '../base/errors.ts';

/** Where a request counts the values that it holds for its answer: from when their size is known, which is when they come. */
export interface ValueRoom {
  /** The last reason; undefined: there was room so far. */
  readonly refusal: StarlingError | undefined;
  /**
   * Why there is no room for so much; undefined: there is, and it is counted. Who hears a reason lets go of the values.
   * @param bytes all that the request holds now; what it counted before counts no more
   */
  hold(bytes: number): StarlingError | undefined;
}
