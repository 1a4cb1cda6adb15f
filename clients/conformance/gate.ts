import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';
import { LIMITS } from '../../src/base/limits.ts';
import { FrameDecoder } from '../../src/transport/frames.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { frameOf } from '../../test/server/raw-client.ts';

type Request = starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape;

/** What the gate says to whom it doesn't let in. */
export const REFUSAL = 'not with this';

/**
 * An address in front of a peer at which a connection has to begin with the token. Whether a client waits for the answer to it shows here:
 * it doesn't come before the next request has.
 */
export class Gate {
  readonly #server: Server;
  readonly #behind: string;
  readonly #sockets = new Set<Socket>();
  /** Whom it lets in from now on. */
  token: string;
  /** Whether it is as a peer of before there were tokens: it doesn't know the request, and lets everybody in. */
  isOlder = false;
  /** How each connection began: with the token that it showed, or undefined where with something else. */
  readonly shown: (string | undefined)[] = [];

  private constructor(behind: string, token: string) {
    this.#behind = behind;
    this.token = token;
    this.#server = createServer((socket) => this.#enter(socket));
  }

  /** @param behind the address of a peer that asks for no token */
  static async before(behind: string, token: string): Promise<Gate> {
    const gate = new Gate(behind, token);
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  /** `host:port` */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #enter(outside: Socket): void {
    this.#keep(outside);
    let inside: Socket | undefined;
    let first: { readonly id: number; readonly isAdmitted: boolean } | undefined;
    const decoder = new FrameDecoder(LIMITS.clientFrameBytes, (frame) => {
      const request = starling.v1.ClientRequest.decode(frame);
      const { id } = request;
      if (first === undefined) {
        first = { id, isAdmitted: this.#admits(request) };
        this.shown.push(request.authenticate?.token ?? undefined);
        if (!first.isAdmitted) refuse(outside, id);
      } else if (first.isAdmitted) {
        inside ??= this.#letIn(outside, first.id);
        inside.write(frameOf(frame));
      } else {
        refuse(outside, id);
      }
    });
    outside.on('data', (chunk: Buffer) => decoder.push(chunk));
  }

  #admits({ authenticate }: Request): boolean {
    return this.isOlder || authenticate?.token === this.token;
  }

  #letIn(outside: Socket, id: number): Socket {
    if (this.isOlder) refuse(outside, id, starling.v1.ErrorCode.ERROR_CODE_INVALID_ARGUMENT);
    else answer(outside, { id, authenticated: { role: 'write' } });
    const inside = connect({ host: '127.0.0.1', port: Number(this.#behind.split(':').at(-1)) });
    this.#keep(inside);
    inside.pipe(outside);
    inside.on('close', () => outside.destroy());
    outside.on('close', () => inside.destroy());
    return inside;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // A reset is one of the ways in which a connection ends here.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

function refuse(socket: Socket, id: number, code = starling.v1.ErrorCode.ERROR_CODE_FORBIDDEN): void {
  answer(socket, { id, error: { code, message: REFUSAL } });
}

function answer(socket: Socket, response: starling.v1.ClientResponse.$Properties): void {
  socket.write(frameOf(starling.v1.ClientResponse.encode(response).finish()));
}
