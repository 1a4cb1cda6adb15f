/** Reads time. Two readings with two purposes: never subtract one from the other. */
export interface Clock {
  /** Milliseconds since the Unix epoch by this machine's clock; may be wrong and may step. For version stamps. */
  wallMs(): number;
  /** Milliseconds from an arbitrary start; never steps back. For deadlines and measurements. */
  monotonicMs(): number;
}
