import type { FuzzTarget } from '../target.ts';
import { CLIENT_FRAMES } from './client-frames.ts';
import { INTENTS } from './intents.ts';
import { LOG_FILES } from './log-files.ts';
import { PEER_FRAMES } from './peer-frames.ts';
import { STATE_FILES } from './state-files.ts';
import { TEXT_FILES } from './text-files.ts';

/** Every decoder of bytes that come from outside of the process. */
export const TARGETS: readonly FuzzTarget[] = [
  ...CLIENT_FRAMES,
  ...PEER_FRAMES,
  ...INTENTS,
  ...LOG_FILES,
  ...STATE_FILES,
  ...TEXT_FILES,
];

/** @throws Error where there is none of this name */
export function targetOf(name: string): FuzzTarget {
  const target = TARGETS.find((one) => one.name === name);
  if (target === undefined) throw new Error(`there is no fuzz target ${name}`);
  return target;
}
