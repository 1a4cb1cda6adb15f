/**
 * What was written less than this long ago isn't repaired: it is most likely on its way. More than a write may take that succeeds
 * at all would repair nothing needlessly; less heals sooner.
 */
export const SETTLE_MS = 2000;
