import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Credentials } from '../access/access.ts';
import type { TraceContext } from '../base/tracing.ts';
import { parseTraceparent } from '../wire/traceparent.ts';
import { parseAddress } from './address.ts';

/** How to reach a cluster. */
export interface ConnectOptions {
  /**
   * `host:port` of client ports, `[::1]:7400` for IPv6. One that answers is enough: the other peers are
   * learned from it. Name several, so that a client can start while one is down.
   */
  readonly addresses: readonly string[];
  /**
   * TCP connections to each peer, 1..64. Default 1: requests are pipelined, so more only help where a single
   * connection's large values hold up small ones.
   */
  readonly connectionsPerPeer?: number | undefined;
  /**
   * Milliseconds a request may take in all, its retries included, where the request doesn't say. Default
   * 5000, at most 120000. Too low: requests fail while a dead peer's role passes to another (seconds).
   */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds to wait for a TCP connection. Default 2000. Too high: a peer that vanished costs that much. */
  readonly connectTimeoutMs?: number | undefined;
  /** How often a request is sent again after a retryable error, within its deadline. Default 8; 0: never. */
  readonly retries?: number | undefined;
  /**
   * Remember the newest version this client has seen and send it with its writes, so that every write is
   * later than all that it has read or written, whatever the peers' clocks say. Default true.
   */
  readonly readYourWrites?: boolean | undefined;
  /** Milliseconds between two looks at the ring where nothing suggests a change. Default 30000. */
  readonly refreshMs?: number | undefined;
  /** Lets this client in where peers want a token, at most 256 bytes; whoever is on the way can read it where there is no TLS. Default: none. */
  readonly token?: string | undefined;
  /** Over TLS. Default: without. `{}`: the peers' certificates are signed by whom this machine trusts. */
  readonly tls?: TlsClientOptions | undefined;
  /**
   * The trace that requests belong to, as a W3C traceparent (`00-<trace id>-<span id>-01`). Default none. A span of OpenTelemetry that is
   * active where the request is made comes before it.
   */
  readonly traceparent?: string | undefined;
}

/** How a client is sure of its peers, and shows them who it is. All of it PEM. */
export interface TlsClientOptions {
  /** Whose signature on a peer's certificate is trusted. Default: whom this machine trusts. */
  readonly ca?: string | undefined;
  /** The client's own certificate, where peers ask for one, and its private key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** The same with every default filled in. */
export interface ClientSettings {
  readonly addresses: readonly string[];
  readonly connectionsPerPeer: number;
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly retries: number;
  readonly readYourWrites: boolean;
  readonly refreshMs: number;
  /** What is shown on each new connection; undefined: nothing. */
  readonly credentials: (() => Credentials) | undefined;
  /** Undefined: requests belong to the trace that is active where they are made, if any. */
  readonly trace: TraceContext | undefined;
}

/** @throws StarlingError INVALID_ARGUMENT that names the option and its range. */
export function settingsOf(options: ConnectOptions): ClientSettings {
  if (options.addresses.length === 0) {
    throw new StarlingError('INVALID_ARGUMENT', 'addresses is empty; name at least one peer as host:port');
  }
  return {
    addresses: options.addresses.map((address) => parseAddress(address).text),
    connectionsPerPeer: integer('connectionsPerPeer', options.connectionsPerPeer ?? 1, 1, 64),
    timeoutMs: checkTimeout(options.timeoutMs ?? LIMITS.defaultDeadlineMs),
    connectTimeoutMs: integer('connectTimeoutMs', options.connectTimeoutMs ?? 2000, 1, LIMITS.deadlineMs),
    retries: integer('retries', options.retries ?? 8, 0, 1000),
    readYourWrites: options.readYourWrites ?? true,
    refreshMs: integer('refreshMs', options.refreshMs ?? 30_000, 100, 86_400_000),
    credentials: options.token === undefined ? undefined : credentialsOf(options.token),
    trace: options.traceparent === undefined ? undefined : traceOf(options.traceparent),
  };
}

/** @throws StarlingError INVALID_ARGUMENT, which doesn't show it */
function credentialsOf(token: string): () => Credentials {
  if (token !== '' && Buffer.byteLength(token) <= LIMITS.tokenBytes) return () => ({ kind: 'token', token });
  throw new StarlingError(
    'INVALID_ARGUMENT',
    `token is empty or too long; give one of 1 to ${LIMITS.tokenBytes} bytes`,
  );
}

function traceOf(traceparent: string): TraceContext {
  const trace = parseTraceparent(traceparent);
  if (trace !== undefined) return trace;
  throw new StarlingError(
    'INVALID_ARGUMENT',
    'traceparent is none; give 00-, 32 hexadecimal digits, -, 16 more, and -01, as W3C Trace Context has it',
  );
}

/** @throws StarlingError INVALID_ARGUMENT unless it is a whole number of ms in 1..LIMITS.deadlineMs. */
export function checkTimeout(timeoutMs: number): number {
  return integer('timeoutMs', timeoutMs, 1, LIMITS.deadlineMs);
}

function integer(name: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new StarlingError(
    'INVALID_ARGUMENT',
    `${name} is ${value}; give a whole number from ${low} to ${high}`,
  );
}
