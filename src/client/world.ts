import type { Clock } from '../base/clock.ts';
import type { ByteStream } from '../base/network.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { Tracer } from '../base/tracing.ts';
import type { Address } from './address.ts';

/** All that the client needs of the machine it runs on; the simulator brings its own. */
export interface ClientWorld {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  /** Left out: requests are not recorded, and belong to no trace. */
  readonly tracer?: Tracer;
  /** Resolves `delayMs` from now. Unlike a timer it keeps the process alive: somebody is waiting for an answer. */
  sleep(delayMs: number): Promise<void>;
  /** @throws StarlingError UNAVAILABLE | TIMEOUT */
  dial(address: Address, timeoutMs: number): Promise<ByteStream>;
}
