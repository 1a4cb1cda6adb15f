import protobuf from 'protobufjs/minimal.js';
import { LIMITS } from '../base/limits.ts';

/** Field numbers of ClientRequest, and of the repeated field in each of its batches. */
const ID_FIELD = 1;
const BATCH_FIELDS: ReadonlySet<number> = new Set([13, 14, 15]);
const ITEM_FIELD = 1;

const LENGTH_DELIMITED = 2;
/** An empty item is a tag and a length. */
const LEAST_ITEM_BYTES = 2;

export interface OversizedBatch {
  /** Of the request. */
  readonly id: number;
  readonly items: number;
}

/**
 * Counts the items of a batch before the decoder makes an object of each: an empty item takes two bytes in
 * the frame and a hundred in memory. A frame too short to hold too many isn't looked at.
 * @throws Error where the frame is no protobuf message
 */
export function oversizedBatch(frame: Uint8Array): OversizedBatch | undefined {
  if (frame.length <= LEAST_ITEM_BYTES * LIMITS.batchItems) return undefined;
  const reader = protobuf.Reader.create(frame);
  let id = 0;
  let items = 0;
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const field = tag >>> 3;
    const wireType = tag & 7;
    if (field === ID_FIELD && wireType === 0) id = reader.uint32();
    else if (BATCH_FIELDS.has(field) && wireType === LENGTH_DELIMITED) items += countItems(reader);
    else reader.skipType(wireType, 0, field);
  }
  return items > LIMITS.batchItems ? { id, items } : undefined;
}

/** Moves past one embedded batch. */
function countItems(reader: protobuf.Reader): number {
  const end = reader.uint32() + reader.pos;
  if (end > reader.len) throw new RangeError('a length leads beyond the end of the frame');
  let items = 0;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 === ITEM_FIELD) items++;
    reader.skipType(tag & 7, 0, tag >>> 3);
  }
  return items;
}
