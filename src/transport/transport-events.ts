import type { StarlingError } from '../base/errors.ts';

/** What the transport has to tell; telemetry listens. One method an event. */
export interface TransportEvents {
  /** A stream's handshake ended well. */
  linkOpened(peer: string, protocol: string, direction: 'inbound' | 'outbound'): void;
  /** Such a stream ended. */
  linkClosed(peer: string, protocol: string, reason: Error | undefined): void;
  /** A peer could not be reached, or refused us. `peer` is undefined where only addresses were known. */
  openFailed(peer: string | undefined, protocol: string, error: StarlingError): void;
  /** An inbound stream was turned away: wrong cluster, wrong secret, or too many at once. */
  inboundRefused(peer: string, protocol: string, error: StarlingError): void;
  /** A stream was aborted because of what the other end sent. */
  malformedInput(peer: string, protocol: string, error: StarlingError): void;
  /** A best-effort message was not sent: no stream, or no room. */
  messageDropped(peer: string, protocol: string): void;
  /** No answer came within the request's deadline. */
  requestTimedOut(peer: string): void;
  /** An answer came for a request that nobody waits for any more. */
  lateAnswer(peer: string): void;
  /** An answer of ours was not sent: its deadline had passed, or there was no room. */
  answerDropped(peer: string): void;
}
