/**
 * Runs the membership core on the ports: its messages on a lane between peers, its timers, and intents on the
 * cluster's topic besides; keeps the address book; and finds the cluster.
 *
 *     lane, topic, timers --events--> Swim --effects--> lane, topic, timers, address book, listeners
 *
 * A node becomes a member in one of three ways: it founds a cluster because it was told to, it is told everything
 * by a member it found at a bootstrap address, or it was one before. It never founds a cluster because nobody
 * answered.
 */
import { unreachable } from '../base/assert.ts';
import { StarlingError } from '../base/errors.ts';
import { type Timer, sleep } from '../base/timers.ts';
import { ClusterClock } from '../membership/cluster-clock.ts';
import type { Instant, SwimEffect, SwimEvent, SwimTimer } from '../membership/event.ts';
import type { Intent, IntentChange } from '../membership/intent.ts';
import type { Liveness } from '../membership/member.ts';
import { Swim } from '../membership/swim.ts';
import type { Arrival, LivenessChange } from './gossip-events.ts';
import type { GossipOptions, MemberView } from './gossip-options.ts';
import { IntentTopic } from './intent-topic.ts';
import { LagMonitor } from './lag-monitor.ts';
import { type MemberProfile, startingIntent } from './own-intent.ts';
import { Seeds } from './seeds.ts';
import { StateSaver } from './state-saver.ts';
import { decodeState, encodeState } from './stored-state.ts';

/** How long a leaving node's last words may take to get out. */
const FAREWELL_MS = 100;

export class Gossip {
  readonly #options: GossipOptions;
  readonly #clusterClock = new ClusterClock();
  readonly #topic: IntentTopic;
  readonly #seeds: Seeds;
  readonly #saver: StateSaver;
  readonly #lagMonitor: LagMonitor;
  readonly #timers = new Set<Timer>();
  readonly #intentListeners = new Set<(changed: readonly Intent[]) => void>();
  readonly #livenessListeners = new Set<(change: LivenessChange) => void>();
  /** Undefined before `start`. */
  #swim: Swim | undefined;
  #incarnation = 0;
  #isMember = false;
  #isSynchronised = false;
  #isStopped = false;
  /** Ends the wait for a member's answer. */
  #arrival: { readonly resolve: () => void; readonly reject: (error: StarlingError) => void } | undefined;

