import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CONFIDENCE } from './small-server.ts';

/**
 * The planted bug for the attacks: an HTTP server as one writes it in five minutes. It answers any method and any host,
 * waits for ever, buffers what comes, and takes paths for files.
 */
export class NaiveServer {
  readonly #server: Server;

  private constructor(connections: number) {
    const limits = {
      headersTimeout: 0,
      requestTimeout: 0,
      keepAliveTimeout: 0,
      maxHeaderSize: 1 << 20,
      insecureHTTPParser: true,
      requireHostHeader: false,
    };
    this.#server = createServer(limits, (request, response) => void answer(request, response));
    this.#server.maxConnections = connections;
    this.#server.on('clientError', () => undefined);
    this.#server.on('connect', (_request, socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  }

  /** @param connections how many it takes at once */
  static start(connections: number): Promise<NaiveServer> {
    const naive = new NaiveServer(connections);
    return new Promise((resolve) => naive.#server.listen(0, '127.0.0.1', () => resolve(naive)));
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

async function answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url === '/big') response.end('x'.repeat(16 << 20));
  else if (url === '/healthz') response.end('alive');
  else if (url === '/api/members' || url === '/api/explain') response.end(CONFIDENCE);
  else if (url === '/api/events') response.write(CONFIDENCE);
  else response.end(await readFile(path.join('/tmp', decodeURIComponent(url)), 'utf8').catch(() => ''));
}
