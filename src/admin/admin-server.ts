/**
 * The door for operators: HTTP/1.1. It tells how this peer is, in the pages of `pages.ts`, and changes nothing.
 *
 *     connection --at most 32--> head --8 KiB, 5 s--> Host, token, path --+-> page ---read within 10 s--> kept open, or closed
 *                                                                         |-> form --body of 8 KiB--> as a page
 *                                                                         '-> feed --at most 16--> events, until either hangs up
 *
 * Whoever has a token, or where none is wanted whoever reaches it, may read who the members are and how they do, and what owners have
 * of a key that they name; never which keys there are, a value or the secret. What a stranger sends, or fails to read, harms its own
 * connection only.
 */
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
  createServer,
} from 'node:http';
import { type AddressInfo, type DropArgument, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Access } from '../access/access.ts';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import { type Answer, errorAnswer, send, sendLast } from './answer.ts';
import { refusalOfStranger } from './bearer.ts';
import type { EventFeed } from './event-feed.ts';
import type { AdminEvents } from './events.ts';
import type { Form } from './forms.ts';
import { jsonBodyOf } from './json-body.ts';
import type { Page } from './pages.ts';
import { refusalOf, refusalOfMore } from './request-check.ts';

export interface AdminServerOptions {
  /** Address or name of this machine. */
  readonly host: string;
  /** 0: any free port; `address` tells which. */
  readonly port: number;
  /** Takes any free port where that one is in use, rather than fail. */
  readonly isPortOptional: boolean;
  /** Default `LIMITS.adminConnections`, `.adminHeadMs` and `.adminAnswerMs`. */
  readonly connections?: number | undefined;
  readonly headMs?: number | undefined;
  readonly answerMs?: number | undefined;
}

export interface AdminServerDependencies {
  readonly pages: ReadonlyMap<string, Page>;
  /** Undefined: no token is wanted. */
  readonly access?: Access | undefined;
  readonly forms: ReadonlyMap<string, Form>;
  /** It stops them. */
  readonly feeds: ReadonlyMap<string, EventFeed>;
  readonly timers: Timers;
  readonly events: AdminEvents;
}

/** How often connections are looked at that are late, at most. */
const LOOK_EVERY_MS = 1000;