  constructor(options: GossipOptions) {
    const { cluster, secret, clock, timers, network, events } = options;
    this.#options = options;
    this.#topic = new IntentTopic({
      network,
      cluster,
      secret,
      onIntents: (intents) => this.#tell({ kind: 'intents', intents }),
      onRefused: (error) => events.sealRefused(error),
    });
    this.#seeds = this.#makeSeeds();
    this.#saver = new StateSaver({
      timers,
      save: () => this.#save(),
      onFailed: (error) => events.stateNotSaved(error),
    });
    this.#lagMonitor = new LagMonitor(clock, timers, (lagMs) => this.#handleLag(lagMs));
  }

  /**
   * Begins to take part; call once, when the network has started. Resolves when this node is a member, which may
   * take for ever where no member answers at the bootstrap addresses.
   * @throws StarlingError CONFIGURATION where there is neither a cluster to join nor leave to found one, or the saved
   * state is unreadable; FORBIDDEN where this peer was removed; STOPPED where it was stopped meanwhile.
   */
  async start(profile: MemberProfile): Promise<Arrival> {
    const { store, events, self, bootstrap, found } = this.#options;
    const before = decodeState(await store.load());
    this.#isMember = before?.isMember === true;
    const how: Arrival = this.#isMember ? 'resumed' : found ? 'founded' : 'joined';
    if (how === 'joined' && bootstrap.length === 0) throw nothingToJoin();
    this.#incarnation = (before?.incarnation ?? 0) + 1;
    const ownIntent = startingIntent(self, profile, before?.ownIntent);
    this.#isMember ||= found;
    await this.#begin(ownIntent, before?.intents ?? []);
    if (!this.#isMember) await this.#untilMember();
    events.arrived(how);
    return how;
  }

  /**
   * Ends taking part. Idempotent.
   * @param graceful tells the others first, so that nobody has to suspect this node
   */
  async stop({ graceful }: { readonly graceful: boolean }): Promise<void> {
    if (this.#isStopped) return;
    if (graceful) {
      this.#tell({ kind: 'leave' });
      await sleep(this.#options.timers, FAREWELL_MS);
    }
    this.#isStopped = true;
    this.#seeds.stop();
    this.#lagMonitor.stop();
    for (const timer of this.#timers) timer.cancel();
    this.#arrival?.reject(new StarlingError('STOPPED', 'the node was stopped before it had joined'));
    if (this.#swim) await this.#saver.stop();
  }

  /** Every member known, this node included. */
  members(): readonly MemberView[] {
    const nowMs = this.#options.clock.monotonicMs();
    return [...(this.#swim?.members() ?? [])].map(({ peer, liveness, incarnation, sinceMs }) => ({
      peer,
      liveness,
      incarnation,
      sinceMs: nowMs - sinceMs,
      intent: this.#swim?.intent(peer),
    }));
  }

  /** Undefined for a peer that isn't known. */
  liveness(peer: string): Liveness | undefined {
    return this.#swim?.member(peer)?.liveness;
  }

  /** Every intent known, this node's and those of members that left included. */
  intents(): readonly Intent[] {
    return [...(this.#swim?.intents() ?? [])];
  }

  /** Multiaddrs of the peer; empty where it isn't known. */
  addressesOf(peer: string): readonly string[] {
    return this.#swim?.intent(peer)?.addresses ?? [];
  }

  /** Changes this node's own intent, and tells everybody. Does nothing before `start` and after `stop`. */
  updateOwnIntent(change: IntentChange): void {
    this.#tell({ kind: 'ownIntent', change });
  }

  /** Exchanges everything with this peer, soon: it was found to know something else. */
  exchange(peer: string): void {
    this.#tell({ kind: 'join', peer });
  }

  /** Milliseconds since the Unix epoch as the cluster agrees on them: the median of the members' clocks. */
  clusterTimeMs(): number {
    return this.#clusterClock.timeMs(this.#instant());
  }

  /** Calls back with intents that are new or have changed; the returned function ends that. */
  onIntents(listener: (changed: readonly Intent[]) => void): () => void {
    this.#intentListeners.add(listener);
    return () => void this.#intentListeners.delete(listener);
  }

  /** Calls back when a member's liveness changes; the returned function ends that. */
  onLiveness(listener: (change: LivenessChange) => void): () => void {
    this.#livenessListeners.add(listener);
    return () => void this.#livenessListeners.delete(listener);
  }

  async #begin(ownIntent: Intent, intents: readonly Intent[]): Promise<void> {
    const { random, lane, swim } = this.#options;
    const init = { ownIntent, incarnation: this.#incarnation, intents, random };
    this.#swim = new Swim(swim ? { ...init, options: swim } : init, this.#instant());
    // Before anybody hears of them: an incarnation and a counter must not be used twice.
    await this.#save();
    if (this.#isStopped) throw new StarlingError('STOPPED', 'the node was stopped while it started');
    lane.onMessage = (from, message) => this.#tell({ kind: 'message', from, message });
    lane.onPeerDown = (peer) => this.#tell({ kind: 'peerUnreachable', peer });
    this.#topic.start();
    this.#tell({ kind: 'start' });
    this.#lagMonitor.start();
    this.#seeds.start();
  }

  #untilMember(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#arrival = { resolve, reject };
    });
  }

  /**
   * A cluster is where somebody is active. Two newcomers that know only each other are none, however often
   * they exchange everything.
   */
  #checkArrival(): void {
    if (this.#isMember || !this.#isSynchronised) return;
    const { self } = this.#options;
    const isCluster = this.intents().some(
      ({ peer, status }) => peer !== self && (status === 'active' || status === 'leaving'),
    );
    if (!isCluster) return;
    this.#isMember = true;
    this.#saver.changed();
    this.#arrival?.resolve();
  }

  #handleLag(lagMs: number): void {
    this.#options.events.eventLoopLagged(lagMs);
    this.#tell({ kind: 'eventLoopLag', lagMs });
  }

  /** Hands an event to the core and carries out what it wants. */
  #tell(event: SwimEvent): void {
    if (this.#isStopped || this.#swim === undefined) return;
    for (const effect of this.#swim.handle(event, this.#instant())) this.#carryOut(effect);
    this.#checkArrival();
  }

  #carryOut(effect: SwimEffect): void {
    const { lane, events } = this.#options;
    switch (effect.kind) {
      case 'send':
        lane.send(effect.to, effect.message);
        return;
      case 'schedule':
        this.#schedule(effect.timer, effect.delayMs);
        return;
      case 'livenessChanged':
        this.#handleLivenessChanged(effect);
        return;
      case 'intentsChanged':
        this.#saver.changed();
        for (const listener of [...this.#intentListeners]) listener(effect.intents);
        return;
      case 'publish':
        this.#topic.publish(effect.intents);
        return;
      case 'incarnationRaised':
        this.#incarnation = effect.incarnation;
        this.#saver.changed();
        events.refuted(effect.incarnation);
        return;
      case 'synchronised':
        this.#isSynchronised = true;
        return;
      case 'clockSample':
        this.#clusterClock.observe(effect, this.#instant());
        return;
      case 'refused':
        events.newsRefused(effect.peer, effect.reason);
        return;
      default:
        unreachable(effect);
    }
  }

  #handleLivenessChanged({ peer, liveness, previous, incarnation }: LivenessChange): void {
    const change = { peer, liveness, previous, incarnation };
    if (liveness === 'dead') this.#clusterClock.forget(peer);
    this.#options.events.livenessChanged(change);
    for (const listener of [...this.#livenessListeners]) listener(change);
  }

  #schedule(timer: SwimTimer, delayMs: number): void {
    const handle = this.#options.timers.after(delayMs, () => {
      this.#timers.delete(handle);
      this.#tell({ kind: 'timer', timer });
    });
    this.#timers.add(handle);
  }

  async #save(): Promise<void> {
    const swim = this.#swim!;
    const { self, store } = this.#options;
    const intents = this.intents().filter(({ peer }) => peer !== self);
    const { ownIntent } = swim;
    await store.save(
      encodeState({ incarnation: this.#incarnation, isMember: this.#isMember, ownIntent, intents }),
    );
  }

  #instant(): Instant {
    const { clock } = this.#options;
    return { monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() };
  }

  #makeSeeds(): Seeds {
    const { self, bootstrap, lane, timers, random, events } = this.#options;
    return new Seeds({
      self,
      addresses: bootstrap,
      lane,
      timers,
      random,
      isMember: () => this.#isMember,
      isAlive: (peer) => this.liveness(peer) === 'alive',
      onPeer: (peer) => this.#tell({ kind: 'join', peer }),
      onFailed: (failure) => events.bootstrapFailed(failure),
    });
  }
}

function nothingToJoin(): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    'there is no cluster to join: give the address of a member with --bootstrap, or --found to found a new cluster',
  );
}
