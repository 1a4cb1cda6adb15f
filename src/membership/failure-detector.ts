import { LIMITS } from '../base/limits.ts';
import type { Random } from '../base/random.ts';
import type { Awareness } from './awareness.ts';
import type { SwimCounts } from './counts.ts';
import type { Outbox } from './outbox.ts';
import { ProbeOrder } from './probe-order.ts';
import { Probe } from './probe.ts';
import type { Roster } from './roster.ts';
import type { SwimOptions } from './swim-options.ts';

export interface FailureDetectorOptions {
  readonly self: string;
  readonly swim: SwimOptions;
  readonly random: Random;
  readonly outbox: Outbox;
  readonly awareness: Awareness;
  readonly roster: Roster;
  readonly counts: SwimCounts;
  /** Nothing was heard of the target in a whole probe. */
  readonly onUnresponsive: (target: string, incarnation: number) => void;
}

/** A probe on behalf of another member. */
interface Relay {
  readonly requester: string;
  /** The requester's sequence number, which its ack or nack must carry. */
  readonly sequence: number;
  readonly target: string;
  isNacked: boolean;
}

/** A helper says "no answer so far" after this part of the ack timeout, in time for the asking member's deadline. */
const NACK_AFTER = 0.8;

/**
 * How much longer a probe may take whose target has to be connected to first: TCP, TLS and a handshake, while all others connect
 * to the same newcomer. Too short suspects newcomers; too long tells of the death of a member that nobody had talked to later.
 */
const CONNECT_MS = 1000;

/** How much a new round trip counts against those before it, as in TCP (RFC 6298). */
const ROUND_TRIP_GAIN = 1 / 8;

/** Sends probes, one an interval and some out of turn, answers those of others, and relays. */
export class FailureDetector {
  readonly #options: FailureDetectorOptions;
  readonly #order: ProbeOrder;
  readonly #probes = new Map<number, Probe>();
  readonly #relays = new Map<number, Relay>();
  /** Smoothed, of direct probes. */
  readonly #roundTripMs = new Map<string, number>();
  #sequence: number;

  constructor(options: FailureDetectorOptions) {
    this.#options = options;
    this.#order = new ProbeOrder(options.random);
    // An ack to a question of the process before this one must not answer one of ours.
    this.#sequence = options.random.integer(2 ** 32);
  }

  /** Milliseconds from a ping of this member to its ack, smoothed; undefined where none was answered yet. */
  roundTripMs(peer: string): number | undefined {
    return this.#roundTripMs.get(peer);
  }

  /** Takes a new member into the round. */
  addMember(peer: string): void {
    this.#order.add(peer);
  }

  /** The next probe of the round is due. */
  handleProbeTimer(): void {
    const { outbox, swim, awareness, roster } = this.#options;
    const target = this.#order.next((peer) => roster.get(peer) !== undefined);
    if (target !== undefined) this.probe(target);
    outbox.schedule({ kind: 'probe' }, swim.probeIntervalMs * awareness.multiplier);
  }

