import type { Clock } from '../base/clock.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timers } from '../base/timers.ts';
import { DeadlineEntry, DeadlineWheel } from '../transport/deadline-wheel.ts';
import type { CallRequest, Reply } from './connection.ts';

export interface HedgesOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Asks one peer, once; never rejects. */
  readonly ask: (address: string, request: CallRequest) => Promise<Reply>;
  /** Whether a peer owes answers and nothing has come from it for a while. */
  readonly isSilent: (address: string) => boolean;
  /** Called each time that a read waits at a silent peer. */
  readonly onSilence: () => void;
}

/** One read. */
interface Read {
  readonly address: string;
  readonly request: CallRequest;
  readonly expiresMs: number;
  /** Whom else to ask; undefined: nobody is better. */
  readonly elsewhere: () => string | undefined;
  readonly resolve: (reply: Reply) => void;
}

/** It until its first answer. */
class Race extends DeadlineEntry {
  readonly read: Read;
  waitingFor = 0;

  constructor(read: Read) {
    super();
    this.read = read;
  }
}

/**
 * Reads that wait at a silent peer are asked of another as well, once, and the first answer counts (hedged requests: Dean and Barroso,
 * The Tail at Scale, 2013). A peer that has too much to do goes on answering somebody, so that too much load isn't met with more of it. Never for writes:
 * a peer that was held up and goes on before `LIMITS.clientUnreadMs` have passed does what it finds, above what was written elsewhere and since.
 */
export class Hedges {
  readonly #options: HedgesOptions;
  readonly #races: DeadlineWheel<Race>;

  constructor(options: HedgesOptions) {
    this.#options = options;
    this.#races = new DeadlineWheel(options.clock, options.timers, (race) => this.#look(race));
  }

  /** Resolves to the first answer that is no error, or to the last error; never rejects. */
  ask(address: string, request: CallRequest, elsewhere: () => string | undefined): Promise<Reply> {
    return new Promise((resolve) => {
      const expiresMs = this.#options.clock.monotonicMs() + request.timeoutMs;
      const race = new Race({ address, request, expiresMs, elsewhere, resolve });
      this.#races.add(race, LIMITS.clientSilenceMs);
      this.#run(race, address, request);
    });
  }

  #run(race: Race, address: string, request: CallRequest): void {
    race.waitingFor++;
    void this.#options.ask(address, request).then((reply) => {
      race.waitingFor--;
      if (reply instanceof StarlingError && race.waitingFor > 0) return;
      this.#races.remove(race);
      race.read.resolve(reply);
    });
  }

  #look(race: Race): void {
    const leftMs = race.read.expiresMs - this.#options.clock.monotonicMs();
    if (leftMs < 1) return;
    const isSilent = this.#options.isSilent(race.read.address);
    if (isSilent) this.#options.onSilence();
    const other = isSilent ? race.read.elsewhere() : undefined;
    if (other === undefined) this.#races.add(race, LIMITS.clientSilenceMs);
    else this.#run(race, other, { ...race.read.request, timeoutMs: Math.floor(leftMs) });
  }
}
