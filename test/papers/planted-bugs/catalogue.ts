import { ADDITION_BUGS } from './additions.ts';
import { CONFIRMATION_BUGS } from './confirmations.ts';
import { DISSEMINATION_BUGS } from './dissemination.ts';
import { LOCAL_HEALTH_BUGS } from './local-health.ts';
import type { Plant, PlantedBug } from './planted-bug.ts';
import { PROBE_BUGS } from './probes.ts';
import { ROUND_BUGS } from './rounds.ts';
import { SUSPICION_BUGS } from './suspicion.ts';

/** Every bug that the papers' scenarios must catch. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...PROBE_BUGS,
  ...ROUND_BUGS,
  ...DISSEMINATION_BUGS,
  ...SUSPICION_BUGS,
  ...LOCAL_HEALTH_BUGS,
  ...CONFIRMATION_BUGS,
  ...ADDITION_BUGS,
];

/** The bug of this name, for a test that must notice it as well. */
export function plantOf(name: string): Plant {
  const bug = PLANTED_BUGS.find((one) => one.name === name);
  if (bug === undefined) throw new Error(`no such bug: ${name}`);
  return bug.plant;
}
