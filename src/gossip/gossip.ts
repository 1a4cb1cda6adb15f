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
import { sleep } from '../base/timers.ts';
import { ClusterClock } from '../membership/cluster-clock.ts';
import { type Intent, type IntentChange, type IntentContent, isExpelled } from '../membership/intent.ts';
import type { Liveness } from '../membership/member.ts';
import { Swim } from '../membership/swim.ts';
import { Admission, nothingToJoin } from './admission.ts';
import { ClusterSigner } from './cluster-signer.ts';
import { CoreRunner, type OutsideEffect } from './core-runner.ts';
import type { Arrival, LivenessChange } from './gossip-events.ts';
import type { GossipHealth, GossipOptions, MemberView } from './gossip-options.ts';
import { IntentTopic } from './intent-topic.ts';
import { LagMonitor } from './lag-monitor.ts';
import { Listeners } from './listeners.ts';
import { Observations } from './observations.ts';
import { type MemberProfile, removedError, sharedIdentityError, startingIntent } from './own-intent.ts';
import { RefusedNews } from './refused-news.ts';
import { Seeds } from './seeds.ts';
import { StateSaver } from './state-saver.ts';
import { decodeState, encodeState, stateOf } from './stored-state.ts';
import { healthOf, membersIn, seesOthers } from './views.ts';

/** How long a leaving node's last words may take to get out. */
const FAREWELL_MS = 100;

export class Gossip {
  /** What this node notices besides liveness and intents. */
  readonly observations = new Observations();
  readonly #options: GossipOptions;
  readonly #clusterClock = new ClusterClock();
  readonly #topic: IntentTopic;
  readonly #seeds: Seeds;
  readonly #saver: StateSaver;
  readonly #lagMonitor: LagMonitor;
  readonly #runner: CoreRunner;
  readonly #admission = new Admission();
  readonly #refusedNews: RefusedNews;
  readonly #intentListeners = new Listeners<readonly Intent[]>();
  readonly #livenessListeners = new Listeners<LivenessChange>();
  #incarnation = 0;
  #isStopped = false;
  #isExpelled = false;

