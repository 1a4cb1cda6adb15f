/**
 * Stops the process on a mistake of our own. Never used on bytes from a wire or a disk: those are
 * validated and refused with a {@link StarlingError}.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The compiler proves that a switch was exhaustive; at run time reaching this is our own mistake. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`);
}

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}
