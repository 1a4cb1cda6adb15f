import type { StarlingClient } from '../../../src/client/index.ts';
import type { Violation } from '../../simulation/history.ts';
import type { SeededRandom } from '../../simulation/world/seeded-random.ts';
import type { ChaosPeer } from '../chaos-peer.ts';
import type { Lab } from '../lab/lab.ts';

/** What faults are done to. */
export interface FaultWorld {
  readonly lab: Lab;
  readonly peers: readonly ChaosPeer[];
  /** Down, and of no cluster, between two faults. */
  readonly spare: ChaosPeer;
  readonly random: SeededRandom;
  readonly secret: string;
  /** Reaches all peers. */
  readonly observer: StarlingClient;
  /** Why peers have no disks of their own; undefined where they do. */
  readonly diskObstacle: string | undefined;
  /** Why no system call can be made to fail; undefined where it can. */
  readonly straceObstacle: string | undefined;
  /** A key that is there, and that nobody changes. */
  readonly constantKey: string;
  /** Puts far more on the cluster than it can do, until the returned function is called and has resolved. */
  readonly overload: () => Promise<() => Promise<void>>;
  readonly onViolation: (violation: Violation) => void;
}

/** One way to harm a cluster. */
export interface Fault {
  readonly name: string;
  /** What `Harm.seen` counts. */
  readonly seenAs: string;
  /** Why this machine can't do it; undefined where it can. */
  readonly obstacle: (world: FaultWorld) => string | undefined;
  /** Resolves when it is there. */
  readonly begin: (world: FaultWorld) => Promise<Harm>;
}

/** A fault that has begun. */
export interface Harm {
  /** Whom it befell. */
  readonly peers: readonly ChaosPeer[];
  /** Who may be taken for dead meanwhile, or take others for it; default: `peers`. */
  readonly excused?: readonly ChaosPeer[];
  /** How often something that had no part in making it (the kernel, a peer) says it struck; 0: it was no fault at all. */
  readonly seen: () => Promise<number>;
  readonly undo: () => Promise<void>;
}

/** Resolves to whether it was so within this time. A question that fails is asked again. */
export async function isSoWithin(ms: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const endMs = performance.now() + ms;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > endMs) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
