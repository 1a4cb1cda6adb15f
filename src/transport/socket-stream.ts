import type { Socket } from 'node:net';
import type { ByteStream } from '../base/network.ts';

/**
 * A plain TCP (or TLS) socket as a byte stream, for the client port and its clients. There is no
 * authenticated peer: `peer` is the remote address, for messages.
 */
export class SocketStream implements ByteStream {
  readonly peer: string;
  readonly direction: 'inbound' | 'outbound';
  onData: (chunk: Uint8Array) => void = () => {};
  onClose: (reason: Error | undefined) => void = () => {};
  onDrain: () => void = () => {};
  readonly #socket: Socket;
  #reason: Error | undefined;

  /** @param socket connected, and with nobody else listening to it. */
  constructor(socket: Socket, direction: 'inbound' | 'outbound') {
    this.#socket = socket;
    this.peer = `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
    this.direction = direction;
    // Frames are coalesced already; waiting for more would only add Nagle's delay.
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.onData(chunk));
    socket.on('drain', () => this.onDrain());
    socket.on('error', (error) => {
      this.#reason = error;
    });
    socket.on('close', () => this.onClose(this.#reason));
  }

  /** Stops reading, so that the other end's sending comes to a halt; it is not noticed then if it goes away. */
  pause(): void {
    this.#socket.pause();
  }

  /** Reads on. */
  resume(): void {
    this.#socket.resume();
  }

  send(chunk: Uint8Array): boolean {
    return this.#socket.write(chunk);
  }

  close(): void {
    this.#socket.end();
  }

  abort(reason: Error): void {
    this.#reason ??= reason;
    this.#socket.destroy();
  }
}
