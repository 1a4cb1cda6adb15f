/**
 * One probe of one member (SWIM 3.1, with Lifeguard's nacks):
 *
 *     0             ackTimeout                    cycle
 *     |--- ping ------->|--- k ping requests -------->|
 *       ack: alive         any ack: alive               no ack: unresponsive
 *                          nack: that helper is well    nacks missing: perhaps it is us
 *
 * Times are multiplied by the local health. An ack counts from the target or from a member that was asked.
 * A ping for which a stream has to be opened first has been sent later than the probe knows: its end is put off, once.
 */
export class Probe {
  readonly target: string;
  /** The target's incarnation when the probe began: a later one is a sign of life. */
  readonly incarnation: number;
  readonly sentMs: number;
  #helpers: ReadonlySet<string> = new Set();
  readonly #nacks = new Set<string>();
  /** Whether its ping waits for a stream to be opened, and whether its end was put off for that. */
  isConnecting = false;
  isPutOff = false;

  constructor(target: string, incarnation: number, nowMs: number) {
    this.target = target;
    this.incarnation = incarnation;
    this.sentMs = nowMs;
  }

  /** Goes on to the indirect half. */
  askHelpers(helpers: readonly string[]): void {
    this.#helpers = new Set(helpers);
  }

  /** Whether an ack from this peer answers the probe. */
  isAnsweredBy(peer: string): boolean {
    return peer === this.target || this.#helpers.has(peer);
  }

  handleNack(from: string): void {
    if (this.#helpers.has(from)) this.#nacks.add(from);
  }

  /** Helpers that were as silent as the target. */
  get missedNacks(): number {
    return this.#helpers.size - this.#nacks.size;
  }

  /**
   * By how much the probe's failure speaks against ourselves: helpers that stayed silent, or 1 where there were none. As in
   * memberlist; the paper adds one for the failed probe itself. A probe whose nacks all came says nothing about us, or one
   * death would worsen everybody.
   */
  ownFault(): number {
    return this.#helpers.size === 0 ? 1 : this.missedNacks;
  }
}
