import { StarlingError } from '../base/errors.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { Random } from '../base/random.ts';
import { majority } from '../quorum/consistency.ts';
import type { CustodyView } from '../ring/custody-view.ts';
import type { starling } from '../wire/gen/messages.js';
import type { TurnDecision, TurnKeeper, TurnRequest } from './turn-keeper.ts';

/** What a turn needs of the transport. */
export interface TurnLane {
  request(
    peer: string,
    request: starling.v1.ReplicaRequest.$Properties,
    timeoutMs: number,
    onAnswer: (answer: starling.v1.ReplicaResponse.$Properties | StarlingError) => void,
  ): void;
}

export interface TurnDependencies {
  readonly self: string;
  readonly keeper: TurnKeeper;
  readonly lane: TurnLane;
  readonly timers: Timers;
  readonly random: Random;
  readonly custody: { readonly view: Pick<CustodyView, 'basis' | 'changeId' | 'electorate' | 'losers'> };
  /** Makes the change, now or never, and tells whether there was one to make. Called again a while after it was not this node's turn. */
  readonly change: () => boolean;
}

const ANSWER_WITHIN_MS = 2000;
/** Between two attempts: those who ask at the same time must not go on meeting. */
const RETRY_MS = { least: 100, most: 600 } as const;
/** Between two requests to give back what was granted. */
const RECALL_MS = 500;

/**
 * Leave to be the next to change who owns what: to become active, to have left, or to say that a member is removed. Most of those who own
 * something must grant it, and all who lose something by it, who answer no reads of that from then on: else one that hasn't heard of the
 * change could answer what is no longer true. Each of them grants it to one at a time until the owners have changed: so there is one such change
 * from the present owners, whoever sees what of the members, and no two that nobody has prepared together.
 *
 *     ask --most have granted--> change --others hear of it--> the owners are others, what was granted is void
 *      |                           '-- nothing to change any more --.
 *      '--too few have--------------------------------------------> release --a moment--> ask
 */
export class Turn {
  readonly #on: TurnDependencies;
  #isGranted = false;
  /** Those of the electorate who did not grant it the last time. */
  #missing: readonly string[] = [];
  #isAsking = false;
  /** From which owners this node has made its last change, and who had a say in it. */
  #changed: { readonly basis: string; readonly others: readonly string[] } | undefined;
  #retry: Timer | undefined;
  #recall: Timer | undefined;
  #isStopped = false;

  constructor(dependencies: TurnDependencies) {
    this.#on = dependencies;
  }

