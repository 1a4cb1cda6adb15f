/** What the admin port tells telemetry. Every method must be cheap and must not throw. */
export interface AdminEvents {
  /** `http://host:port`, whose pages are there from now on. */
  adminListening(url: string): void;
  /** A request, or a connection before it had one, was turned away; nothing was read. */
  adminRefused(remoteAddress: string, reason: string): void;
  /** The operating system could not hand over a connection, or a page could not be made; the port goes on. */
  adminFailed(what: string, error: Error): void;
}
