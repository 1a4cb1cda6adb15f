/** A store that takes part: how it is opened, and why in this way. */
export interface Contender {
  readonly name: string;
  /** Which of its settings were taken, and why; one line, printed below the figures. */
  readonly choice: string;
  /** Opens what is in the folder, which may be empty. */
  open(folder: string): Promise<Store>;
}

export interface Store {
  /** Resolves once the record is on disk. Many are under way at once. */
  put(key: string, value: Buffer): Promise<unknown>;
  /** Bytes that stay as they are whatever is done to the store afterwards; undefined where there is no such key. */
  get(key: string): Uint8Array | undefined;
  /** What the store tells of itself. Only ours does. */
  insight?(): Insight;
  close(): Promise<void>;
}

export interface Insight {
  readonly records: number;
  readonly indexBytes: number;
  /** Segments compacted since it was opened. */
  readonly compactions: number;
}
