import { StarlingError } from '../base/errors.ts';
import type { Timer } from '../base/timers.ts';
import type { SpanStart } from '../base/tracing.ts';
import type { ClientReplyResult } from '../wire/client-reply.ts';
import type { ClientOperation } from '../wire/client-request.ts';
import type { Topology } from '../wire/cluster-view.ts';
import { parseAddress } from './address.ts';
import { Attempts } from './attempts.ts';
import type { CallRequest, Reply } from './connection.ts';
import { Hedges } from './hedges.ts';
import type { ClientSettings } from './options.ts';
import { Peers } from './peers.ts';
import { Router } from './router.ts';
import type { ClientWorld } from './world.ts';

/** What changes nothing, and may be asked of two peers. */
const READS: ReadonlySet<ClientOperation['kind']> = new Set([
  'get',
  'getMany',
  'scan',
  'topology',
  'status',
  'locate',
  'explain',
]);

/** Least time between two looks at the ring that failures ask for. */
const REFRESH_PAUSE_MS = 250;

/**
 * The cluster as a client knows it: who its members are, which of them to ask, and the connections to them. Looks at the
 * ring when it connects, when a connection breaks, when a peer is silent or says that the owners have changed, and now and then.
 */
export class Cluster {
  readonly #world: ClientWorld;
  readonly #settings: ClientSettings;
  readonly #peers: Peers;
  readonly #router: Router;
  readonly #hedges: Hedges;
  readonly #spanStart: SpanStart;
  #refreshTimer: Timer | undefined;
  #refreshedMs = Number.NEGATIVE_INFINITY;
  #refreshesUnderWay = 0;
  #closed = false;

