import type { SeededRandom } from '../simulation/world/seeded-random.ts';
import { CLOCK_FAULTS } from './faults/clock-faults.ts';
import { DISK_FAULTS } from './faults/disk-faults.ts';
import { type Fault, type FaultWorld, isSoWithin, shuffled } from './faults/fault.ts';
import { MEMBERSHIP_FAULTS } from './faults/membership-faults.ts';
import { NETWORK_FAULTS } from './faults/network-faults.ts';
import { OVERLOAD } from './faults/overload-fault.ts';
import { PROCESS_FAULTS } from './faults/process-faults.ts';
import { sleep } from './sessions.ts';

/** What is done to the cluster, one at a time. */
export const FAULTS: readonly Fault[] = [
  ...PROCESS_FAULTS,
  ...NETWORK_FAULTS,
  ...CLOCK_FAULTS,
  ...DISK_FAULTS,
  ...MEMBERSHIP_FAULTS,
  OVERLOAD,
];

/** When a fault was there, in ms since the beginning, and what came of it. */
export interface FaultBand {
  readonly fault: string;
  /** Names of the machines that it befell. */
  readonly peers: readonly string[];
  /** Names of those who may be taken for dead, or take others for it. */
  readonly excused: readonly string[];
  readonly fromMs: number;
  readonly untilMs: number;
  /** As `Harm.seen`. */
  readonly seen: number;
  /** From its end until all was well again; undefined where that took too long. */
  readonly settledAfterMs: number | undefined;
}

export interface NemesisOptions {
  readonly world: FaultWorld;
  readonly random: SeededRandom;
  /** What it may do, by name; all where it isn't said. */
  readonly only?: readonly string[] | undefined;
  readonly nowMs: () => number;
  /** Resolves to how long it took until all was well again after a fault that began then; undefined: too long. */
  readonly settle: (fromMs: number) => Promise<number | undefined>;
  readonly onLine: (line: string) => void;
}

const LASTS_MS = { least: 2000, most: 7000 } as const;
/** Of a fault, from when it could end. */
const SEEN_WITHIN_MS = 10_000;
const REST_MS = { least: 500, most: 2000 } as const;

/** Does one fault after the other, each kind before any comes again, undoes it, and waits until all is well. */
export class Nemesis {
  readonly bands: FaultBand[] = [];
  /** Of the kinds that this machine can't do. */
  readonly skipped: ReadonlyMap<string, string>;
  readonly #options: NemesisOptions;
  readonly #faults: readonly Fault[];
  #queue: Fault[] = [];

  constructor(options: NemesisOptions) {
    this.#options = options;
    const { world, only } = options;
    const wanted = FAULTS.filter(({ name }) => only?.includes(name) ?? true);
    const obstacles = wanted.map((fault) => [fault.name, fault.obstacle(world)] as const);
    this.skipped = new Map(
      obstacles.flatMap(([name, reason]) => (reason === undefined ? [] : [[name, reason]])),
    );
    this.#faults = wanted.filter(({ name }) => !this.skipped.has(name));
  }

  /** Goes on for so long; everything is undone when it resolves. */
  async run(durationMs: number): Promise<void> {
    const { nowMs, random, onLine } = this.#options;
    const endMs = nowMs() + durationMs;
    while (nowMs() < endMs && this.#faults.length > 0) {
      const band = await this.#do(this.#next(), endMs);
      this.bands.push(band);
      onLine(lineOf(band));
      await sleep(random.between(REST_MS.least, REST_MS.most));
    }
  }

  async #do(fault: Fault, endMs: number): Promise<FaultBand> {
    const { world, nowMs, random, settle } = this.#options;
    const fromMs = nowMs();
    const { peers, excused = peers, seen, undo } = await fault.begin(world);
    await sleep(Math.min(random.between(LASTS_MS.least, LASTS_MS.most), Math.max(0, endMs - nowMs())));
    // Those that came last have had no time to do anything; and whoever can't say it has not seen it.
    let times = 0;
    await isSoWithin(SEEN_WITHIN_MS, async () => (times = await seen()) > 0);
    await undo();
    const untilMs = nowMs();
    const names = (list: typeof peers) => list.map(({ host }) => host.name);
    return {
      fault: fault.name,
      peers: names(peers),
      excused: names(excused),
      fromMs,
      untilMs,
      seen: times,
      settledAfterMs: await settle(fromMs),
    };
  }

  #next(): Fault {
    if (this.#queue.length === 0) this.#queue = shuffled(this.#faults, this.#options.random);
    return this.#queue.pop()!;
  }
}

function lineOf({ fault, peers, fromMs, untilMs, seen, settledAfterMs }: FaultBand): string {
  const victims = peers.length > 0 ? `: ${peers.join(', ')}` : '';
  const settled =
    settledAfterMs === undefined ? 'not well in time' : `well ${settledAfterMs.toFixed(0)} ms later`;
  return `${seconds(fromMs)} to ${seconds(untilMs)}  ${fault}${victims}; seen ${seen} times, ${settled}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
