import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { type TlsOptions, Server as TlsServer, createServer as createTlsServer } from 'node:tls';
import type { Access } from '../access/access.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Clock } from '../base/clock.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { Tracer } from '../base/tracing.ts';
import type { Requests } from '../replication/requests.ts';
import { SocketStream } from '../transport/socket-stream.ts';
import { ClientConnection } from './client-connection.ts';
import { ClientMemory } from './client-memory.ts';
import { ClientOperations, type ClusterViews } from './client-operations.ts';
import type { ClientPortEvents } from './events.ts';
import { HoldUps } from './hold-ups.ts';
import { LoadLimit } from './load-limit.ts';
import { FRAME_TOO_SLOW, MEMORY_FULL } from './refusals.ts';
import { TracedOperations } from './traced-operations.ts';

export interface ClientPortOptions {
  /** Default 127.0.0.1: this machine only. `0.0.0.0` or `::` lets every machine in that can reach this one. */
  readonly host?: string | undefined;
  /** 0: any free port; `address()` tells which. */
  readonly port: number;
  /** Connections at once; more are closed as they come. Default LIMITS.clientConnections. */
  readonly connections?: number | undefined;
  /** Bytes that all clients together may make this peer hold. Default LIMITS.clientMemoryBytes. */
  readonly memoryBytes?: number | undefined;
  /** Undefined: plain TCP. */
  readonly tls?: PortTls | undefined;
}

/** All of it PEM. */
export interface PortTls {
  readonly cert: string;
  readonly key: string;
  /** Who must have signed the certificate that each client shows; undefined: clients need none. */
  readonly clientCa: string | undefined;
}

export interface ClientPortDependencies {
  readonly requests: Requests;
  /** Undefined: everybody may everything. */
  readonly access?: Access | undefined;
  readonly views: ClusterViews;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly timers: Timers;
  /** How long the process has been busy since it started, in ms. */
  readonly busyMs: () => number;
  readonly events: ClientPortEvents;
  /** Left out: requests are not recorded. */
  readonly tracer?: Tracer | undefined;
}

/**
 * The door for clients: `proto/starling/v1/client.proto` over plain TCP. Whatever one client sends, or fails to read,
 * harms its own connection only.
 */
