import { DEATH, SILENCE } from './death.ts';
import { IDLE } from './idle.ts';
import { JOIN } from './join.ts';
import { LEAVE } from './leave.ts';
import type { Measurement, MeasurementName } from './measurement.ts';
import { STRESS } from './stress.ts';

/** In the order in which they are taken of one cluster. */
export const MEASUREMENTS: readonly Measurement[] = [JOIN, IDLE, DEATH, SILENCE, LEAVE, STRESS];

/** Those of these names; of a smoke run only those that take little time. */
export function measurementsOf(
  names: readonly MeasurementName[],
  { isQuick }: { readonly isQuick: boolean },
): readonly Measurement[] {
  return MEASUREMENTS.filter(({ name, isLong }) => names.includes(name) && !(isQuick && isLong));
}
