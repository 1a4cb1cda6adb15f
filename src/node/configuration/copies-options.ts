import { z } from 'zod';
import { wholeNumber } from './option-kinds.ts';

/** How owners are kept equal, take over from each other, and look whether what they hold is still right. */

const DAY_MS = 86_400_000;

export const repairOptions = z.strictObject({
  intervalMs: wholeNumber(100, DAY_MS, 'ms')
    .default(5000)
    .describe(
      'Milliseconds between two comparisons of everything with another owner, one after the other: copies that drifted apart are equal ' +
        'again after about this times the number of peers. Comparing costs some kilobytes. Longer leaves reads alone to mend what a crash left behind.',
    ),
  bytesPerSecond: wholeNumber(1 << 10, 2 ** 40, 'bytes')
    .default(16 << 20)
    .describe(
      'Most bytes of records in a second that one such comparison moves. Higher heals sooner and takes more from clients meanwhile.',
    ),
  purgeLagMs: wholeNumber(10_000, 365 * DAY_MS, 'ms')
    .default(300_000)
    .describe(
      'Milliseconds that a deletion, or an expired value, is remembered at least; the same on all peers. It is forgotten when all owners ' +
        'are known to have it, however long one of them is away: so this needs no safety margin. Longer keeps more on disk; below a minute ' +
        'slow writes are stamped again more often.',
    ),
});

export const transferOptions = z.strictObject({
  bytesPerSecond: wholeNumber(1 << 10, 2 ** 40, 'bytes')
    .default(64 << 20)
    .describe(
      'Most bytes of keys and values in a second that this peer takes over from others when it joins, when another leaves, or when its disk was ' +
        'lost; --transfer-rate. Higher is done sooner, and takes disk, network and processor from the clients of those that it copies from.',
    ),
});

export const scrubOptions = z
  .strictObject({
    intervalMs: wholeNumber(0, 365 * DAY_MS, 'ms')
      .default(7 * DAY_MS)
      .describe(
        'Milliseconds in which this peer reads all that it holds once, checks every byte, and compares it with its hash trees: disks give back ' +
          'other bits than they were given. Spread evenly. Shorter finds damage sooner and reads more; 0: never, and damage is found by who reads.',
      ),
    bytesPerSecond: wholeNumber(1 << 10, 2 ** 40, 'bytes')
      .default(4 << 20)
      .describe(
        'Most bytes in a second that are read for that, one partition after the other. Too low for what the peer holds, and reading all of it ' +
          'takes longer than scrub.intervalMs.',
      ),
  })
  .transform((settings) => (settings.intervalMs === 0 ? undefined : settings));