  constructor(options: GossipOptions) {
    const { cluster, clusterId, secrets, clock, timers, network, lane, events } = options;
    this.#options = options;
    this.#refusedNews = new RefusedNews(options);
    this.#runner = new CoreRunner({
      clock,
      timers,
      lane,
      onEffect: (effect) => this.#handleEffect(effect),
      onSettled: () => {
        this.#checkAdmission();
        this.observations.handleHealth(this.#runner.core?.healthMultiplier ?? 1);
      },
    });
    this.#topic = new IntentTopic({
      network,
      cluster,
      clusterId,
      secrets,
      onIntents: (intents) => this.#handlePublished(intents),
      onRefused: (error) => events.sealRefused(error),
    });
    this.#seeds = this.#makeSeeds();
    this.#saver = new StateSaver({
      timers,
      save: () => this.#save(this.#runner.core!),
      onFailed: (error) => events.stateNotSaved(error),
    });
    this.#lagMonitor = new LagMonitor(clock, timers, (lagMs) => {
      events.eventLoopLagged(lagMs);
      this.#runner.tell({ kind: 'eventLoopLag', lagMs });
    });
  }

  /**
   * Begins to take part; call once, when the network has started. Resolves when this node is a member, which may
   * take for ever where no member answers at the bootstrap addresses.
   * @throws StarlingError CONFIGURATION where there is neither a cluster to join nor leave to found one, or the saved
   * state is unreadable; FORBIDDEN where this peer was removed; STOPPED where it was stopped meanwhile.
   */
  async start(profile: MemberProfile): Promise<Arrival> {
    const { store, events, self, bootstrap, found, random } = this.#options;
    const before = decodeState(await store.load());
    const how: Arrival = before?.isMember === true ? 'resumed' : found ? 'founded' : 'joined';
    if (how === 'joined' && bootstrap.length === 0) throw nothingToJoin();
    this.#incarnation = (before?.incarnation ?? 0) + 1;
    const run = random.integer(2 ** 32);
    const ownIntent = startingIntent({ peer: self, run }, profile, before?.ownIntent);
    if (how !== 'joined') this.#admission.grant();
    await this.#begin(ownIntent, before?.intents ?? []);
    await this.#admission.wait();
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
      this.#runner.tell({ kind: 'leave' });
      await sleep(this.#options.timers, FAREWELL_MS);
    }
    this.#isStopped = true;
    this.#seeds.stop();
    this.#lagMonitor.stop();
    this.#runner.stop();
    this.#admission.end(new StarlingError('STOPPED', 'the node was stopped before it had joined'));
    if (this.#runner.core) await this.#saver.stop();
  }

  /** Every member known, this node included. */
  members(): readonly MemberView[] {
    const { core } = this.#runner;
    return core === undefined ? [] : membersIn(core, this.#options.clock.monotonicMs());
  }

  /** How the failure detector of this node is. */
  health(): GossipHealth {
    return healthOf(this.#runner.core);
  }

  /** Undefined for a peer that isn't known. */
  liveness(peer: string): Liveness | undefined {
    return this.#runner.core?.member(peer)?.liveness;
  }

  /** Every intent known, this node's and those of members that left included. */
  intents(): readonly Intent[] {
    return [...(this.#runner.core?.intents() ?? [])];
  }

  /** Multiaddrs of the peer; empty where it isn't known. */
  addressesOf(peer: string): readonly string[] {
    return this.#runner.core?.intent(peer)?.addresses ?? [];
  }

  /** Changes this node's own intent, and tells everybody. Does nothing before `start` and after `stop`. */
  updateOwnIntent(change: IntentChange): void {
    this.#runner.tell({ kind: 'ownIntent', change });
  }

  /**
   * Declares another member gone for good, and tells everybody; it can't be taken back. Others copy what it held.
   * Nothing happens where the peer isn't known, or has gone.
   */
  beginRemoval(peer: string): void {
    this.#runner.tell({ kind: 'beginRemoval', peer });
  }

  /** Ends what `beginRemoval` began, once others hold all that the member held. */
  endRemoval(peer: string): void {
    this.#runner.tell({ kind: 'endRemoval', peer });
  }

  /** Exchanges everything with this peer, soon: it was found to know something else. */
  exchange(peer: string): void {
    this.#runner.tell({ kind: 'join', peer });
  }

  /** Milliseconds since the Unix epoch as the cluster agrees on them: the median of the members' clocks. */
  clusterTimeMs(): number {
    return this.#clusterClock.timeMs(this.#runner.instant());
  }

  /** Calls back with intents that are new or have changed; the returned function ends that. */
  onIntents(listener: (changed: readonly Intent[]) => void): () => void {
    return this.#intentListeners.add(listener);
  }

  /** Calls back when a member's liveness changes; the returned function ends that. */
  onLiveness(listener: (change: LivenessChange) => void): () => void {
    return this.#livenessListeners.add(listener);
  }

  async #begin(ownIntent: IntentContent, intents: readonly Intent[]): Promise<void> {
    const { random, swim, network, cluster, isAllowed } = this.#options;
    const signer = new ClusterSigner(network, cluster);
    const init = { ownIntent, incarnation: this.#incarnation, intents, signer, isAllowed, random };
    const core = new Swim(swim ? { ...init, options: swim } : init, this.#runner.instant());
    // Before anybody hears of them: an incarnation and a counter must not be used twice.
    await this.#save(core);
    if (this.#isStopped) throw new StarlingError('STOPPED', 'the node was stopped while it started');
    this.#runner.start(core);
    this.#lagMonitor.start();
    this.#seeds.start();
  }

  /** Whether they are genuine, so that others should have them, too. */
  #handlePublished(intents: readonly Intent[]): boolean {
    const before = this.#refusedNews.forgeries;
    this.#runner.tell({ kind: 'intents', intents });
    return this.#refusedNews.forgeries === before;
  }

  #checkAdmission(): void {
    if (this.#admission.isMember) return;
    const { self } = this.#options;
    if (this.#admission.check(this.intents().filter(({ peer }) => peer !== self))) this.#saver.changed();
  }

  #handleEffect(effect: OutsideEffect): void {
    const { events, self } = this.#options;
    switch (effect.kind) {
      case 'livenessChanged':
        this.#handleLivenessChanged(effect);
        return;
      case 'intentsChanged':
        this.#handleIntentsChanged(effect.intents);
        return;
      case 'publish':
        this.#topic.publish(effect.intents);
        return;
      case 'incarnationRaised':
        this.#incarnation = effect.incarnation;
        this.#saver.changed();
        if (effect.isRefutation) events.refuted(effect.incarnation);
        return;
      case 'synchronised':
        this.#admission.synchronised();
        return;
      case 'clockSample':
        this.#clusterClock.observe(effect, this.#runner.instant());
        return;
      case 'refused':
        this.#refusedNews.handle(effect);
        return;
      case 'storageReplaced':
        events.storageReplaced(effect.peer);
        this.observations.handleStorageReplaced(effect.peer, this.#options.clock.monotonicMs());
        return;
      case 'identityShared':
        this.#expel(sharedIdentityError(self));
        return;
      default:
        unreachable(effect);
    }
  }

  #handleLivenessChanged({ peer, liveness, previous, incarnation }: LivenessChange): void {
    const change = { peer, liveness, previous, incarnation };
    if (liveness === 'dead') {
      this.#clusterClock.forget(peer);
      this.#options.network.disconnect(peer);
    }
    this.#options.events.livenessChanged(change);
    this.#livenessListeners.tell(change);
  }

  #handleIntentsChanged(changed: readonly Intent[]): void {
    const { self } = this.#options;
    if (changed.some(({ peer }) => peer === self)) this.#saver.changedMuch();
    else this.#saver.changed();
    this.#intentListeners.tell(changed);
    const isRemoved = changed.some((intent) => intent.peer === self && isExpelled(intent));
    if (isRemoved) this.#expel(removedError(self));
  }

  /** Falls silent for good, once what is known is saved. */
  #expel(why: StarlingError): void {
    if (this.#isExpelled) return;
    this.#isExpelled = true;
    this.#admission.end(why);
    // Later, since whoever is told will stop this node, which is in the middle of something.
    this.#options.timers.after(0, () => this.#options.onExpelled(why));
  }

  async #save(core: Swim): Promise<void> {
    const { isMember } = this.#admission;
    await this.#options.store.save(encodeState(stateOf(core, this.#incarnation, isMember)));
  }

  #makeSeeds(): Seeds {
    const { self, bootstrap, events } = this.#options;
    return new Seeds({
      ...this.#options,
      addresses: bootstrap,
      isConnected: () => this.#admission.isMember && seesOthers(this.members(), self),
      isAlive: (peer) => this.liveness(peer) === 'alive',
      onPeer: (peer) => this.#runner.tell({ kind: 'join', peer }),
      onFailed: (failure) => events.bootstrapFailed(failure),
    });
  }
}
