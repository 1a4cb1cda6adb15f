import { StarlingError, toStarlingError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';
import type { StarlingClient } from '../client/client.ts';
import { type ClusterReport, reportOn } from '../client/reports/cluster-report.ts';
import { keyDocumentOf } from '../client/reports/key-document.ts';
import { type KeySource, reportOnKey } from '../client/reports/key-report.ts';
import type { ClusterViews } from '../server/client-operations.ts';

export interface ClusterWatchDependencies {
  readonly clock: Clock;
  /** Who is there, and who owns what, as this node sees it. */
  readonly views: Pick<ClusterViews, 'topology' | 'locate'>;
  /** Connects to the cluster as any client does. @throws StarlingError */
  readonly connect: () => Promise<StarlingClient>;
}

/** Answers that are older than so many turns say nothing any more. */
const OLD_AFTER = 4;

/**
 * What only the members themselves can tell, for the dashboard of one of them: each is asked as `starling status` and
 * `starling explain` ask it, over its client port. Nobody is asked, and no connection is open, before somebody looks.
 */
export class ClusterWatch {
  readonly #dependencies: ClusterWatchDependencies;
  #client: Promise<StarlingClient> | undefined;
  #report: ClusterReport | undefined;
  #failure: StarlingError | undefined;
  #askedMs = -Infinity;
  #toldMs = -Infinity;
  #isAsking = false;
  #isStopped = false;

  constructor(dependencies: ClusterWatchDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * What the members said last; undefined where they have yet to, or that is too long ago to be shown as how they are. Has them asked
   * again where they were some seconds ago.
   */
  look(): ClusterReport | undefined {
    const nowMs = this.#dependencies.clock.monotonicMs();
    const isDue = nowMs - this.#askedMs >= LIMITS.memberReportsMs;
    if (isDue && !this.#isAsking && !this.#isStopped) void this.#ask();
    return nowMs - this.#toldMs > OLD_AFTER * LIMITS.memberReportsMs ? undefined : this.#report;
  }

  /** Why the members could not be asked the last time; undefined where they could. */
  get failure(): StarlingError | undefined {
    return this.#failure;
  }

  /** What each owner has of a key, never the value. @throws StarlingError */
  async explain(key: string): Promise<object> {
    const { views } = this.#dependencies;
    const client = await this.#connected();
    const source: KeySource = {
      topology: () => views.topology(),
      locate: () => views.locate(key),
      explain: (asked, address) => client.explain(asked, address),
    };
    return keyDocumentOf(key, await reportOnKey(source, key));
  }

  /** Closes its connections. Idempotent. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.close();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      const client = await this.#connected();
      const source = {
        topology: async () => this.#dependencies.views.topology(),
        status: (address?: string) => client.status(address),
      };
      this.#report = await reportOn(source, LIMITS.memberReports);
      this.#toldMs = this.#dependencies.clock.monotonicMs();
      this.#failure = undefined;
    } catch (error) {
      this.#failure = toStarlingError(error);
    }
    this.#isAsking = false;
    this.#askedMs = this.#dependencies.clock.monotonicMs();
  }

  /** The connection there is, or another attempt where the last one failed. */
  async #connected(): Promise<StarlingClient> {
    if (this.#isStopped) throw new StarlingError('STOPPED', 'this peer is stopping');
    this.#client ??= this.#dependencies.connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }
}
