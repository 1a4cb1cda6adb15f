import { type Socket, connect } from 'node:net';
import { once } from 'node:events';
import { FrameDecoder } from '../../src/transport/frames.ts';
import { starling } from '../../src/wire/gen/messages.js';

type Response = starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape;

/** A client that knows nothing but client.proto, and can send anything at all. */
export class RawClient {
  readonly socket: Socket;
  /** Answers that nobody has waited for yet, in the order they came. */
  readonly answers: Response[] = [];
  #wake: () => void = () => {};
  #isClosed = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    const decoder = new FrameDecoder(64 << 20, (frame) => {
      this.answers.push(starling.v1.ClientResponse.decode(Uint8Array.from(frame)));
    });
    socket.on('data', (chunk: Buffer) => {
      decoder.push(chunk);
      this.#wake();
    });
    // A reset is one of the ways in which a connection may end here; `ended` sees it.
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  static async to(address: string): Promise<RawClient> {
    const socket = connect(Number(address.split(':').at(-1)), '127.0.0.1');
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Sends bytes as they are. */
  sendBytes(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Sends requests, each in its frame, all in one write. */
  send(...requests: starling.v1.ClientRequest.$Properties[]): void {
    const frames = requests.map((request) => frameOf(starling.v1.ClientRequest.encode(request).finish()));
    this.sendBytes(Buffer.concat(frames));
  }

  /** The next answer that came. @throws Error where the connection ends first */
  async answer(): Promise<Response> {
    await this.#until(() => this.answers.length > 0 || this.#isClosed);
    const answer = this.answers.shift();
    if (answer === undefined) throw new Error('the connection ended without an answer');
    return answer;
  }

  /** Sends one request and takes the next answer. */
  async ask(request: starling.v1.ClientRequest.$Properties): Promise<Response> {
    this.send(request);
    return this.answer();
  }

  /** Resolves when the peer has closed the connection. */
  async ended(): Promise<void> {
    await this.#until(() => this.#isClosed);
  }

  close(): void {
    this.socket.destroy();
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** The bytes behind their length as a varint. */
export function frameOf(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([varint(bytes.length), bytes]);
}

export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
