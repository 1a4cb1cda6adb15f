/**
 * Messages over a byte stream, both ways.
 *
 *   send(message) -> one shared writer --(end of the iteration)--> chunks of 64 KiB -> ByteStream
 *                                      `--(while that is full, it goes on collecting, up to a bound)
 *
 * Measured: a write per message costs ten times as much as one per iteration of the event
 * loop, and a writer per message twice as much as one for all.
 */
import protobuf from 'protobufjs/minimal.js';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ByteStream } from '../base/network.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { MessageType } from '../wire/message-type.ts';
import { FrameDecoder } from './frames.ts';
import type { Traffic } from './traffic.ts';

const KEPT_BYTES = 256 << 10;

export interface FrameStreamOptions {
  readonly timers: Timers;
  /** Longest frame, in bytes, that is taken and sent. */
  readonly maxFrameBytes: number;
  /** Unsent bytes at which `send` refuses. Default `LIMITS.streamBufferBytes`. */
  readonly bufferBytes?: number;
  /** A writer that once grew beyond this is replaced when it is empty, so that idle streams cost little. Default 256 KiB. */
  readonly keptBytes?: number;
  /** Counts streams that were aborted because of what the other end sent. */
  readonly onMalformed: (peer: string, error: StarlingError) => void;
  /** Told of each change of the bytes that are set aside for a frame of which only a part has come. */
  readonly onSetAside?: ((bytes: number) => void) | undefined;
  /** Where to count bytes; undefined: nowhere. */
  readonly traffic?: Traffic | undefined;
}

/** Frames over a byte stream. Malformed input aborts this stream and nothing else. */
export class FrameStream {
  /** Called with each frame, a view that is valid during the call only. */
  onFrame: (frame: Uint8Array) => void = () => {};
  /** Called once, however the stream ended. */
  onClose: (reason: Error | undefined) => void = () => {};
  /** Called when the byte stream was given as much as it takes of what an iteration sent. */
  onFlush: () => void = () => {};
  /** Called each time the byte stream, having been full, took more: `send` may accept again. */
  onDrain: () => void = () => {};
  readonly #bytes: ByteStream;
  readonly #timers: Timers;
  readonly #decoder: FrameDecoder;
  readonly #bufferBytes: number;
  readonly #keptBytes: number;
  readonly #onMalformed: (peer: string, error: StarlingError) => void;
  readonly #traffic: Traffic | undefined;
  #writer = protobuf.Writer.create();
  /** Taken out of the writer, but not yet taken by the byte stream. */
  #unsent: Uint8Array | undefined;
  /** Of what `#unsent` is the rest of, and of what the byte stream has yet to take. */
  #takenBytes = 0;
  #isFull = false;
  #isFlushPlanned = false;
  #linger: Timer | undefined;
  #state: 'open' | 'closing' | 'closed' = 'open';

