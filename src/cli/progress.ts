import { count, duration, percent } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';

const BAR_WIDTH = 24;
/** How often a person's line is drawn anew, and a log's is added to. */
const DRAW_EVERY_MS = 100;
const LINE_EVERY_MS = 5000;
/** The rate shown is that of the last seconds: it follows a change, and doesn't jump. */
const RATE_WINDOW_MS = 3000;

export interface ProgressOptions {
  /** `importing` */
  readonly doing: string;
  /** `rows` */
  readonly unit: string;
  /** How much there is to do, in any measure; undefined where nobody knows. */
  readonly total?: number | undefined;
}

/**
 * How far a long work is, on standard error: one line that is drawn anew where a person watches, else a line every few seconds.
 *
 *     importing  ████████████············  52.1 %  72,104 rows  31,022/s  2.1 s left
 */
export class Progress {
  readonly #terminal: Pick<Terminal, 'err' | 'isInteractive'>;
  readonly #options: ProgressOptions;
  readonly #startedMs = performance.now();
  readonly #samples: { readonly atMs: number; readonly units: number; readonly done: number }[] = [];
  #units = 0;
  #done = 0;
  #drawnMs: number;

  constructor(terminal: Pick<Terminal, 'err' | 'isInteractive'>, options: ProgressOptions) {
    this.#terminal = terminal;
    this.#options = options;
    this.#drawnMs = this.#startedMs;
  }

  /** Milliseconds since it was made. */
  get elapsedMs(): number {
    return performance.now() - this.#startedMs;
  }

  /**
   * @param units how many are finished
   * @param done how much of `total` that is; the same unless it is told
   */
  update(units: number, done: number = units): void {
    this.#units = units;
    this.#done = done;
    const now = performance.now();
    if (now - this.#drawnMs < (this.#terminal.isInteractive ? DRAW_EVERY_MS : LINE_EVERY_MS)) return;
    this.#drawnMs = now;
    this.#samples.push({ atMs: now, units, done });
    while ((this.#samples[0]?.atMs ?? now) < now - RATE_WINDOW_MS && this.#samples.length > 2)
      this.#samples.shift();
    this.#terminal.err(
      this.#terminal.isInteractive ? `\r\u001b[K${this.#line(now)}` : `${this.#line(now)}\n`,
    );
  }

  /** Takes the line away; what comes of the work is for the caller to say. */
  end(): void {
    if (this.#terminal.isInteractive) this.#terminal.err('\r\u001b[K');
  }

  #line(now: number): string {
    const { doing, unit, total } = this.#options;
    const since = this.#samples.length > 1 ? this.#samples[0] : undefined;
    const elapsedSeconds = (now - (since?.atMs ?? this.#startedMs)) / 1000;
    const rate = (this.#units - (since?.units ?? 0)) / elapsedSeconds;
    const parts = [doing, `${count(this.#units)} ${unit}`, `${count(rate)}/s`];
    if (total !== undefined && total > 0) {
      const fraction = Math.min(1, this.#done / total);
      const filled = Math.round(fraction * BAR_WIDTH);
      parts.splice(
        1,
        0,
        `${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}`,
        percent(fraction).padStart(7),
      );
      const doneRate = (this.#done - (since?.done ?? 0)) / elapsedSeconds;
      if (doneRate > 0) parts.push(`${duration(((total - this.#done) / doneRate) * 1000)} left`);
    }
    return parts.join('  ');
  }
}