  /** Whether the change may be made now; asks for that where not, upon which `change` is called. */
  isGranted(): boolean {
    if (this.#isGranted) return true;
    if (!this.#isAsking && this.#retry === undefined && !this.#isStopped) void this.#ask();
    return false;
  }

  /** Who has yet to grant what this node waits for; empty: it waits for nothing of that kind. */
  get missing(): readonly string[] {
    return this.#retry === undefined && !this.#isAsking ? [] : this.#missing;
  }

  stop(): void {
    this.#isStopped = true;
    this.#retry?.cancel();
    this.#recall?.cancel();
  }

  /** What this node has granted holds up what it has learned since: asks for it back, until it was used or given back. */
  recall(): void {
    if (this.#recall !== undefined || this.#isStopped) return;
    const { keeper, custody, timers } = this.#on;
    const { holder } = keeper;
    if (holder === undefined) return;
    this.#askBack(holder, custody.view.basis);
    this.#recall = timers.after(RECALL_MS, () => {
      this.#recall = undefined;
      this.recall();
    });
  }

  /** Whether most of those who had a say in the last change that this node has made know of it. Never rejects. */
  async isKnown(): Promise<boolean> {
    if (this.#changed === undefined) return true;
    const { basis, others } = this.#changed;
    const known = await Promise.all(others.map((peer) => this.#hasOtherOwners(peer, basis)));
    return known.filter(Boolean).length * 2 >= others.length;
  }

  #hasOtherOwners(peer: string, basis: string): Promise<boolean> {
    return new Promise((resolve) => {
      // It was granted to this node: to ask again changes nothing there.
      this.#on.lane.request(peer, { turn: { basis } }, ANSWER_WITHIN_MS, (answer) => {
        const known = answer instanceof StarlingError ? undefined : answer.turn?.basis;
        resolve(Boolean(known) && known !== basis);
      });
    });
  }

  /**
   * Somebody else wants to change the owners, and was told that it is this node's turn: gives back what it doesn't use. What it
   * has used it never gives back: whoever granted that must not grant anything more before the owners are others.
   */
  handleYield(basis: string): void {
    if (this.#isAsking || this.#on.keeper.hasChanged(basis)) return;
    this.#release(this.#on.custody.view.electorate, basis);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    const isDone = await this.#tryOnce();
    this.#isAsking = false;
    if (!isDone && !this.#isStopped) this.#wait();
  }

  /** Whether the change was made, or this node has stopped. Never rejects. */
  async #tryOnce(): Promise<boolean> {
    const { keeper, self } = this.#on;
    const { basis, changeId, electorate, losers } = this.#on.custody.view;
    const wanted = { basis, change: changeId, release: false };
    const answers = await Promise.all(electorate.map((peer) => this.#askOne(peer, wanted)));
    const granted = new Set(electorate.filter((_, index) => answers[index]?.granted));
    this.#missing = electorate.filter((peer) => !granted.has(peer));
    const isGranted =
      granted.size >= majority(electorate.length) && losers.every((peer) => granted.has(peer));
    const mayChange = isGranted && !this.#isStopped && (await keeper.noteChange(basis));
    if (this.#isStopped) return true;
    if (mayChange && this.#change(basis)) {
      this.#changed = { basis, others: electorate.filter((peer) => peer !== self) };
      return true;
    }
    if (mayChange) await keeper.forgetChange(basis);
    // Also those whose answer was lost: they may have granted it. Not where an earlier life may have made the change with their leave.
    if (!keeper.hasChanged(basis)) this.#release(electorate, basis);
    const holders = new Set(
      answers.map(({ holder }) => holder).filter((holder) => holder !== '' && holder !== self),
    );
    for (const holder of holders) this.#askBack(holder, basis);
    return false;
  }

  /** What was granted is used at once or given back: somebody else may have come before this node in the order. */
  #change(basis: string): boolean {
    if (this.#on.custody.view.basis !== basis) return false;
    this.#isGranted = true;
    try {
      return this.#on.change();
    } finally {
      this.#isGranted = false;
    }
  }

  #wait(): void {
    const { timers, random, change } = this.#on;
    const delayMs = RETRY_MS.least + random.fraction() * (RETRY_MS.most - RETRY_MS.least);
    this.#retry = timers.after(delayMs, () => {
      this.#retry = undefined;
      change();
    });
  }

  #askBack(holder: string, basis: string): void {
    const { self, lane } = this.#on;
    if (holder === self) this.handleYield(basis);
    else lane.request(holder, { turn: { basis, yield: true } }, ANSWER_WITHIN_MS, () => undefined);
  }

  #release(peers: readonly string[], basis: string): void {
    for (const peer of peers) void this.#askOne(peer, { basis, change: '', release: true });
  }

  #askOne(peer: string, wanted: TurnRequest): Promise<TurnDecision> {
    const { self, keeper, lane } = this.#on;
    if (peer === self) return keeper.decide(self, wanted);
    return new Promise((resolve) => {
      lane.request(peer, { turn: wanted }, ANSWER_WITHIN_MS, (answer) => {
        const { granted, holder } = (answer instanceof StarlingError ? undefined : answer.turn) ?? {};
        resolve({ granted: granted === true, holder: holder ?? '' });
      });
    });
  }
}
