import type { z } from 'zod';
import { StarlingError } from '../base/errors.ts';

/**
 * What a state file says, where it has the form that this version writes.
 * @param name of the state
 * @throws StarlingError CORRUPTION where the content, though its checksum fits, is of another form
 */
export function stateOfForm<State>(schema: z.ZodType<State>, stored: unknown, name: string): State {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StarlingError(
    'CORRUPTION',
    `the state "${name}" of the data directory is not what Starling writes: ${issue?.path.join('.') ?? ''}: ` +
      `${issue?.message ?? ''}; restore it from a snapshot, or start this peer with an empty data directory`,
    { state: name },
    parsed.error,
  );
}
