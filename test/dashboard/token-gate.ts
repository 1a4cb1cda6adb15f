import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before an admin port and lets nobody at its data without a token, as an admin port that wants one does. */
export class TokenGate {
  /** What each request for data came with. */
  readonly tokens: (string | undefined)[] = [];
  readonly #server: Server;

  private constructor(target: string, token: string) {
    this.#server = createServer((incoming, response) => {
      if (incoming.url?.startsWith('/api/')) {
        this.tokens.push(incoming.headers.authorization);
        if (incoming.headers.authorization !== `Bearer ${token}`) {
          response.writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' });
          response.end('{"error":{"code":"FORBIDDEN","message":"a token is wanted"}}');
          return;
        }
      }
      pass(target, incoming, response);
    });
  }

  /** @param target `host:port` */
  static start(target: string, token: string): Promise<TokenGate> {
    const gate = new TokenGate(target, token);
    return new Promise((resolve) => gate.#server.listen(0, '127.0.0.1', () => resolve(gate)));
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

function pass(target: string, incoming: IncomingMessage, response: ServerResponse): void {
  const [hostname = '', port = ''] = target.split(':');
  const { method = '', url = '', headers } = incoming;
  const outgoing = request({ hostname, port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
