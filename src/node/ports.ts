import type { Clock } from '../base/clock.ts';
import type { Disk } from '../base/disk.ts';
import type { Network } from '../base/network.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';

/** The world as a node sees it: the machine's, or a simulator's. */
export interface Ports {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly disk: Disk;
  readonly network: Network;
}
