import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Cluster } from './cluster.ts';
import type { Engine } from './engine.ts';
import { Findings, type Place } from './findings.ts';
import { FormedClusters } from './formed-clusters.ts';
import type { Measurement, Site } from './measurement.ts';
import { seatsFor } from './seats.ts';

export interface ContestOptions extends Pick<Site, 'signal' | 'hasOwnNetwork' | 'idleMs' | 'stressMs'> {
  readonly engines: readonly Engine[];
  readonly measurements: readonly Measurement[];
  /** Members of the clusters, ascending. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Empty; the caller removes it. */
  readonly folder: string;
  /** A line for people on what is going on. */
  readonly onProgress: (text: string) => void;
}

/** What broke down; the rest of that run was given up. */
export interface Failure extends Place {
  readonly run: number;
  readonly measurement: string;
  readonly reason: string;
}

/**
 * Measures the engines by turns, so that what disturbs the machine for a while disturbs both. Each run has a cluster of its own,
 * which all measurements are taken of, one after the other, with all members back in between:
 *
 *     run 1: starling (join, idle, kill, leave, stress), serf (...)   run 2: serf (...), starling (...)
 */
export class Contest {
  readonly findings = new Findings();
  readonly failures: Failure[] = [];
  /** By how much sightings came after they were written, while something was measured. */
  readonly logDelaysMs: number[] = [];
  readonly #options: ContestOptions;
  readonly #formed: FormedClusters;

  constructor(options: ContestOptions) {
    this.#options = options;
    this.#formed = new FormedClusters(path.join(options.folder, 'formed'));
  }

  /** @throws Error where it was aborted; what fails in an engine is a failure, and the others go on */
  async run(): Promise<void> {
    const { engines, sizes, runs } = this.#options;
    for (const size of sizes) {
      for (let run = 1; run <= runs; run++) {
        for (const engine of run % 2 === 1 ? engines : engines.toReversed()) {
          await this.#runOne(engine, size, run);
        }
      }
    }
  }

  async #runOne(engine: Engine, size: number, run: number): Promise<void> {
    const { measurements, sizes, runs } = this.#options;
    const wanted = measurements.filter(
      ({ isOfLargest, runsMost = Infinity }) =>
        run <= runsMost && (!isOfLargest || size === Math.max(...sizes)),
    );
    if (wanted.length === 0) return;
    this.#options.onProgress(`${size} members, run ${run} of ${runs}: ${engine.name}`);
    const folder = path.join(this.#options.folder, 'run');
    let current = 'start';
    let cluster: Cluster | undefined;
    try {
      cluster = await this.#clusterBut(engine, size, folder);
      for (const measurement of wanted) {
        current = measurement.name;
        await this.#take(measurement, cluster, { engine: engine.name, size });
      }
    } catch (error) {
      this.#options.signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      this.failures.push({ engine: engine.name, size, run, measurement: current, reason });
    } finally {
      await cluster?.kill();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A cluster that lacks one member, the newcomer. */
  async #clusterBut(engine: Engine, size: number, folder: string): Promise<Cluster> {
    const { signal, runs } = this.#options;
    const seats = await seatsFor(engine, size, folder);
    // Made once, and used once: that would take longer.
    if (runs > 1) await this.#formed.copyTo(seats.slice(0, -1), { engine, signal });
    const cluster = new Cluster({ engine, seats, signal });
    try {
      await cluster.fill(size - 1);
    } catch (error) {
      await cluster.kill();
      throw error;
    }
    return cluster;
  }

  async #take(measurement: Measurement, cluster: Cluster, place: Place): Promise<void> {
    await cluster.fill(measurement.bringsNewcomer ? place.size - 1 : place.size);
    const sinceMs = performance.now();
    const found = await measurement.take({ ...this.#options, cluster });
    this.findings.add(place, found);
    this.logDelaysMs.push(...cluster.journal.since(sinceMs).flatMap(({ delayMs }) => delayMs ?? []));
    this.#options.onProgress(`  ${measurement.name} measured`);
  }
}
