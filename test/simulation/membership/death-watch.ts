import type { CoreCluster } from './core-cluster.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** When the deaths of some members are noticed, in milliseconds after it was made, which should be when they die. */
export class DeathWatch {
  /** Undefined as long as nobody does. */
  firstSuspectedMs: number | undefined;
  firstDeclaredMs: number | undefined;

  constructor(cluster: CoreCluster, dying: readonly SimulatedMember[]) {
    const targets = new Set(dying);
    const startMs = cluster.nowMs;
    cluster.witnesses.push(({ target, liveness }) => {
      if (liveness === 'alive' || !targets.has(target)) return;
      this.firstSuspectedMs ??= cluster.nowMs - startMs;
      if (liveness === 'dead') this.firstDeclaredMs ??= cluster.nowMs - startMs;
    });
  }
}