  /** Probes one member now, unless that is under way or too many are. */
  probe(target: string): void {
    const { outbox, swim, awareness, roster, counts } = this.#options;
    const member = roster.get(target);
    if (member === undefined || this.#probes.size >= LIMITS.probesAtOnce || this.#isProbing(target)) return;
    const sequence = this.#nextSequence();
    counts.probes++;
    this.#probes.set(sequence, new Probe(target, member.incarnation, outbox.now.monotonicMs));
    outbox.send(target, { kind: 'ping', sequence });
    outbox.schedule({ kind: 'ackTimeout', sequence }, swim.ackTimeoutMs * awareness.multiplier);
    outbox.schedule({ kind: 'probeEnd', sequence }, swim.probeIntervalMs * awareness.multiplier);
  }

  /** One ping that nothing depends on: what the answer brings along is what counts. */
  knock(peer: string): void {
    this.#options.outbox.send(peer, { kind: 'ping', sequence: this.#nextSequence() });
  }

  /** The direct half of a probe is over without an ack: asks others. */
  handleAckTimeout(sequence: number): void {
    const { outbox, swim, roster } = this.#options;
    const probe = this.#probes.get(sequence);
    if (probe === undefined) return;
    const helpers = roster.pick(swim.indirectProbes, probe.target);
    probe.askHelpers(helpers);
    for (const helper of helpers)
      outbox.send(helper, { kind: 'pingRequest', sequence, target: probe.target });
  }

  /** The ping of a probe waits until a stream to its target has been opened. */
  handleConnecting(peer: string): void {
    for (const probe of this.#probes.values()) if (probe.target === peer) probe.isConnecting = true;
  }

  /** No stream could be opened, so that there is nothing to wait for. */
  handleConnectFailed(peer: string): void {
    for (const [sequence, probe] of this.#probes) {
      if (probe.target !== peer) continue;
      probe.isConnecting = false;
      if (probe.isPutOff) this.handleProbeEnd(sequence, false);
    }
  }

  /**
   * A probe is over without an ack.
   * @param wasAsleep this node was late itself: answers may lie unread, so the probe says nothing
   */
  handleProbeEnd(sequence: number, wasAsleep: boolean): void {
    const probe = this.#probes.get(sequence);
    if (probe?.isConnecting === true && !probe.isPutOff && !wasAsleep) {
      probe.isPutOff = true;
      this.#options.outbox.schedule({ kind: 'probeEnd', sequence }, CONNECT_MS);
      return;
    }
    this.#probes.delete(sequence);
    if (probe === undefined || wasAsleep) return;
    const { awareness, counts, onUnresponsive } = this.#options;
    counts.probesFailed++;
    counts.nacksMissed += probe.missedNacks;
    awareness.worsen(probe.ownFault());
    onUnresponsive(probe.target, probe.incarnation);
  }

  handlePing(from: string, sequence: number): void {
    const { outbox } = this.#options;
    outbox.send(from, { kind: 'ack', sequence, wallMs: outbox.now.wallMs });
  }

  handleAck(from: string, sequence: number, wallMs: number): void {
    const probe = this.#probes.get(sequence);
    if (probe?.isAnsweredBy(from)) {
      this.#probes.delete(sequence);
      this.#options.awareness.improve();
      if (from === probe.target) this.#sample(probe, wallMs);
      else this.#options.counts.probesRelayed++;
      return;
    }
    const relay = this.#relays.get(sequence);
    if (relay?.target !== from) return;
    this.#relays.delete(sequence);
    this.#options.outbox.send(relay.requester, { kind: 'ack', sequence: relay.sequence, wallMs });
  }

  /** Probes `target` for another member. Refused in silence beyond a bound: the requester has other helpers. */
  handlePingRequest(from: string, sequence: number, target: string): void {
    const { self, outbox, roster, swim } = this.#options;
    if (target === self) {
      this.handlePing(from, sequence);
      return;
    }
    if (roster.get(target) === undefined || !this.#mayRelay(from)) return;
    const own = this.#nextSequence();
    this.#relays.set(own, { requester: from, sequence, target, isNacked: false });
    outbox.send(target, { kind: 'ping', sequence: own });
    outbox.schedule({ kind: 'relay', sequence: own }, swim.ackTimeoutMs * NACK_AFTER);
  }

  /** A relayed probe has no ack yet: tells the requester that we are well, and waits some more for a slow ack. */
  handleRelayTimer(sequence: number): void {
    const { outbox, swim } = this.#options;
    const relay = this.#relays.get(sequence);
    if (relay === undefined) return;
    if (relay.isNacked) {
      this.#relays.delete(sequence);
      return;
    }
    relay.isNacked = true;
    outbox.send(relay.requester, { kind: 'nack', sequence: relay.sequence });
    outbox.schedule({ kind: 'relay', sequence }, swim.probeIntervalMs);
  }

  handleNack(from: string, sequence: number): void {
    this.#probes.get(sequence)?.handleNack(from);
  }

  /** Nobody keeps the relays from others. */
  #mayRelay(requester: string): boolean {
    let ofRequester = 0;
    for (const relay of this.#relays.values()) if (relay.requester === requester) ofRequester++;
    return this.#relays.size < LIMITS.relayedProbes && ofRequester < LIMITS.relayedProbesEach;
  }

  #isProbing(target: string): boolean {
    for (const probe of this.#probes.values()) if (probe.target === target) return true;
    return false;
  }

  #nextSequence(): number {
    this.#sequence = (this.#sequence + 1) >>> 0;
    return this.#sequence;
  }

  #sample({ target, sentMs }: Probe, wallMs: number): void {
    const { outbox } = this.#options;
    const roundTripMs = outbox.now.monotonicMs - sentMs;
    const before = this.#roundTripMs.get(target) ?? roundTripMs;
    this.#roundTripMs.set(target, before + ROUND_TRIP_GAIN * (roundTripMs - before));
    outbox.emit({ kind: 'clockSample', peer: target, wallMs: wallMs + roundTripMs / 2, roundTripMs });
  }
}
