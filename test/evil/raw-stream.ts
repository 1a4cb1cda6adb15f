import { setTimeout as wait } from 'node:timers/promises';
import type { Stream } from '@libp2p/interface';
import { FrameDecoder } from '../../src/transport/frames.ts';
import { Libp2pStream } from '../../src/transport/libp2p/libp2p-stream.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { holdsWithin, SOON_MS } from './holds.ts';

/** A word of the handshake. */
export type Word = starling.v1.HandshakeFrame.$Properties;

/** Far above what honest nodes send. */
const LONGEST_FRAME_BYTES = 64 << 20;

/** The attacker's end of a stream, on which it may say anything. */
export class RawStream {
  readonly #stream: Stream;
  readonly #bytes: Libp2pStream;
  readonly #frames: Uint8Array[] = [];
  #wake: () => void = () => {};
  #isClosed = false;
  #isFull = false;
  #sentBytes = 0;
  #receivedBytes = 0;

  constructor(stream: Stream, peer: string) {
    this.#stream = stream;
    this.#bytes = new Libp2pStream(stream, peer);
    const decoder = new FrameDecoder(LONGEST_FRAME_BYTES, (frame) => {
      this.#receivedBytes += frame.length;
      this.#frames.push(Uint8Array.from(frame));
    });
    this.#bytes.onData = (chunk) => {
      decoder.push(chunk);
      this.#wake();
    };
    this.#bytes.onDrain = () => {
      this.#isFull = false;
      this.#wake();
    };
    this.#bytes.onClose = () => {
      this.#isClosed = true;
      this.#wake();
    };
  }

  /** Whose end the other one is. */
  get peer(): string {
    return this.#bytes.peer;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** In whole frames. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  /** Sends bytes as they are, when there is room for them. False where the stream has ended. */
  async send(bytes: Uint8Array): Promise<boolean> {
    while (this.#isFull && !this.#isClosed) await this.#woken();
    if (this.#isClosed) return false;
    this.#sentBytes += bytes.length;
    this.#isFull = !this.#bytes.send(bytes);
    return true;
  }

  /** Sends a frame: the content behind its length. */
  sendFrame(content: Uint8Array): Promise<boolean> {
    return this.send(framed(content));
  }

  say(word: Word): Promise<boolean> {
    return this.sendFrame(starling.v1.HandshakeFrame.encode(word).finish());
  }

  /** The next frame of the other end; undefined where the stream ends without one, or none comes for a long time. */
  async frame(): Promise<Uint8Array | undefined> {
    const deadlineMs = performance.now() + SOON_MS;
    while (this.#frames.length === 0 && !this.#isClosed && performance.now() < deadlineMs) {
      await Promise.race([this.#woken(), wait(SOON_MS, undefined, { ref: false })]);
    }
    return this.#frames.shift();
  }

  /** Whether the other end ends the stream, soon. */
  ends(): Promise<boolean> {
    return holdsWithin(SOON_MS, () => this.#isClosed);
  }

  /** The next frame as a word of the handshake. */
  async word(): Promise<Word | undefined> {
    const frame = await this.frame();
    return frame && starling.v1.HandshakeFrame.decode(frame);
  }

  /** Reads no more, so that what the other end sends piles up there. */
  deafen(): void {
    this.#stream.pause();
  }

  /** Ends the attacker's end. */
  abort(): void {
    this.#bytes.abort(new Error('the attacker has had enough'));
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const others = this.#wake;
      this.#wake = () => {
        this.#wake = () => {};
        others();
        resolve();
      };
    });
  }
}

/** The content behind its length as a varint. */
export function framed(content: Uint8Array): Uint8Array {
  return Buffer.concat([lengthOf(content.length), content]);
}

/** A varint. */
export function lengthOf(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Uint8Array.of(...bytes, value);
}
