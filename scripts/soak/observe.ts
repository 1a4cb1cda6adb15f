import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { residentBytes } from '../resident-memory.ts';

/** What a peer takes of its machine; all of it must come to rest however long the load goes on. */
export interface Observation {
  readonly residentBytes: number;
  readonly descriptors: number;
  readonly diskBytes: number;
  /** Looks at the event loop at which it was late by 50 ms or more, since the last observation. */
  readonly lags: number;
}

/** Reads it again and again of one peer. */
export class Observer {
  readonly #pid: number;
  readonly #dataDirectory: string;
  readonly #metrics: string;
  #lagsBefore: number | undefined;

  /** @param adminAddress `host:port` of its admin port, where its metrics are */
  constructor(pid: number, dataDirectory: string, adminAddress: string) {
    this.#pid = pid;
    this.#dataDirectory = dataDirectory;
    this.#metrics = `http://${adminAddress}/metrics`;
  }

  async observe(): Promise<Observation> {
    const response = await fetch(this.#metrics);
    const metrics = await response.text();
    const [, found] = /^starling_event_loop_lag_seconds_count(?:\{[^}]*\})? (\d+)$/m.exec(metrics) ?? [];
    if (found === undefined) throw new Error(`${this.#metrics} says nothing of the event loop's lag`);
    const lags = Number(found);
    const before = this.#lagsBefore ?? lags;
    this.#lagsBefore = lags;
    return {
      residentBytes: residentBytes(this.#pid),
      descriptors: readdirSync(`/proc/${this.#pid}/fd`).length,
      diskBytes: sizeOf(this.#dataDirectory),
      lags: lags - before,
    };
  }
}

/** Files come and go while it is counted: what is gone by then takes nothing. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) =>
        sum + (statSync(path.join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