export class ClientPort {
  readonly #options: ClientPortOptions;
  readonly #dependencies: ClientPortDependencies;
  readonly #operations: Pick<ClientOperations, 'execute'>;
  readonly #connections = new Set<ClientConnection>();
  /** Those that TLS is spoken over, or is yet to be. */
  readonly #beneathTls = new Set<Socket>();
  readonly #memory: ClientMemory;
  readonly #load: LoadLimit;
  readonly #holdUps: HoldUps;
  readonly #server: Server;
  #look: Timer | undefined;
  #onEmpty: (() => void) | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: ClientPortOptions, dependencies: ClientPortDependencies) {
    this.#options = options;
    this.#dependencies = dependencies;
    const { requests, views, tracer } = dependencies;
    const operations = new ClientOperations(requests, views);
    this.#operations = tracer === undefined ? operations : new TracedOperations(operations, tracer);
    this.#memory = new ClientMemory(options.memoryBytes ?? LIMITS.clientMemoryBytes);
    this.#load = new LoadLimit(dependencies);
    this.#holdUps = new HoldUps(dependencies.clock, dependencies.timers);
    this.#server = options.tls === undefined ? this.#plainServer() : this.#tlsServer(options.tls);
    // Also those that have yet to end their handshake; what is beyond is closed as it comes.
    this.#server.maxConnections = 2 * (options.connections ?? LIMITS.clientConnections);
    this.#server.on('drop', (data) => dependencies.events.connectionRefused(data?.remoteAddress ?? ''));
  }

  #plainServer(): Server {
    return createServer((socket) => this.#accept(socket));
  }

  #tlsServer(tls: PortTls): Server {
    const { events } = this.#dependencies;
    const server = createTlsServer(
      {
        ...secureContextOf(tls),
        handshakeTimeout: LIMITS.clientHandshakeMs,
        ...(tls.clientCa === undefined ? {} : { requestCert: true, rejectUnauthorized: true }),
      },
      (socket) => this.#accept(socket),
    );
    server.on('connection', (socket: Socket) => {
      this.#beneathTls.add(socket);
      socket.once('close', () => this.#beneathTls.delete(socket));
    });
    server.on('tlsClientError', (error, socket) => {
      // It may be a client without TLS, or without a certificate that is good here. It is told by an alert where it speaks TLS.
      const message = `no TLS with a client: ${error.message}`;
      events.malformed(socket.remoteAddress ?? '', new StarlingError('PROTOCOL', message, {}, error));
      socket.destroy();
    });
    return server;
  }

  /** Resolves when clients can connect. @throws StarlingError CONFIGURATION where the address can't be listened on. */
  start(): Promise<void> {
    const { host = '127.0.0.1', port } = this.#options;
    return new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => reject(cannotListen(host, port, error));
      this.#server.once('error', failed);
      this.#server.listen({ host, port, backlog: 1024 }, () => {
        this.#server.off('error', failed);
        // Such as running out of descriptors: the next connection may find some again.
        this.#server.on('error', (error) => this.#dependencies.events.acceptFailed(error));
        this.#planLook();
        this.#holdUps.start();
        resolve();
      });
    });
  }

  /** `host:port` that it listens on. @throws StarlingError STOPPED before `start` and after `stop` */
  address(): string {
    const address = this.#server.address() as AddressInfo | null;
    if (address === null) throw new StarlingError('STOPPED', 'the client port is not listening');
    return address.family === 'IPv6'
      ? `[${address.address}]:${address.port}`
      : `${address.address}:${address.port}`;
  }

  /** Bytes of answers that wait for clients to take them. */
  get queuedBytes(): number {
    return [...this.#connections].reduce((sum, connection) => sum + connection.queuedBytes, 0);
  }

  /** Bytes that clients make this peer hold. */
  get heldBytes(): number {
    return this.#memory.held;
  }

  /** Requests that may be under way now. */
  get requestLimit(): number {
    return this.#load.limit;
  }

  /** Connections open now. */
  get connections(): number {
    return this.#connections.size;
  }

  /**
   * Takes no more connections and requests, waits up to LIMITS.clientStopMs until those under way are answered, then
   * closes what is left. Idempotent.
   */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /**
   * Has new certificates and another key from the next connection on, where it speaks TLS.
   * @throws Error where they are none
   */
  renewTls(tls: PortTls): void {
    if (this.#server instanceof TlsServer) this.#server.setSecureContext(secureContextOf(tls));
  }

  /** Minds that `access` may let in others than before: who isn't any more is hung up on. */
  reviewAccess(): void {
    for (const connection of this.#connections) connection.reviewAccess();
  }

  #planLook(): void {
    const { timers, clock } = this.#dependencies;
    this.#look = timers.after(LIMITS.clientFrameLookMs, () => {
      const begunMs = clock.monotonicMs() - LIMITS.clientFrameMs;
      for (const connection of this.#connections)
        if (connection.inFrameSinceMs <= begunMs) connection.abort(FRAME_TOO_SLOW);
      this.#planLook();
    });
  }

  async #stop(): Promise<void> {
    this.#look?.cancel();
    this.#holdUps.stop();
    this.#server.close();
    if (this.#connections.size > 0) await this.#untilAnswered();
    // Those that are left haven't come as far as to ask for anything.
    for (const socket of this.#beneathTls) socket.destroy();
  }

  async #untilAnswered(): Promise<void> {
    const emptied = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    const patience = this.#dependencies.timers.after(LIMITS.clientStopMs, () => {
      for (const connection of this.#connections) {
        connection.abort(new StarlingError('STOPPED', 'this peer has stopped'));
      }
    });
    for (const connection of this.#connections) connection.stop();
    await emptied;
    patience.cancel();
  }

  /** On who has taken longest to send a frame. */
  #hangUpOnSlowest(): void {
    let slowest: ClientConnection | undefined;
    for (const connection of this.#connections)
      if (connection.inFrameSinceMs < (slowest?.inFrameSinceMs ?? Infinity)) slowest = connection;
    slowest?.abort(MEMORY_FULL);
  }

  /** On who has read nothing for longest. */
  #hangUpOnDeafest(): void {
    let deafest: ClientConnection | undefined;
    for (const connection of this.#connections)
      if (connection.deafSinceMs < (deafest?.deafSinceMs ?? Infinity)) deafest = connection;
    deafest?.abort(MEMORY_FULL);
  }

  #accept(socket: Socket): void {
    const { clock, timers, events, access } = this.#dependencies;
    if (this.#connections.size >= (this.#options.connections ?? LIMITS.clientConnections)) {
      events.connectionRefused(socket.remoteAddress ?? '');
      socket.destroy();
      return;
    }
    const connection = new ClientConnection(new SocketStream(socket, 'inbound'), {
      clock,
      timers,
      events,
      operations: this.#operations,
      memory: this.#memory,
      load: this.#load,
      holdUps: this.#holdUps,
      access,
      onHalvesFull: () => this.#hangUpOnSlowest(),
      onAnswersFull: () => this.#hangUpOnDeafest(),
      onClosed: () => {
        this.#connections.delete(connection);
        if (this.#connections.size === 0) this.#onEmpty?.();
      },
    });
    this.#connections.add(connection);
  }
}

function secureContextOf({ cert, key, clientCa }: PortTls): TlsOptions {
  return { cert, key, minVersion: 'TLSv1.2', ...(clientCa === undefined ? {} : { ca: clientCa }) };
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): StarlingError {
  const address = `${host}:${port}`;
  const message =
    error.code === 'EADDRINUSE'
      ? `the client port ${address} is in use by another process; stop that one, or choose another port (0: any free one)`
      : error.code === 'EACCES'
        ? `the client port ${address} needs more rights than this process has; choose a port above 1023`
        : `cannot listen for clients on ${address}: ${error.message}; choose an address of this machine`;
  return new StarlingError('CONFIGURATION', message, { host, port }, error);
}