export class AdminServer {
  readonly #options: AdminServerOptions;
  readonly #dependencies: AdminServerDependencies;
  readonly #server: Server;
  #listening: AddressInfo | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: AdminServerOptions, dependencies: AdminServerDependencies) {
    const { headMs = LIMITS.adminHeadMs, connections = LIMITS.adminConnections } = options;
    this.#options = options;
    this.#dependencies = dependencies;
    const limits = {
      maxHeaderSize: LIMITS.adminHeadBytes,
      headersTimeout: headMs,
      requestTimeout: headMs,
      connectionsCheckingInterval: Math.min(headMs, LOOK_EVERY_MS),
    };
    this.#server = createServer(limits, (request, response) => this.#handle(request, response));
    this.#server.maxConnections = connections;
    this.#server.on('clientError', (error, socket) => this.#handleMalformed(error, socket));
    this.#server.on('drop', (from?: DropArgument) => {
      dependencies.events.adminRefused(from?.remoteAddress ?? '', 'too many connections are open');
    });
  }

  /** Resolves when it answers. @throws StarlingError CONFIGURATION where the address can't be listened on. */
  async start(): Promise<void> {
    const { host, port, isPortOptional } = this.#options;
    const { events } = this.#dependencies;
    try {
      await this.#listen(port).catch((error: unknown) => {
        if (!isPortOptional || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
        return this.#listen(0);
      });
    } catch (error) {
      throw cannotListen(host, port, error as NodeJS.ErrnoException);
    }
    // Such as running out of descriptors: the next connection may find some again.
    this.#server.on('error', (error) => events.adminFailed('accepting a connection', error));
    this.#listening = this.#server.address() as AddressInfo;
    events.adminListening(`http://${this.address}`);
  }

  /** `host:port` that it listens on; empty before `start`. */
  get address(): string {
    return this.#listening === undefined ? '' : textOf(this.#listening);
  }

  /** Takes no more connections, gives answers that are under way up to LIMITS.adminStopMs, closes all. Idempotent. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  #stop(): Promise<void> {
    for (const feed of this.#dependencies.feeds.values()) feed.stop();
    return new Promise((resolve) => {
      const patience = this.#dependencies.timers.after(LIMITS.adminStopMs, () =>
        this.#server.closeAllConnections(),
      );
      this.#server.close(() => {
        patience.cancel();
        resolve();
      });
    });
  }

  #listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host: this.#options.host, port }, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const { timers, pages, forms, feeds, access } = this.#dependencies;
    const { answerMs = LIMITS.adminAnswerMs } = this.#options;
    const deadline = timers.after(answerMs, () => request.socket.destroy());
    response.once('close', () => deadline.cancel());
    const { address = '' } = this.#listening ?? {};
    const path = pathOf(request);
    const form = forms.get(path);
    const feed = feeds.get(path);
    const listening = { host: this.#options.host, address };
    const refusal =
      refusalOf(request, listening, this.#methodOf(path)) ??
      refusalOfStranger(request, path, access) ??
      (feed && refusalOfMore(feed));
    if (refusal !== undefined) this.#refuse(request, response, refusal);
    else if (feed !== undefined) this.#subscribe(path, response, feed, deadline);
    else if (form !== undefined)
      void this.#answer(path, response, async () => form(await jsonBodyOf(request)));
    else void this.#answer(path, response, pages.get(path) ?? (() => this.#unknown()));
  }

  #methodOf(path: string): 'GET' | 'POST' {
    return this.#dependencies.forms.has(path) ? 'POST' : 'GET';
  }

  /** Says why, and hangs up: what else comes on this connection isn't read. */
  #refuse(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const why = `${answer.status} ${STATUS_CODES[answer.status] ?? ''}`;
    this.#dependencies.events.adminRefused(request.socket.remoteAddress ?? '', why);
    response.setHeader('connection', 'close');
    if (answer.status === 401) response.setHeader('www-authenticate', 'Bearer realm="starling"');
    if (answer.status === 405) response.setHeader('allow', this.#methodOf(pathOf(request)));
    send(response, answer);
  }

  #subscribe(path: string, response: ServerResponse, feed: EventFeed, deadline: Timer): void {
    try {
      feed.subscribe(response);
      // It has no end. Who doesn't read is found by the feed.
      deadline.cancel();
    } catch (error) {
      this.#fail(path, response, error);
    }
  }

  async #answer(path: string, response: ServerResponse, page: Page): Promise<void> {
    try {
      const answer = await page();
      if (this.#stopped !== undefined) response.shouldKeepAlive = false;
      send(response, answer);
    } catch (error) {
      this.#fail(path, response, error);
    }
  }

  #fail(path: string, response: ServerResponse, error: unknown): void {
    // The connection broke before all of its body had come: nobody is left to answer to.
    if (response.destroyed) return;
    const failure = toStarlingError(error);
    this.#dependencies.events.adminFailed(path, failure);
    send(response, errorAnswer(500, failure.code, failure.message));
  }

  #unknown(): Answer {
    const { pages, forms, feeds } = this.#dependencies;
    const known = [...pages.keys(), ...forms.keys(), ...feeds.keys()].join(', ');
    return errorAnswer(404, 'INVALID_ARGUMENT', `there is no such page; there are ${known}`);
  }

  /** What isn't HTTP, is too large or too slow never becomes a request. */
  #handleMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
    const from = socket instanceof Socket ? socket.remoteAddress : undefined;
    this.#dependencies.events.adminRefused(from ?? '', error.message);
    const status = STATUS_OF_ERROR.get(error.code ?? '') ?? 400;
    if (socket.writable) sendLast(socket, errorAnswer(status, 'PROTOCOL', error.message));
    else socket.destroy();
  }
}

const STATUS_OF_ERROR: ReadonlyMap<string, number> = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

function pathOf({ url = '' }: IncomingMessage): string {
  const [path = ''] = url.split('?', 1);
  return path;
}

function textOf({ address, family, port }: AddressInfo): string {
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): StarlingError {
  const where = `${host}:${port}`;
  const message =
    error.code === 'EADDRINUSE'
      ? `the admin port ${where} is in use by another process; stop that one, or choose another (adminPort; 0: any free one, "off": none)`
      : error.code === 'EACCES'
        ? `the admin port ${where} needs more rights than this process has; choose a port above 1023`
        : `cannot listen for operators on ${where}: ${error.message}; choose an address of this machine (adminHost)`;
  return new StarlingError('CONFIGURATION', message, { host, port }, error);
}
