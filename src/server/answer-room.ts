/**
 * What one connection has a peer hold for its answers: values that are being read, whoever reads them, and answers that the client doesn't
 * take.
 *
 *     request --taken on--> values come --answered--> waits for the socket --the client reads--> gone
 *             refused here: | refused here            | nothing more is read from who doesn't read
 *             has too much  | and dropped             | the memory is full: who has read nothing for longest is hung up on
 *
 * How large a value is isn't known before it has come, so that nothing is set aside for it; but from then on it is counted, and what there
 * is no room for is let go at once. From half of the memory on, connections that are owed more than a little get nothing more: the other half is for those who read.
 */
import type { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ValueRoom } from '../replication/value-room.ts';
import type { HeldBytes } from './client-memory.ts';
import { ANSWERS_UNREAD, MEMORY_FULL, TOO_MUCH_OWED } from './refusals.ts';

export class AnswerRoom {
  readonly #all: HeldBytes;
  readonly #onFull: () => void;
  #readBytes = 0;
  #unreadBytes = 0;

  /**
   * @param all what all connections hold together
   * @param onFull has somebody be hung up on, where that is possible
   */
  constructor(all: HeldBytes, onFull: () => void) {
    this.#all = all;
    this.#onFull = onFull;
  }

  /** Why nothing more is read for this connection; undefined: it may ask. */
  get refusal(): StarlingError | undefined {
    if (this.#unreadBytes >= LIMITS.clientOutputBytes) return ANSWERS_UNREAD;
    if (this.#all.isHalfFull && this.#readBytes + this.#unreadBytes >= LIMITS.chunkBytes)
      return TOO_MUCH_OWED;
    return undefined;
  }

  /** Takes note of how much waits for the client to take it. */
  setUnread(bytes: number): void {
    const more = bytes - this.#unreadBytes;
    if (more === 0) return;
    this.#unreadBytes = bytes;
    this.#all.hold(more);
    if (more > 0 && this.#all.isFull) this.#onFull();
  }

  /** For the values of one request. */
  open(): RequestRoom {
    return new RequestRoom(this);
  }

  /** Counts so much more of values that are read; a reason: they are not counted. */
  read(bytes: number): StarlingError | undefined {
    const { refusal } = this;
    if (refusal !== undefined) return refusal;
    if (this.#all.exceeds(bytes)) this.#onFull();
    if (this.#all.exceeds(bytes)) return MEMORY_FULL;
    this.release(-bytes);
    return undefined;
  }

  release(bytes: number): void {
    this.#readBytes -= bytes;
    this.#all.hold(-bytes);
  }
}

/** What one request holds of it. */
export class RequestRoom implements ValueRoom {
  readonly #room: AnswerRoom;
  #bytes = 0;
  #isClosed = false;
  #refusal: StarlingError | undefined;

  constructor(room: AnswerRoom) {
    this.#room = room;
  }

  get refusal(): StarlingError | undefined {
    return this.#refusal;
  }

  hold(bytes: number): StarlingError | undefined {
    // What comes after the answer is for other owners, not for the client.
    if (this.#isClosed || bytes <= this.#bytes) return undefined;
    this.#refusal = this.#room.read(bytes - this.#bytes);
    if (this.#refusal === undefined) this.#bytes = bytes;
    return this.#refusal;
  }

  /** The request is answered. */
  close(): void {
    this.#isClosed = true;
    if (this.#bytes > 0) this.#room.release(this.#bytes);
    this.#bytes = 0;
  }
}
