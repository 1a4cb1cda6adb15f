import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';

/** Where a door leads: to a peer, or nowhere, where connections are taken and nothing is ever answered. */
export type Behind = { readonly address: string } | 'silence';

/** An address in front of a peer at which connections can be broken as a network breaks them. */
export class Door {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #behind: Behind;
  /** Connections that were taken. */
  entered = 0;

  private constructor(behind: Behind) {
    this.#behind = behind;
    this.#server = createServer((socket) => this.#enter(socket));
  }

  static async before(behind: Behind): Promise<Door> {
    const door = new Door(behind);
    door.#server.listen(0, '127.0.0.1');
    await once(door.#server, 'listening');
    return door;
  }

  /** `host:port` */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where new connections lead from now on. */
  leadTo(behind: Behind): void {
    this.#behind = behind;
  }

  /** Resets every connection; new ones are taken. */
  cut(): void {
    for (const socket of this.#sockets) {
      // One that is being shut down can't be reset: Node 20 would never close it, and never exit.
      if (socket.writableEnded) socket.destroy();
      else socket.resetAndDestroy();
    }
  }

  /** Resets every connection and takes no more. Idempotent. */
  async close(): Promise<void> {
    this.cut();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #enter(socket: Socket): void {
    this.entered++;
    this.#keep(socket);
    if (this.#behind === 'silence') {
      socket.resume();
      return;
    }
    const inside = connect({ host: '127.0.0.1', port: Number(this.#behind.address.split(':').at(-1)) });
    this.#keep(inside);
    socket.pipe(inside).pipe(socket);
    socket.on('close', () => inside.destroy());
    inside.on('close', () => socket.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // A reset is one of the ways in which a connection ends here.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** An address of this machine at which nobody listens. */
export async function emptyAddress(): Promise<string> {
  const door = await Door.before('silence');
  const { address } = door;
  await door.close();
  return address;
}
