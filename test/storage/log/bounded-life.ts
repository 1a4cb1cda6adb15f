import { StarlingError } from '../../../src/base/errors.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { DiskOperation } from '../../simulation/world/virtual-mount.ts';
import { VirtualHome } from '../virtual-home.ts';
import type { Ledger } from './ledger.ts';
import { Workload } from './workload.ts';

const KEYS = 12;
const SEED = 5;

/** A bounded workload: a store founded, filled, compacted, purged, checkpointed, closed, and all that once more. */
async function scenario(home: VirtualHome, work: Workload): Promise<void> {
  for (let life = 0; life < 2; life++) {
    const engine = await home.open();
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 3; i++) await tolerant(() => work.write(engine));
      await tolerant(() => work.allowPurge(engine));
      if (round === 3) await tolerant(() => work.drop(engine));
      await new Promise<void>((resolve) => home.time.after(20, resolve));
    }
    await tolerant(() => engine.close());
  }
}

/** What a failing disk makes the store refuse is not owed; everything else is a mistake. */
async function tolerant(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
  }
}

function newHome(): VirtualHome {
  return new VirtualHome(SEED, {
    segmentBytes: 1024,
    checkpointBytes: 2048,
    checkpointChunkBytes: 64,
    probeIntervalMs: 5,
  });
}

interface Run {
  readonly home: VirtualHome;
  readonly ledger: Ledger;
}

/** Runs it, calling back before each operation of the disk. */
export async function run(
  onOperation: (operation: DiskOperation, home: VirtualHome) => string | undefined,
): Promise<Run> {
  const home = newHome();
  const work = new Workload(home, KEYS);
  home.disk.fault = (operation) => onOperation(operation, home);
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  scenario(home, work).then(end, end);
  await home.time.runUntil(() => isOver || home.isDown, 60_000, 5);
  home.disk.fault = () => undefined;
  return { home, ledger: work.ledger };
}

/** The power fails at the operation with this number; what a store then finds is compared with what is owed. */
export async function crashAt(index: number, draw: number): Promise<string[]> {
  const { home, ledger } = await run((operation, { random, crash }) => {
    if (operation.index === index) crash(random.fork(`draw ${draw}`));
    return undefined;
  });
  return reopened(home, ledger);
}

export async function reopened(home: VirtualHome, ledger: Ledger): Promise<string[]> {
  let engine: LogEngine;
  try {
    engine = await home.opened();
  } catch (error) {
    return [String(error)];
  }
  ledger.check(engine, 'afterwards');
  return ledger.violations;
}

/** The operation with this number fails with the code, and the power fails after the end. */
export async function failAt(index: number, code: string): Promise<string[]> {
  const { home, ledger } = await run((operation) => (operation.index === index ? code : undefined));
  home.crash();
  return reopened(home, ledger);
}
