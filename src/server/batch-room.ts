import type { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ValueRoom } from '../replication/value-room.ts';
import { ANSWER_FULL } from './refusals.ts';

/** The room of a request, shared among the items of its batch: up to what one answer carries, however large the first one is. */
export class BatchRoom {
  readonly #room: ValueRoom;
  #bytes = 0;

  constructor(room: ValueRoom) {
    this.#room = room;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** For the value of one item. */
  item(): ValueRoom {
    return new ItemRoom(this);
  }

  /** As `ValueRoom.hold`. @param isFirst nothing but this is in the answer */
  grow(bytes: number, isFirst: boolean): StarlingError | undefined {
    const sum = this.#bytes + bytes;
    if (!isFirst && sum > LIMITS.batchAnswerBytes) return ANSWER_FULL;
    const refusal = this.#room.hold(sum);
    if (refusal === undefined) this.#bytes = sum;
    return refusal;
  }
}

class ItemRoom implements ValueRoom {
  readonly #batch: BatchRoom;
  #bytes = 0;
  #refusal: StarlingError | undefined;

  constructor(batch: BatchRoom) {
    this.#batch = batch;
  }

  get refusal(): StarlingError | undefined {
    return this.#refusal;
  }

  hold(bytes: number): StarlingError | undefined {
    if (bytes <= this.#bytes) return undefined;
    this.#refusal = this.#batch.grow(bytes - this.#bytes, this.#batch.bytes === this.#bytes);
    if (this.#refusal === undefined) this.#bytes = bytes;
    return this.#refusal;
  }
}
