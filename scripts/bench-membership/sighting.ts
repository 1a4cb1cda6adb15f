/** What a member can be in the eyes of another. serf tells one that left from one that failed; Starling calls both dead. */
export type State = 'alive' | 'suspect' | 'dead' | 'left';

/** One member's opinion of another, as a line of its log told it. */
export interface Sighting {
  /** Name of the member that says so. */
  readonly by: string;
  /** Of whom: the id that the system itself uses. */
  readonly of: string;
  readonly state: State;
  /** When its line reached this process, on the clock of `performance.now()`. */
  readonly atMs: number;
  /** How long it had been written then; undefined where it doesn't say. */
  readonly delayMs?: number;
}

/** What one line of a member's output means, if anything. */
export type Saying =
  /** It has joined. `id` is what the others call it, where that is not its name. */
  | { readonly kind: 'ready'; readonly id?: string }
  /** It turns to another member for the first time. */
  | { readonly kind: 'contacts' }
  | { readonly kind: 'sees'; readonly id: string; readonly state: State; readonly writtenMs?: number }
  /** It was told that it is taken for suspect or dead, and says otherwise. */
  | { readonly kind: 'refutes' };
