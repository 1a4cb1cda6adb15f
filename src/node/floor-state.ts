import { z } from 'zod';
import type { FloorState } from '../antientropy/floor-keeper.ts';
import type { StateFiles } from './custody-state.ts';

const FLOOR_STATE = 'floors';

const schema = z.object({ fenceMs: z.number(), floorsMs: z.array(z.number()) });

/**
 * What was saved; zeros where nothing was.
 * @throws ZodError where the file's content, though its checksum fits, is of another form
 */
export async function loadFloorState(files: StateFiles): Promise<FloorState> {
  const stored = await files.readState(FLOOR_STATE);
  return stored === undefined ? { fenceMs: 0, floorsMs: [] } : schema.parse(stored);
}

export function saveFloorState(files: StateFiles, state: FloorState): Promise<void> {
  return files.writeState(FLOOR_STATE, state);
}