  constructor(bytes: ByteStream, options: FrameStreamOptions) {
    this.#bytes = bytes;
    this.#timers = options.timers;
    this.#bufferBytes = options.bufferBytes ?? LIMITS.streamBufferBytes;
    this.#keptBytes = options.keptBytes ?? KEPT_BYTES;
    this.#onMalformed = options.onMalformed;
    this.#traffic = options.traffic;
    this.#decoder = new FrameDecoder(
      options.maxFrameBytes,
      (frame) => this.onFrame(frame),
      options.onSetAside,
    );
    bytes.onData = (chunk) => this.#receive(chunk);
    bytes.onDrain = () => this.#drained();
    bytes.onClose = (reason) => this.#closed(reason);
  }

  /** Authenticated id of the peer at the other end. */
  get peer(): string {
    return this.#bytes.peer;
  }

  /** Who opened the stream. */
  get direction(): 'inbound' | 'outbound' {
    return this.#bytes.direction;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Bytes that wait here for the byte stream to take them. */
  get bufferedBytes(): number {
    return this.#writer.pos + (this.#unsent?.length ?? 0);
  }

  /** Memory that is taken by what waits here: buffers grow by doubling, and go as a whole. */
  get heldBytes(): number {
    return this.#writer.buf.length + this.#takenBytes;
  }

  /** Whether the byte stream takes no more for now; `onDrain` will be called. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Changes the longest frame that is taken and sent from now on. */
  set maxFrameBytes(bytes: number) {
    this.#decoder.maxFrameBytes = bytes;
  }

  /**
   * Sends a message with what else this iteration of the event loop sends. False: the stream is full
   * or no longer open, and the message is not sent.
   * @throws StarlingError INVALID_ARGUMENT where the message exceeds the frame limit; nothing is sent.
   */
  send<M>(type: Pick<MessageType<M>, 'encode'>, message: M): boolean {
    if (this.#state !== 'open' || this.bufferedBytes >= this.#bufferBytes) return false;
    const start = this.#writer.pos;
    try {
      type.encode(message, this.#writer.fork());
      this.#refuseOversized(this.#writer.pos - start - 1);
    } catch (error) {
      while (this.#writer.pos > start) this.#writer.reset();
      throw error;
    }
    this.#writer.ldelim();
    this.#planFlush();
    return true;
  }

  /**
   * Sends what is buffered, then closes; aborts where that takes longer than `LIMITS.lingerMs`. Frames
   * that still come are dropped. Idempotent.
   */
  close(): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#decoder.stop();
    this.#linger = this.#timers.after(LIMITS.lingerMs, () => {
      this.abort(new StarlingError('TIMEOUT', 'the other end did not take what was left to send'));
    });
    this.#flush();
  }

  /** Drops what is buffered and closes at once. Idempotent. */
  abort(reason: Error): void {
    if (this.#state === 'closed') return;
    this.#state = 'closing';
    this.#decoder.stop();
    this.#dropBuffers();
    this.#bytes.abort(reason);
  }

  /** The other end broke the protocol: counts it and aborts, unless `onMalformed` took its leave by `close`. */
  refuse(error: StarlingError): void {
    if (this.#state !== 'open') return;
    this.#onMalformed(this.peer, error);
    if (!this.#hasTakenLeave()) this.abort(error);
  }

  #hasTakenLeave(): boolean {
    return this.#state !== 'open';
  }

  #receive(chunk: Uint8Array): void {
    if (this.#state !== 'open') return;
    if (this.#traffic !== undefined) this.#traffic.receivedBytes += chunk.length;
    try {
      this.#decoder.push(asBuffer(chunk));
    } catch (error) {
      if (!(error instanceof StarlingError) || error.code !== 'PROTOCOL') throw error;
      this.refuse(error);
    }
  }

  #refuseOversized(sizeBytes: number): void {
    const limit = this.#decoder.maxFrameBytes;
    if (sizeBytes <= limit) return;
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `the message takes ${sizeBytes} bytes; the limit of a frame is ${limit}`,
      { sizeBytes, limit },
    );
  }

  #planFlush(): void {
    if (this.#isFlushPlanned || this.#isFull) return;
    this.#isFlushPlanned = true;
    this.#timers.endOfIteration(() => {
      this.#isFlushPlanned = false;
      this.#flush();
      this.onFlush();
    });
  }

  #drained(): void {
    this.#isFull = false;
    if (this.#unsent === undefined) this.#takenBytes = 0;
    this.#flush();
    if (this.isOpen) this.onDrain();
  }

  /** Hands over as much as the byte stream takes. */
  #flush(): void {
    while (this.#state !== 'closed' && !this.#isFull && this.#takeUnsent()) this.#sendUnsent();
    if (this.#state === 'closing' && this.bufferedBytes === 0) this.#bytes.close();
  }

  /** Moves what the writer collected to `#unsent`, where that is empty. False: nothing to send. */
  #takeUnsent(): boolean {
    if (this.#unsent !== undefined) return true;
    if (this.#writer.pos === 0) return false;
    this.#unsent = this.#writer.finish();
    this.#takenBytes = this.#unsent.length;
    if (this.#writer.buf.length > this.#keptBytes) this.#writer = protobuf.Writer.create();
    else this.#writer.reset();
    return true;
  }

  #sendUnsent(): void {
    while (this.#unsent !== undefined && !this.#isFull) {
      const bytes = this.#unsent;
      const isLast = bytes.length <= LIMITS.chunkBytes;
      const chunk = isLast ? bytes : bytes.subarray(0, LIMITS.chunkBytes);
      this.#unsent = isLast ? undefined : bytes.subarray(LIMITS.chunkBytes);
      if (this.#traffic !== undefined) this.#traffic.sentBytes += chunk.length;
      this.#isFull = !this.#bytes.send(chunk);
    }
    if (!this.#isFull) this.#takenBytes = 0;
  }

  #dropBuffers(): void {
    this.#unsent = undefined;
    this.#takenBytes = 0;
    this.#writer = protobuf.Writer.create();
  }

  #closed(reason: Error | undefined): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#linger?.cancel();
    this.#decoder.stop();
    this.#dropBuffers();
    this.onClose(reason);
  }
}

/**
 * Reads a frame as a message.
 * @throws StarlingError PROTOCOL where it is none, which aborts the stream if thrown inside `onFrame`.
 */
export function decodeFrame<M>(type: MessageType<M>, frame: Uint8Array): M {
  try {
    return type.decode(frame);
  } catch (error) {
    const { message } = toStarlingError(error);
    throw new StarlingError(
      'PROTOCOL',
      `a frame of ${frame.length} bytes is no message: ${message}`,
      {},
      error,
    );
  }
}

/** The same memory as a Buffer, which protobufjs reads faster than other byte arrays. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
