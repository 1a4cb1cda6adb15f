import type { StarlingError } from '../base/errors.ts';

/** What the client port tells telemetry. Every method must be cheap and must not throw. */
export interface ClientPortEvents {
  connectionOpened(): void;
  /** @param reason undefined where the client closed it in good order */
  connectionClosed(reason: Error | undefined): void;
  /** The client broke the protocol; its connection is being closed. */
  malformed(remoteAddress: string, error: StarlingError): void;
  /** A connection was closed unheard because LIMITS.clientConnections were open. */
  connectionRefused(remoteAddress: string): void;
  /** The operating system could not hand over a connection, such as for want of descriptors; the port goes on. */
  acceptFailed(error: Error): void;
  /** A client showed what lets nobody in, or asked for what it may not. */
  forbidden(remoteAddress: string, error: StarlingError): void;
  /** A request was answered OVERLOADED by the port itself. */
  overloaded(): void;
  /** A write was refused since it may have waited for longer than its client did, unread. */
  unreadTooLong(): void;
}
