import type { Stream } from '@libp2p/interface';
import type { ByteStream } from '../../base/network.ts';

/**
 * A libp2p stream as a byte stream. What was learnt about v3's streams is dealt with here:
 *
 * - it hands out bytes from the moment that somebody listens, so listening starts with `onData` and not
 *   with the constructor;
 * - a killed peer, and one that closes its end, are an end without an error: 'end' or 'close',
 *   whichever comes first;
 * - it is never paused, as that can abort it: who reads must keep up, or answer OVERLOADED.
 */
export class Libp2pStream implements ByteStream {
  readonly peer: string;
  readonly direction: 'inbound' | 'outbound';
  onDrain: () => void = () => {};
  readonly #stream: Stream;
  #onData: ((chunk: Uint8Array) => void) | undefined;
  #onClose: ((reason: Error | undefined) => void) | undefined;
  #end: { readonly reason: Error | undefined } | undefined;

  constructor(stream: Stream, peer: string) {
    this.#stream = stream;
    this.peer = peer;
    this.direction = stream.direction;
    stream.addEventListener('drain', () => {
      // The stream itself goes on in a microtask, and may be as full afterwards: the event is also that of the connection, which has
      // room while this stream's window has none. What is written then piles up until the stream is aborted (measured at 10 Mbit/s).
      queueMicrotask(() => {
        if (!stream.writableNeedsDrain) this.onDrain();
      });
    });
    stream.addEventListener('close', ({ error }) => this.#ended(error));
    stream.addEventListener('end', () => {
      // After an abort or a reset 'close' follows, with the reason.
      if (stream.status !== 'open' && stream.status !== 'closing') return;
      this.close();
      this.#ended(undefined);
    });
  }

  get onData(): (chunk: Uint8Array) => void {
    return this.#onData ?? (() => {});
  }

  set onData(handler: (chunk: Uint8Array) => void) {
    const isFirst = this.#onData === undefined;
    this.#onData = handler;
    if (!isFirst) return;
    this.#stream.addEventListener('message', ({ data }) => {
      if (data instanceof Uint8Array) this.onData(data);
      else for (const chunk of data) this.onData(chunk);
    });
  }

  get onClose(): (reason: Error | undefined) => void {
    return this.#onClose ?? (() => {});
  }

  set onClose(handler: (reason: Error | undefined) => void) {
    const missed = this.#onClose === undefined ? this.#end : undefined;
    this.#onClose = handler;
    if (missed !== undefined) queueMicrotask(() => this.onClose(missed.reason));
  }

  send(chunk: Uint8Array): boolean {
    if (this.#stream.writeStatus !== 'writable') return false;
    return this.#stream.send(chunk);
  }

  close(): void {
    this.#stream.close().catch((error: unknown) => this.abort(error as Error));
  }

  abort(reason: Error): void {
    this.#stream.abort(reason);
  }

  #ended(reason: Error | undefined): void {
    if (this.#end !== undefined) return;
    this.#end = { reason };
    this.#onClose?.(reason);
  }
}
