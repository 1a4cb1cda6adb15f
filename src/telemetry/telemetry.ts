import type { Clock } from '../base/clock.ts';
import type { StarlingError } from '../base/errors.ts';
import { Counters } from './counters.ts';
import { ConvergenceTelemetry } from './convergence-telemetry.ts';
import { Durations } from './durations.ts';
import type { CounterName } from './event-counts.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { ReplicationTelemetry } from './replication-telemetry.ts';
import { SeldomWarnings } from './seldom-warnings.ts';
import { StorageTelemetry } from './storage-telemetry.ts';
import { TracingTelemetry } from './tracing-telemetry.ts';

/** In seconds. Less than 50 ms is ordinary scheduling, and isn't told. */
const LAG_BOUNDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/**
 * Everything that happens in a node and that somebody may want to know, one method an event: it is counted, and
 * logged where a person should see it. The parts declare the events that they need as interfaces of their own
 * (`ReplicationEvents`, `TransportEvents`, ...); this class satisfies them all, with those that it has for the larger ones.
 */
export class Telemetry {
  readonly counters = new Counters<CounterName>();
  /** How late the event loop was, where it was. */
  readonly lags = new Durations(LAG_BOUNDS);
  /** What Prometheus reads. */
  readonly metrics = new Metrics();
  readonly log: Log;
  /** For requests and copies (`ReplicationEvents`). */
  readonly replication: ReplicationTelemetry;
  /** For the log (`StorageEvents`). */
  readonly storage: StorageTelemetry;
  /** For hints and anti-entropy (`HintEvents`, `AntiEntropyEvents`). */
  readonly convergence: ConvergenceTelemetry;
  /** For spans (`TracingEvents`). */
  readonly tracing: TracingTelemetry;
  readonly #warnings: SeldomWarnings;

