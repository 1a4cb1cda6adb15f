/** What becomes of spans. */
export interface TracingEvents {
  spansExported(spans: number): void;
  /** @param reason `queue`: too many waited; `collector`: it didn't take them; `stopped`: there was no time left */
  spansDropped(spans: number, reason: 'queue' | 'collector' | 'stopped', error?: Error): void;
}
