import { StarlingError } from '../base/errors.ts';
import { MAX_LOGICAL, type Version, compareVersions, formatVersion } from './version.ts';

export interface HybridClockOptions {
  /** Goes into every stamp; must differ at every start, or two stamps could be the same. */
  readonly writer: number;
  /** How far ahead of the wall clock another's stamp may be, in ms. */
  readonly maxDriftMs: number;
}

/**
 * Hybrid logical clock (Kulkarni et al. 2014, figure 5): stamps follow the wall clock where they can and
 * never fall behind any stamp that was seen. Pure: the wall clock's reading is handed in.
 */
export class HybridClock {
  readonly #writer: number;
  readonly #maxDriftMs: number;
  #wallMs = 0;
  #logical = 0;

  constructor(options: HybridClockOptions) {
    this.#writer = options.writer;
    this.#maxDriftMs = options.maxDriftMs;
  }

  /** A stamp above everything stamped or observed so far. */
  stamp(wallNowMs: number): Version {
    if (wallNowMs > this.#wallMs) {
      this.#wallMs = wallNowMs;
      this.#logical = 0;
    } else if (this.#logical < MAX_LOGICAL) {
      this.#logical++;
    } else {
      this.#wallMs++;
      this.#logical = 0;
    }
    return { wallMs: this.#wallMs, logical: this.#logical, writer: this.#writer };
  }

  /**
   * Makes every later stamp higher than this one.
   * @throws StarlingError CLOCK_DRIFT where it is more than `maxDriftMs` ahead; the clock is unchanged then.
   */
  observe(version: Version, wallNowMs: number): void {
    this.check(version, wallNowMs);
    this.restore(version);
  }

  /** @throws StarlingError CLOCK_DRIFT where the stamp is more than `maxDriftMs` ahead. */
  check(version: Version, wallNowMs: number): void {
    const aheadMs = version.wallMs - wallNowMs;
    if (aheadMs > this.#maxDriftMs) {
      throw new StarlingError(
        'CLOCK_DRIFT',
        `version ${formatVersion(version)} is ${aheadMs} ms in the future, more than the ${this.#maxDriftMs} ms ` +
          'allowed: a clock in the cluster is wrong; check NTP on both machines',
        { aheadMs, maxDriftMs: this.#maxDriftMs },
      );
    }
  }

  /** As `observe`, for stamps that this node already accepted once: what its own log holds. */
  restore(version: Version): void {
    const mine: Version = { wallMs: this.#wallMs, logical: this.#logical, writer: version.writer };
    if (compareVersions(version, mine) > 0) {
      this.#wallMs = version.wallMs;
      this.#logical = version.logical;
    }
  }
}
