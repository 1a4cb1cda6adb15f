import { DURABLE_PUTS } from './durable-puts.ts';
import { FILLING } from './filling.ts';
import { GETS } from './gets.ts';
import { GETS_WHILE_COMPACTING } from './gets-while-compacting.ts';
import { INDEX_GROWTH } from './index-growth.ts';
import { type Measurement } from './measurement.ts';
import { MEMORY } from './memory.ts';
import { OPENING } from './opening.ts';
import { OVERWRITES } from './overwrites.ts';

/** In the order in which they are taken. */
export const MEASUREMENTS: readonly Measurement[] = [
  ...DURABLE_PUTS,
  GETS,
  GETS_WHILE_COMPACTING,
  MEMORY,
  INDEX_GROWTH,
  OPENING,
  OVERWRITES,
];

export const MEASUREMENT_NAMES = [...new Set(MEASUREMENTS.map(({ name }) => name))];

/** By its title, which tells apart those that share a name. */
export function measurementTitled(title: string): Measurement {
  const found = [FILLING, ...MEASUREMENTS].find((one) => one.title === title);
  if (found === undefined) throw new Error(`there is no measurement "${title}"`);
  return found;
}
