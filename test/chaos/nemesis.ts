import type { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type ChaosPeer, clockObstacle } from './chaos-peer.ts';
import type { Host, Lab, Path } from './lab/lab.ts';
import { sleep } from './sessions.ts';

/** What is done to the cluster, one at a time. */
export const FAULTS = [
  'kill',
  'kill of two',
  'kill of all',
  'pause',
  'isolation',
  'split in halves',
  'bridge',
  'one-way split',
  'clock step of seconds',
  'clock step of an hour',
  'kill in a split',
  'lost disk',
] as const;
export type ChaosFault = (typeof FAULTS)[number];

/** When a fault was there, in ms since the beginning. */
export interface FaultBand {
  readonly fault: ChaosFault;
  readonly peers: readonly string[];
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface NemesisOptions {
  readonly lab: Lab;
  readonly peers: readonly ChaosPeer[];
  readonly random: SeededRandom;
  readonly nowMs: () => number;
  /** Resolves when the peer is a full member. */
  readonly untilActive: (peer: ChaosPeer) => Promise<void>;
  readonly onBegin: (fault: ChaosFault, peers: readonly string[]) => void;
}

/** What was begun, and how it ends. */
interface Harm {
  readonly peers: readonly ChaosPeer[];
  readonly undo: () => Promise<void>;
}

const LASTS_MS = { least: 2000, most: 7000 } as const;
const REST_MS = { least: 1000, most: 3000 } as const;

/** Does one fault after the other, each kind before any comes again, and undoes it. */
export class Nemesis {
  readonly bands: FaultBand[] = [];
  /** Of the kinds that this machine can't do. */
  readonly skipped: ReadonlyMap<ChaosFault, string>;
  readonly #options: NemesisOptions;
  #queue: ChaosFault[] = [];

  constructor(options: NemesisOptions) {
    this.#options = options;
    this.skipped = obstacles(options.lab);
  }

  /** How often each kind was done. */
  get counts(): Map<ChaosFault, number> {
    const counts = new Map<ChaosFault, number>();
    for (const { fault } of this.bands) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    return counts;
  }

  /** Goes on for so long; everything is undone when it resolves. */
  async run(durationMs: number): Promise<void> {
    const { nowMs, random, onBegin } = this.#options;
    const endMs = nowMs() + durationMs;
    while (nowMs() < endMs) {
      const fault = this.#next();
      const fromMs = nowMs();
      const { peers, undo } = await this.#begin(fault);
      const names = peers.map(({ host }) => host.name);
      onBegin(fault, names);
      await sleep(Math.min(random.between(LASTS_MS.least, LASTS_MS.most), Math.max(0, endMs - nowMs())));
      await undo();
      this.bands.push({ fault, peers: names, fromMs, untilMs: nowMs() });
      await sleep(random.between(REST_MS.least, REST_MS.most));
    }
  }

  #next(): ChaosFault {
    if (this.#queue.length === 0)
      this.#queue = shuffled(
        FAULTS.filter((fault) => !this.skipped.has(fault)),
        this.#options.random,
      );
    return this.#queue.pop()!;
  }

  async #begin(fault: ChaosFault): Promise<Harm> {
    const { random, peers } = this.#options;
    const inDisorder = shuffled(peers, random);
    const [first, second] = inDisorder as [ChaosPeer, ChaosPeer];
    const rest = inDisorder.slice(1);
    switch (fault) {
      case 'kill':
        return this.#kill([first]);
      case 'kill of two':
        return this.#kill([first, second]);
      case 'kill of all':
        return this.#kill(peers);
      case 'pause':
        first.pause();
        return { peers: [first], undo: later(() => first.resume()) };
      case 'isolation':
        return this.#cut([first], bothWays([first], rest));
      case 'split in halves': {
        const half = Math.floor(inDisorder.length / 2);
        const minority = inDisorder.slice(0, half);
        return this.#cut(minority, bothWays(minority, inDisorder.slice(half)));
      }
      case 'bridge': {
        // Two sides that hear each other's news only through the first.
        const half = Math.ceil(rest.length / 2);
        return this.#cut([first], bothWays(rest.slice(0, half), rest.slice(half)));
      }
      case 'one-way split':
        return this.#cut([first], oneWay([first], rest));
      case 'clock step of seconds':
        return this.#stepClock(first, 5000);
      case 'clock step of an hour':
        return this.#stepClock(first, 3_600_000);
      case 'lost disk':
        await first.kill();
        return { peers: [first], undo: () => this.#replace(first) };
      case 'kill in a split': {
        const split = await this.#cut([first], bothWays([first], rest));
        const death = await this.#kill([second]);
        return {
          peers: [first, second],
          undo: async () => {
            await split.undo();
            await death.undo();
          },
        };
      }
    }
  }

  async #kill(victims: readonly ChaosPeer[]): Promise<Harm> {
    await Promise.all(victims.map((peer) => peer.kill()));
    return {
      peers: victims,
      undo: async () => {
        await Promise.all(victims.map((peer) => peer.start()));
      },
    };
  }

  /** Another disk may be lost only when the new peer has copied what was on the first. */
  async #replace(victim: ChaosPeer): Promise<void> {
    await victim.startWithoutDisk();
    await this.#options.untilActive(victim);
  }

  async #cut(victims: readonly ChaosPeer[], paths: readonly Path[]): Promise<Harm> {
    await this.#options.lab.cut(paths);
    return { peers: victims, undo: () => this.#options.lab.heal() };
  }

  /** Its clock goes right again in between, so that an hour is never two. */
  #stepClock(victim: ChaosPeer, mostMs: number): Promise<Harm> {
    victim.setClock(this.#options.random.chance(0.5) ? mostMs : -mostMs);
    return Promise.resolve({ peers: [victim], undo: later(() => victim.setClock(0)) });
  }
}

function later(act: () => void): () => Promise<void> {
  return () => {
    act();
    return Promise.resolve();
  };
}

function obstacles({ cutObstacle }: Lab): Map<ChaosFault, string> {
  const cuts: ChaosFault[] = ['isolation', 'split in halves', 'bridge', 'one-way split', 'kill in a split'];
  const clocks: ChaosFault[] = ['clock step of seconds', 'clock step of an hour'];
  return new Map([
    ...cuts.flatMap((fault) => (cutObstacle === undefined ? [] : [[fault, cutObstacle] as const])),
    ...clocks.flatMap((fault) => (clockObstacle === undefined ? [] : [[fault, clockObstacle] as const])),
  ]);
}

function oneWay(from: readonly ChaosPeer[], to: readonly ChaosPeer[]): Path[] {
  const hostOf = ({ host }: ChaosPeer): Host => host;
  return from.flatMap((a) => to.map((b) => ({ from: hostOf(a), to: hostOf(b) })));
}

function bothWays(some: readonly ChaosPeer[], others: readonly ChaosPeer[]): Path[] {
  return [...oneWay(some, others), ...oneWay(others, some)];
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
