import { type Socket, connect } from 'node:net';
import { until } from '../until.ts';

/** A TCP connection on which a test writes what it likes. */
export class RawConnection {
  /** Everything that came back. */
  received = '';
  #isClosed = false;
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (this.received += text));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.#isClosed = true));
  }

  /** @param address `host:port` */
  static open(address: string): RawConnection {
    const colon = address.lastIndexOf(':');
    const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) });
    return new RawConnection(socket);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Of the first answer; 0: there was none. */
  get status(): number {
    return Number(/^HTTP\/1\.[01] (\d{3})/.exec(this.received)?.[1] ?? 0);
  }

  /** Does nothing once the other end has hung up. */
  write(text: string | Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(text);
  }

  /** Reads nothing any more. */
  stopReading(): void {
    this.#socket.pause();
  }

  /** Whether the other end hangs up within this time. */
  closesWithin(patienceMs: number): Promise<boolean> {
    return until(() => this.#isClosed, patienceMs).then(
      () => true,
      () => false,
    );
  }

  /** Whether an answer begins, or the other end hangs up, within this time. */
  isAnsweredWithin(patienceMs: number): Promise<boolean> {
    return until(() => this.status !== 0 || this.#isClosed, patienceMs).then(
      () => true,
      () => false,
    );
  }

  end(): void {
    this.#socket.destroy();
  }
}

/** A request as an honest client sends it. */
export function requestOf(
  path: string,
  headers: readonly string[] = ['Host: localhost'],
  method = 'GET',
): string {
  return `${[`${method} ${path} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`;
}
