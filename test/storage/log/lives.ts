import { VirtualHome } from '../virtual-home.ts';
import type { Plant } from './mutant.ts';
import { Workload } from './workload.ts';

export const LIVES = 5;
const KEYS = 30;

/** What came of the lives of one store; it survives a structured clone. */
export interface Fate {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly acknowledged: number;
  /** Comparisons of a hash tree with what it should be, and starts that had made one unknown. */
  readonly knownTrees: number;
  readonly unknownTrees: number;
  /** How often what happened. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Some lives of one store, each ended in the middle of its work. */
export async function live(seed: number, plant?: Plant): Promise<Fate> {
  // With less compaction older segments last longer, and with them the dead records that must not come back.
  const compactionLiveFraction = [0.5, 0.2][seed % 2]!;
  const home = new VirtualHome(seed, {
    segmentBytes: 2048,
    checkpointBytes: 4096,
    checkpointChunkBytes: 64,
    probeIntervalMs: 3,
    compactionLiveFraction,
  });
  const work = new Workload(home, KEYS);
  const remove = plant?.(home);
  try {
    let engine = await home.opened();
    for (let life = 0; life < LIVES; life++) {
      work.start(engine);
      await home.time.run(home.time.nowMs + home.random.between(1, 60));
      work.ledger.checkTree(engine, `end of life ${life}`);
      home.disk.capacityBytes = Infinity;
      if (home.random.chance(0.7)) home.crash();
      else home.kill();
      if (home.random.chance(0.3)) home.forgetCheckpoints();
      try {
        engine = await home.opened();
      } catch (error) {
        work.ledger.violations.push(`life ${life}: ${String(error)}`);
        break;
      }
      work.ledger.check(engine, `life ${life}`);
    }
    const { violations, acknowledged, knownTrees, unknownTrees } = work.ledger;
    const seen = { ...home.seen, drops: work.drops, refusals: work.refusals };
    return { seed, violations, acknowledged, knownTrees, unknownTrees, seen };
  } finally {
    remove?.();
  }
}