  constructor(world: ClientWorld, settings: ClientSettings) {
    this.#world = world;
    this.#settings = settings;
    this.#spanStart = { role: 'client', parent: settings.trace };
    this.#peers = new Peers({
      world,
      connectionsPerPeer: settings.connectionsPerPeer,
      connectTimeoutMs: settings.connectTimeoutMs,
      credentials: settings.credentials,
      onLost: () => this.#refreshSoon(),
      onSilence: () => this.#heardNothing(),
    });
    this.#router = new Router(settings.addresses, this.#peers);
    this.#hedges = new Hedges({
      clock: world.clock,
      timers: world.timers,
      ask: (address, request) => this.askOnce(address, request),
      isSilent: (address) => this.#peers.isSilent(address),
      onSilence: () => this.#heardNothing(),
    });
  }

  /** Q; a cluster never changes it. */
  get partitions(): number {
    return this.#router.topology?.partitions ?? 0;
  }

  /** @throws StarlingError INVALID_ARGUMENT on an impossible key */
  partitionOf(key: string): number {
    return this.#router.partitionOf(key);
  }

  /** Milliseconds since the Unix epoch, by this machine's clock. */
  wallMs(): number {
    return this.#world.clock.wallMs();
  }

  /** At random, 1..2^32-1. */
  drawNumber(): number {
    return 1 + this.#world.random.integer(2 ** 32 - 1);
  }

  pick(partition: number | undefined, tried?: readonly string[]): string {
    return this.#router.pick(partition, tried);
  }

  attempts(timeoutMs: number): Attempts {
    return new Attempts(this.#world, { timeoutMs, retries: this.#settings.retries });
  }

  /** Sends a request to one peer, once; never rejects. */
  async askOnce(address: string, request: CallRequest): Promise<Reply> {
    const { kind } = request.operation;
    // Looks at the ring are nobody's request: a timer makes most of them, long after what set it has ended.
    const span = kind === 'topology' ? undefined : this.#world.tracer?.begin(kind, this.#spanStart);
    const traced = span === undefined ? request : { ...request, trace: span.context };
    const reply = await this.#peers.ask(address, traced);
    span?.end(reply instanceof StarlingError ? reply.code : 'ok');
    if (reply instanceof StarlingError && reply.code === 'WRONG_OWNERS') this.#refreshSoon();
    return reply;
  }

  /** The same, but that a read which waits at a silent peer is asked of another as well, that is in `tried` then. */
  askOwner(
    address: string,
    request: CallRequest,
    partition: number | undefined,
    tried: string[] = [],
  ): Promise<Reply> {
    if (!READS.has(request.operation.kind)) return this.askOnce(address, request);
    return this.#hedges.ask(address, request, () => {
      const other = this.pick(partition, [...tried, address]);
      if (other === address || tried.includes(other) || !this.#peers.isWell(other)) return undefined;
      tried.push(other);
      return other;
    });
  }

  /**
   * Sends a request to an owner of the partition (or to anybody), and again while the failure is a passing one.
   * @throws StarlingError
   */
  async ask<Kind extends ClientReplyResult['kind']>(
    partition: number | undefined,
    operation: ClientOperation,
    expected: Kind,
    options: { readonly timeoutMs: number; readonly session?: Uint8Array | undefined },
  ): Promise<Extract<ClientReplyResult, { kind: Kind }>> {
    const attempts = this.attempts(options.timeoutMs);
    const tried: string[] = [];
    for (;;) {
      const isFirst = partition !== undefined && tried.length === 0;
      const address = isFirst ? this.#router.gather(partition) : this.pick(partition, tried);
      const request = { operation, session: options.session, timeoutMs: attempts.begin() };
      const reply = await this.askOwner(address, request, partition, tried);
      if (!(reply instanceof StarlingError)) return expect(reply, expected, address);
      tried.push(address);
      const verdict = attempts.afterFailure(reply, !tried.includes(this.pick(partition, tried)));
      if (verdict instanceof StarlingError) throw verdict;
      if (verdict > 0) await this.sleep(verdict);
    }
  }

  /** Sends a request to one peer, once. @throws StarlingError */
  async askAt<Kind extends ClientReplyResult['kind']>(
    address: string,
    operation: ClientOperation,
    expected: Kind,
    timeoutMs: number,
  ): Promise<Extract<ClientReplyResult, { kind: Kind }>> {
    const reply = await this.askOnce(address, { operation, session: undefined, timeoutMs });
    if (reply instanceof StarlingError) throw reply;
    return expect(reply, expected, address);
  }

  /** As `askAt` where there is an address, else as `ask`. @throws StarlingError */
  async askPeer<Kind extends ClientReplyResult['kind']>(
    operation: ClientOperation,
    expected: Kind,
    {
      address,
      partition,
      timeoutMs,
    }: {
      readonly address: string | undefined;
      readonly partition?: number;
      readonly timeoutMs: number;
    },
  ): Promise<Extract<ClientReplyResult, { kind: Kind }>> {
    if (address === undefined) return this.ask(partition, operation, expected, { timeoutMs });
    return this.askAt(parseAddress(address).text, operation, expected, timeoutMs);
  }

  /** Asks for the ring and goes by it from now on. @throws StarlingError */
  async refresh(timeoutMs: number = this.#settings.timeoutMs): Promise<Topology> {
    this.#refreshedMs = this.#world.clock.monotonicMs();
    this.#refreshesUnderWay++;
    try {
      const { topology } = await this.ask(undefined, { kind: 'topology' }, 'topology', { timeoutMs });
      this.#router.install(topology);
      this.#peers.retain(new Set(this.#router.addresses()));
      return topology;
    } finally {
      this.#refreshesUnderWay--;
      this.#planRefresh(this.#settings.refreshMs);
    }
  }

  /** Resolves `delayMs` from now. */
  sleep(delayMs: number): Promise<void> {
    return this.#world.sleep(delayMs);
  }

  /** Requests under way end with STOPPED. */
  close(): void {
    this.#closed = true;
    this.#refreshTimer?.cancel();
    this.#peers.close();
  }

  /** A look at the ring may wait at a silent peer itself, and must not be the reason for the next. */
  #heardNothing(): void {
    if (this.#refreshesUnderWay === 0) this.#refreshSoon();
  }

  #refreshSoon(): void {
    const sinceMs = this.#world.clock.monotonicMs() - this.#refreshedMs;
    this.#planRefresh(Math.max(0, REFRESH_PAUSE_MS - sinceMs));
  }

  #planRefresh(delayMs: number): void {
    this.#refreshTimer?.cancel();
    if (this.#closed) return;
    this.#refreshTimer = this.#world.timers.after(delayMs, () => {
      // A failure has already planned the next look, and requests go by the old ring meanwhile.
      this.refresh().catch(() => undefined);
    });
  }
}

function expect<Kind extends ClientReplyResult['kind']>(
  reply: ClientReplyResult,
  kind: Kind,
  address: string,
): Extract<ClientReplyResult, { kind: Kind }> {
  if (reply.kind === kind) return reply as Extract<ClientReplyResult, { kind: Kind }>;
  throw new StarlingError('PROTOCOL', `${address} answered "${reply.kind}" where "${kind}" was asked for`, {
    address,
  });
}
