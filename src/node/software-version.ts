import { readFileSync } from 'node:fs';

/** As package.json has it, which lies two folders up from here both in src/ and in dist/. */
export const SOFTWARE_VERSION: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
