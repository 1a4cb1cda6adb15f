import { LIMITS } from '../../base/limits.ts';

/** Something that was found in a file. */
export interface Finding {
  /** Path in the data directory. */
  readonly file: string;
  /** Where in the file it begins; undefined where it is about the file as a whole. */
  readonly offset: number | undefined;
  /** What is wrong, and what that means. */
  readonly what: string;
}

/** A list that is bounded; what is beyond it is counted. */
class FindingList {
  readonly listed: Finding[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(file: string, offset: number | undefined, what: string): void {
    this.#count++;
    if (this.listed.length < LIMITS.listedFindings) this.listed.push({ file, offset, what });
  }
}

/** What a verification finds. */
export class Findings {
  /** What is wrong. */
  readonly problems = new FindingList();
  /** What is as it may be, and worth knowing: what a crash left, and the next start puts in order. */
  readonly notes = new FindingList();
}
