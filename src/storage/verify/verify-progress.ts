export interface VerifyProgressOptions {
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How far a verification is, in bytes read of bytes there are. */
export class VerifyProgress {
  readonly #options: VerifyProgressOptions;
  #doneBytes = 0;
  #totalBytes = 0;

  constructor(options: VerifyProgressOptions) {
    this.#options = options;
  }

  expect(bytes: number): void {
    this.#totalBytes += bytes;
  }

  /** @throws what the signal was aborted with */
  advance(bytes: number): void {
    this.#options.signal?.throwIfAborted();
    this.#doneBytes += bytes;
    this.#options.onProgress?.(this.#doneBytes, this.#totalBytes);
  }
}