  constructor(log: Log, clock: Clock) {
    this.log = log;
    this.#warnings = new SeldomWarnings(log, clock);
    this.replication = new ReplicationTelemetry(this.counters, log, this.#warnings);
    this.tracing = new TracingTelemetry(this.counters, this.#warnings);
    this.storage = new StorageTelemetry(this.counters, log, clock);
    this.convergence = new ConvergenceTelemetry(this.counters, log, this.#warnings, clock);
  }

  /** Counts of events since the start, by name, sorted: what `status` shows. */
  counts(): Map<string, number> {
    const counts = new Map([...this.counters.snapshot(), ...this.replication.requests.totals()]);
    if (this.storage.flushes.count > 0) counts.set('log_flushes', this.storage.flushes.count);
    if (this.lags.count > 0) counts.set('event_loop_lags', this.lags.count);
    return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  // Streams between peers (TransportEvents)

  linkOpened(peer: string, protocol: string, direction: 'inbound' | 'outbound'): void {
    this.counters.add('links_opened');
    this.log.debug({ peer, protocol, direction }, 'opened a stream');
  }

  linkClosed(peer: string, protocol: string, reason: Error | undefined): void {
    this.counters.add('links_closed');
    this.log.debug({ peer, protocol, reason: reason?.message }, 'a stream ended');
  }

  openFailed(peer: string | undefined, protocol: string, error: StarlingError): void {
    this.counters.add('link_opens_failed');
    const facts = { peer, protocol, code: error.code };
    if (error.code === 'FORBIDDEN') this.log.error(facts, `a peer turned this one away: ${error.message}`);
    else this.log.debug(facts, `could not reach a peer: ${error.message}`);
  }

  inboundRefused(peer: string, protocol: string, error: StarlingError): void {
    this.counters.add('links_refused');
    this.#warnings.warn({ peer, protocol, code: error.code }, 'turned a peer away', error.message);
  }

  malformedInput(peer: string, protocol: string, error: StarlingError): void {
    this.counters.add('malformed_peer_input');
    this.#warnings.warn({ peer, protocol }, 'closed a stream', error.message);
  }

  messageDropped(_peer: string, _protocol: string): void {
    this.counters.add('messages_dropped');
  }

  requestTimedOut(_peer: string): void {
    this.counters.add('peer_requests_timed_out');
  }

  lateAnswer(_peer: string): void {
    this.counters.add('late_answers');
  }

  answerDropped(_peer: string): void {
    this.counters.add('answers_dropped');
  }

  // Membership (GossipEvents)

  arrived(how: 'founded' | 'joined' | 'resumed'): void {
    const sentences = {
      founded: 'founded the cluster',
      joined: 'joined the cluster',
      resumed: 'is a member of its cluster again',
    };
    this.log.info({ how }, `this peer ${sentences[how]}`);
  }

  bootstrapFailed(failure: {
    readonly addresses: readonly string[];
    readonly attempt: number;
    readonly retryInMs: number;
    readonly error: StarlingError | undefined;
  }): void {
    this.counters.add('bootstraps_failed');
    const reason = failure.error?.message ?? 'whoever answered is no member of a cluster yet either';
    this.log.warn(
      { addresses: failure.addresses.join(' '), attempt: failure.attempt },
      `no member of the cluster answered (${reason}); trying again in ${(failure.retryInMs / 1000).toFixed(1)} s`,
    );
  }

  livenessChanged(change: {
    readonly peer: string;
    readonly liveness: 'alive' | 'suspect' | 'dead';
    readonly previous: string | undefined;
    readonly incarnation: number;
  }): void {
    this.counters.add(`members_turned_${change.liveness}`);
    const { peer, liveness, previous, incarnation } = change;
    this.log.info({ peer, previous, incarnation }, `member ${peer} is ${liveness}`);
  }

  left(): void {
    this.log.info({}, 'this peer has left the cluster: others hold what it held, and it stops');
  }

  expelled(why: StarlingError): void {
    this.log.error({ code: why.code }, `this peer stops: ${why.message}`);
  }

  refuted(incarnation: number): void {
    this.counters.add('suspicions_refuted');
    this.log.warn({ incarnation }, 'others took this peer for dead or suspect; it told them otherwise');
  }

  newsRefused(peer: string, reason: string, sender: string | undefined): void {
    this.counters.add('membership_news_refused');
    this.#warnings.warn({ peer, reason, sender }, 'did not believe news about a member', reason);
  }

  storageReplaced(peer: string): void {
    this.counters.add('members_with_new_storage');
    this.log.warn({ peer }, `member ${peer} came back without the data that it held; it copies it anew`);
  }

  sealRefused(error: StarlingError): void {
    this.counters.add('topic_messages_refused');
    this.#warnings.warn({ code: error.code }, "ignored a message on the cluster's topic", error.message);
  }

  /** A message on the cluster's topic reached nobody; push-pull tells it again. */
  unpublished(reason: Error): void {
    this.counters.add('topic_messages_unpublished');
    this.log.debug({ reason: reason.message }, "a message on the cluster's topic reached nobody");
  }

  eventLoopLagged(lagMs: number): void {
    this.lags.note(lagMs);
    this.log.debug({ lagMs }, 'the event loop was late');
  }

  stateNotSaved(error: StarlingError): void {
    this.counters.add('state_saves_failed');
    this.log.warn({ code: error.code }, `could not save what is known of the members: ${error.message}`);
  }

  // The client port (ClientPortEvents)

  connectionOpened(): void {
    this.counters.add('client_connections_opened');
  }

  connectionClosed(reason: Error | undefined): void {
    this.counters.add('client_connections_closed');
    if (reason) this.log.debug({ reason: reason.message }, 'a client connection broke');
  }

  malformed(remoteAddress: string, error: StarlingError): void {
    this.counters.add('malformed_client_input');
    this.#warnings.warn({ remoteAddress }, 'closed a client connection', error.message);
  }

  forbidden(remoteAddress: string, error: StarlingError): void {
    this.counters.add('client_requests_forbidden');
    this.#warnings.warn({ remoteAddress }, 'refused a client', error.message);
  }

  connectionRefused(remoteAddress: string): void {
    this.counters.add('client_connections_refused');
    this.log.warn({ remoteAddress }, 'refused a client connection: too many are open');
  }

  acceptFailed(error: Error): void {
    this.counters.add('client_accepts_failed');
    this.log.warn({ reason: error.message }, `could not accept a client connection: ${error.message}`);
  }

  overloaded(): void {
    this.counters.add('client_requests_overloaded');
  }

  unreadTooLong(): void {
    this.counters.add('client_writes_unread_too_long');
  }

  // The admin port (AdminEvents)

  adminListening(url: string): void {
    this.log.info({ url }, `the dashboard, health and metrics are at ${url}/`);
  }

  adminRefused(remoteAddress: string, reason: string): void {
    this.counters.add('admin_requests_refused');
    this.log.debug({ remoteAddress }, `the admin port refused a request: ${reason}`);
  }

  adminFailed(what: string, error: Error): void {
    this.counters.add('admin_failures');
    this.log.warn({ what }, `the admin port failed: ${what}: ${error.message}`);
  }
}
