import { z } from 'zod';
import { toStarlingError } from '../base/errors.ts';
import type { CustodyView } from '../ring/custody-view.ts';
import type { Log } from '../telemetry/log.ts';
import type { StateFiles } from './custody-state.ts';
import { stateOfForm } from './state-form.ts';

/** Whom a node has granted the next change of the owners, and from which owners. */
export interface Grant {
  readonly holder: string;
  readonly basis: string;
  /** The owners from which this node itself makes a change, or has made it. */
  readonly changedFrom?: string | undefined;
}

export interface TurnRequest {
  /** The present owners (`CustodyView.basis`). */
  readonly basis: string;
  /** The change of them (`CustodyView.changeId`) that the asker has prepared. */
  readonly change: string;
  /** It is given back instead. */
  readonly release: boolean;
}

export interface TurnDecision {
  readonly granted: boolean;
  /** Who has it instead; empty: nobody. */
  readonly holder: string;
}

export interface TurnKeeperDependencies {
  readonly files: StateFiles;
  readonly custody: { readonly view: Pick<CustodyView, 'basis' | 'changeId'> };
  /** Whether the peer has gone for good: what was granted to it is free. */
  readonly isGone: (peer: string) => boolean;
  /** Whether the view is what this node knows: nothing is granted by one that is about to be another. */
  readonly isUpToDate: () => boolean;
  /** What was granted was given back, unused. */
  readonly onReleased: () => void;
  readonly log: Log;
}

const TURN_STATE = 'turn';
const NOBODY: Grant = { holder: '', basis: '' };

const schema = z.object({ holder: z.string(), basis: z.string(), changedFrom: z.string().optional() });

/**
 * Grants the next change of the owners to one node at a time (Turn), answers no reads meanwhile of what this node loses by it
 * (`Custody.isHandedOver`), and doesn't look at another change before (`ViewBond`): what was written for that one, the owners after this one
 * might never hear of. What was granted is on disk before anybody hears of it: a node that
 * forgot it in a crash could grant it twice. It is void as soon as the owners are others, and is forgotten then: by and by they may be the
 * same again.
 */
export class TurnKeeper {
  readonly #on: TurnKeeperDependencies;
  #grant: Grant | undefined;
  /** What is being granted, and isn't on disk yet. */
  #granting: Grant | undefined;
  /** Decisions wait for one another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(dependencies: TurnKeeperDependencies, grant: Grant | undefined) {
    this.#on = dependencies;
    this.#grant = grant;
  }

  /** What was granted when it stopped. @throws StarlingError CORRUPTION where the file's content, though its checksum fits, is of another form */
  static async load(files: StateFiles): Promise<Grant | undefined> {
    const stored = await files.readState(TURN_STATE);
    return stored === undefined ? undefined : stateOfForm(schema, stored, TURN_STATE);
  }

  /** Whether somebody may change the owners, or has done so, and this node hasn't heard of it yet. */
  get hasGranted(): boolean {
    return this.holder !== undefined;
  }

  /** Who that is. */
  get holder(): string | undefined {
    const { custody, isGone } = this.#on;
    const { holder, basis } = this.#granting ?? this.#grant ?? NOBODY;
    return holder !== '' && basis === custody.view.basis && !isGone(holder) ? holder : undefined;
  }

  /** Whether this node has made its change from these owners, or may have in an earlier life. */
  hasChanged(basis: string): boolean {
    return this.#grant?.changedFrom === basis;
  }

  /** To be called before the change is made; false where that can't be saved, and it must not be. */
  noteChange(basis: string): Promise<boolean> {
    return this.#queue(() => this.#save({ ...NOBODY, ...this.#grant, changedFrom: basis }));
  }

  /** The change was not made after all. */
  async forgetChange(basis: string): Promise<void> {
    await this.#queue(async () => {
      if (this.hasChanged(basis)) await this.#save({ ...NOBODY, ...this.#grant, changedFrom: undefined });
    });
  }

  /** The owners may be others now. */
  handleOwners(): Promise<void> {
    return this.#queue(async () => {
      const grant = this.#grant;
      const { basis } = this.#on.custody.view;
      if (grant === undefined) return;
      const isOutdated = grant.holder !== '' && grant.basis !== basis;
      const hasChanged = grant.changedFrom !== undefined && grant.changedFrom !== basis;
      if (!isOutdated && !hasChanged) return;
      const kept = isOutdated ? NOBODY : grant;
      await this.#save({ ...kept, changedFrom: hasChanged ? undefined : grant.changedFrom });
    });
  }

  /** Answers whoever asks for the turn, or gives it back. Never rejects: what can't be saved isn't granted. */
  decide(asker: string, request: TurnRequest): Promise<TurnDecision> {
    return this.#queue(() => this.#decide(asker, request));
  }

  #queue<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result;
    return result;
  }

  async #decide(asker: string, { basis, change, release }: TurnRequest): Promise<TurnDecision> {
    const { custody } = this.#on;
    const held = this.#grant;
    const isMine = held?.holder === asker && held.basis === basis;
    if (release) {
      if (isMine && (await this.#save({ ...held, holder: '' }))) this.#on.onReleased();
      return { granted: false, holder: '' };
    }
    const { holder = '' } = this;
    if (holder !== '' && holder !== asker) return { granted: false, holder };
    // Whoever knows other owners, or has missed what went before, has prepared another change.
    if (basis !== custody.view.basis || change !== custody.view.changeId)
      return { granted: false, holder: '' };
    if (isMine) return { granted: true, holder: asker };
    if (!this.#on.isUpToDate()) return { granted: false, holder: '' };
    this.#granting = { ...held, holder: asker, basis };
    const isSaved = await this.#save(this.#granting);
    this.#granting = undefined;
    if (!isSaved) this.#on.onReleased();
    return { granted: isSaved, holder: '' };
  }

  async #save(grant: Grant): Promise<boolean> {
    try {
      await this.#on.files.writeState(TURN_STATE, grant);
    } catch (error) {
      const { message } = toStarlingError(error, 'DISK_FULL');
      this.#on.log.warn({}, `could not save whose turn it is to change the owners: ${message}`);
      // On disk it may be either: so neither is given away.
      return false;
    }
    this.#grant = grant;
    return true;
  }
}
