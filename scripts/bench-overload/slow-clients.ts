import { type Socket, connect } from 'node:net';
import { once } from 'node:events';
import protobuf from 'protobufjs/minimal.js';
import { starling } from '../../src/wire/gen/messages.js';

/** Clients that hold on to what they were given, and take or give nothing: plain sockets, whatever they are sent. */
export class SlowClients {
  readonly #host: string;
  readonly #port: number;
  readonly #sockets: Socket[] = [];
  #drip: NodeJS.Timeout | undefined;

  /** @param address `host:port` of a client port */
  constructor(address: string) {
    const [host = '', port = ''] = address.split(':');
    this.#host = host;
    this.#port = Number(port);
  }

  /** How many of them haven't been hung up on. */
  get connected(): number {
    return this.#sockets.filter((socket) => !socket.destroyed).length;
  }

  /** Connections that say nothing. */
  async beIdle(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#open()));
  }

  /** Connections that have sent a part of a long frame, and go on with a byte a second. */
  async beHalfOpen(count: number, frameBytes: number, sentBytes: number): Promise<void> {
    const part = Buffer.concat([lengthOf(frameBytes), Buffer.alloc(sentBytes)]);
    const dripping = await Promise.all(Array.from({ length: count }, () => this.#open()));
    for (const socket of dripping) socket.write(part);
    this.#drip = setInterval(() => {
      for (const socket of dripping) if (!socket.destroyed) socket.write(Buffer.alloc(1));
    }, 1000);
  }

  /** Connections that ask for the same again and again, and read no answer. */
  async beDeaf(
    count: number,
    operation: starling.v1.ClientRequest.$Properties,
    requests: number,
  ): Promise<void> {
    const asked = Buffer.concat(
      Array.from({ length: requests }, (_, index) => requestOf(index + 1, operation)),
    );
    const deaf = await Promise.all(Array.from({ length: count }, () => this.#open()));
    for (const socket of deaf) {
      socket.pause();
      socket.write(asked);
    }
  }

  end(): void {
    clearInterval(this.#drip);
    for (const socket of this.#sockets) socket.destroy();
  }

  async #open(): Promise<Socket> {
    const socket = connect({ host: this.#host, port: this.#port });
    // That it is hung up on is what is looked at, by `connected`.
    socket.on('error', () => undefined);
    socket.resume();
    this.#sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  }
}

function lengthOf(bytes: number): Uint8Array {
  return protobuf.Writer.create().uint32(bytes).finish();
}

function requestOf(id: number, operation: starling.v1.ClientRequest.$Properties): Uint8Array {
  const request = starling.v1.ClientRequest.encode({ ...operation, id, timeoutMs: 60_000 }).finish();
  return Buffer.concat([lengthOf(request.length), request]);
}
