/**
 * Why a client port refuses what a client asks for. Nothing was applied then. Made once: where much is refused there is no time to note each time
 * where in the program that was.
 */
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';

export const TOO_MANY_IN_FLIGHT = new StarlingError(
  'OVERLOADED',
  `this connection already has ${LIMITS.clientRequestsInFlight} requests under way (each item of a batch counts); ` +
    'nothing was applied, wait for answers',
  { retryAfterMs: 10 },
);

export const MEMORY_FULL = new StarlingError(
  'OVERLOADED',
  'what clients have this peer hold is as much as it has memory for (clientMemoryBytes); nothing was applied, try again',
  { retryAfterMs: 100 },
);

export const TOO_MUCH_TO_DO = new StarlingError(
  'OVERLOADED',
  'this peer has as much to do as it can do in good time; nothing was applied, try again',
  { retryAfterMs: 100 },
);

export const ANSWERS_UNREAD = new StarlingError(
  'OVERLOADED',
  `${LIMITS.clientOutputBytes} bytes of answers wait for this client to read them; read, then ask again`,
  { retryAfterMs: 100 },
);

export const TOO_MUCH_OWED = new StarlingError(
  'OVERLOADED',
  'answers take half of what this peer has for them (clientMemoryBytes), and this connection has some to read; nothing was applied, read, then ask again',
  { retryAfterMs: 100 },
);

export const ANSWER_FULL = new StarlingError(
  'OVERLOADED',
  `the values of this batch exceed the ${LIMITS.batchAnswerBytes} bytes of one answer; ask for this key again`,
  { retryAfterMs: 1 },
);

/** Else it would come after what its client, which gave it up, has written since by way of others, and have the later version. */
export const UNREAD_TOO_LONG = new StarlingError(
  'OVERLOADED',
  'this peer was held up, and the write may have waited for it longer than its client did; nothing was applied, send it again where it is still meant',
  { retryAfterMs: 1 },
);

export const STOPPING = new StarlingError(
  'UNAVAILABLE',
  'this peer is stopping; nothing was applied, ask another one',
);

export const FRAME_TOO_SLOW = new StarlingError(
  'TIMEOUT',
  `the client took more than ${LIMITS.clientFrameMs} ms to send one request`,
);

export const GRANT_TAKEN_BACK = new StarlingError(
  'FORBIDDEN',
  'the token with which this client came in was taken back',
);
