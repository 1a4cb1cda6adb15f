import type { CoreCluster } from './core-cluster.ts';
import type { Traffic } from './message-meter.ts';
import type { Findings } from './outcome.ts';

/** Messages and bytes that each member sends a second, from when the window was opened. */
export class TrafficWindow {
  readonly #cluster: CoreCluster;
  readonly #before: Traffic;
  readonly #startMs: number;

  constructor(cluster: CoreCluster) {
    this.#cluster = cluster;
    this.#before = cluster.meter.total();
    this.#startMs = cluster.nowMs;
  }

  /** What each member sent a second, by the number of those that run now. */
  perMember(): Traffic {
    const { messages, bytes } = this.#cluster.meter.total();
    const memberSeconds = (this.#cluster.running().length * (this.#cluster.nowMs - this.#startMs)) / 1000;
    return {
      messages: (messages - this.#before.messages) / memberSeconds,
      bytes: (bytes - this.#before.bytes) / memberSeconds,
    };
  }

  /** Notes the figures under a name. */
  report(findings: Findings, when: string): void {
    const { messages, bytes } = this.perMember();
    findings.add(`messages per member, ${when}`, messages, '/s');
    findings.add(`bytes per member, ${when}`, bytes, 'B/s');
  }
}
