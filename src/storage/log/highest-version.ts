import { type Version, compareVersions } from '../../version/version.ts';

/** The highest version ever stored here; what had it may be gone. */
export class HighestVersion {
  #value: Version;

  constructor(value: Version) {
    this.#value = value;
  }

  get value(): Version {
    return this.#value;
  }

  note(version: Version): void {
    if (compareVersions(version, this.#value) > 0) this.#value = version;
  }
}
