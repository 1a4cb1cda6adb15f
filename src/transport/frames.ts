/**
 * The one framing of Starling, for peers and clients alike:
 *
 *   +-----------------+---------------------+-----------------+----
 *   | length (varint) | message (protobuf)  | length (varint) | ...
 *   +-----------------+---------------------+-----------------+----
 *
 * The length counts the message's bytes, at most five bytes of base-128 varint, so that protobuf's own
 * `writeDelimitedTo` / `parseDelimitedFrom` of any language speaks it. A length above the receiver's
 * limit is refused before a byte of the message is kept.
 */
import { StarlingError } from '../base/errors.ts';

/** What is first set aside for a frame that comes in pieces; it grows as the bytes really come. */
const FIRST_PIECE_BYTES = 64 << 10;
const LONGEST_LENGTH_BYTES = 5;

/** Takes bytes as they come, cut anywhere, and hands out whole frames. */
export class FrameDecoder {
  /** Longest frame that is taken. May be changed between frames. */
  maxFrameBytes: number;
  readonly #onFrame: (frame: Uint8Array) => void;
  readonly #onSetAside: (bytes: number) => void;
  /** The length as far as it was read. */
  #length = 0;
  /** Bytes of the length read so far. */
  #lengthBytes = 0;
  /** A frame of which a part has come; undefined between frames and while a length is read. */
  #partial: Uint8Array | undefined;
  #filled = 0;
  #isStopped = false;

  /**
   * @param onFrame is given a view that is valid during the call only: it may lie in a much larger
   *   chunk, so copy what is kept.
   * @param onSetAside is told of each change of the bytes that are set aside for a frame of which only a part has come
   */
  constructor(
    maxFrameBytes: number,
    onFrame: (frame: Uint8Array) => void,
    onSetAside: (bytes: number) => void = () => undefined,
  ) {
    this.maxFrameBytes = maxFrameBytes;
    this.#onFrame = onFrame;
    this.#onSetAside = onSetAside;
  }

  /**
   * Takes the next bytes; hands out every frame that they complete.
   * @throws StarlingError PROTOCOL for a length that is malformed or above the limit. The decoder has
   *   lost its place then and must not be used any more.
   */
  push(chunk: Uint8Array): void {
    let offset = 0;
    while (offset < chunk.length && !this.#isStopped) {
      if (this.#partial !== undefined) {
        offset = this.#fill(this.#partial, chunk, offset);
        continue;
      }
      const isComplete = (chunk[offset]! & 0x80) === 0;
      this.#readLengthByte(chunk[offset]!);
      offset++;
      if (isComplete) offset = this.#begin(chunk, offset);
    }
  }

  /** Hands out nothing any more, not even what the current chunk still holds. */
  stop(): void {
    this.#isStopped = true;
    this.#setAside(undefined);
  }

  #readLengthByte(byte: number): void {
    this.#length += (byte & 0x7f) * 2 ** (7 * this.#lengthBytes);
    this.#lengthBytes++;
    if (this.#length > this.maxFrameBytes) {
      throw malformed(
        `a frame of ${this.#length} bytes or more was announced; the limit is ${this.maxFrameBytes}`,
      );
    }
    if (this.#lengthBytes === LONGEST_LENGTH_BYTES && byte >= 0x80) {
      throw malformed(`a frame's length takes more than ${LONGEST_LENGTH_BYTES} bytes`);
    }
  }

  /** The length is known: hands out the frame if the chunk holds all of it. Gives the new offset. */
  #begin(chunk: Uint8Array, offset: number): number {
    const length = this.#length;
    const end = offset + length;
    if (end > chunk.length) {
      this.#setAside(Buffer.allocUnsafe(Math.min(length, FIRST_PIECE_BYTES)));
      this.#filled = 0;
      return offset;
    }
    this.#endFrame();
    this.#onFrame(chunk.subarray(offset, end));
    return end;
  }

  #fill(partial: Uint8Array, chunk: Uint8Array, offset: number): number {
    const wanted = Math.min(this.#length - this.#filled, chunk.length - offset);
    const buffer = withRoom(partial, this.#filled, wanted, this.#length);
    if (buffer !== partial) this.#setAside(buffer);
    if (this.#isStopped) return chunk.length;
    buffer.set(chunk.subarray(offset, offset + wanted), this.#filled);
    this.#filled += wanted;
    if (this.#filled === this.#length) {
      const frame = buffer.subarray(0, this.#length);
      this.#endFrame();
      this.#onFrame(frame);
    }
    return offset + wanted;
  }

  #endFrame(): void {
    this.#length = 0;
    this.#lengthBytes = 0;
    this.#setAside(undefined);
  }

  #setAside(buffer: Uint8Array | undefined): void {
    const before = this.#partial?.length ?? 0;
    this.#partial = buffer;
    const bytes = (buffer?.length ?? 0) - before;
    if (bytes !== 0) this.#onSetAside(bytes);
  }
}

/** The buffer, or one of at least twice its size with the same content: copying stays linear. */
function withRoom(buffer: Uint8Array, filled: number, wanted: number, length: number): Uint8Array {
  if (filled + wanted <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafe(Math.min(length, Math.max(2 * buffer.length, filled + wanted)));
  larger.set(buffer.subarray(0, filled));
  return larger;
}

function malformed(message: string): StarlingError {
  return new StarlingError('PROTOCOL', message);
}
