import { rmSync } from 'node:fs';
import { Authority } from '../../test/server/certificates.ts';

/** Who signs certificates for the checks, each made when it is first asked for. */
export class Authorities {
  #known: Authority | undefined;
  #stranger: Authority | undefined;

  /** Whom clients are told to trust. */
  get known(): Authority {
    this.#known ??= new Authority('flock');
    return this.#known;
  }

  /** Whom they are not, except where that is to fail. */
  get stranger(): Authority {
    this.#stranger ??= new Authority('somebody else');
    return this.#stranger;
  }

  /** Removes their files. */
  remove(): void {
    for (const authority of [this.#known, this.#stranger]) {
      if (authority !== undefined) rmSync(authority.folder, { recursive: true });
    }
  }
}
