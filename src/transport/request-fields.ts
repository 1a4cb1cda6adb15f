/** What a request lane needs of a request message; it sets both on sending. */
export interface RequestFields {
  /** Matches the answer to it. */
  id?: number | null | undefined;
  /** What is left of the deadline. */
  timeoutMs?: number | null | undefined;
}

/** What a request lane needs of an answer; it sets it on sending. */
export interface ResponseFields {
  /** That of the request. */
  id?: number | null | undefined;
}
