import { join } from 'node:path';
import type { Language } from '../language.ts';

/** This project's own client (src/client), which shows that the checks can be passed. */
export const typescript: Language = {
  name: 'typescript',
  obstacle: async () => undefined,
  build: async () => undefined,
  // They are test/client, and `npm test` runs them.
  ownTests: async () => 0,
  adapter: {
    command: process.execPath,
    args: ['--import', 'tsx', join(import.meta.dirname, '../typescript/adapter.ts')],
  },
};
