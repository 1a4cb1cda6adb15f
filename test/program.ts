import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const LOADER = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');

/**
 * What to give to `node` to run `starling`, before its own arguments: the program as it is shipped where `BUILT=1` says that `npm run build` has been
 * run, which starts in half the time, and else its sources.
 */
export const PROGRAM: readonly string[] =
  process.env['BUILT'] === '1'
    ? [path.join(ROOT, 'dist/cli/main.js')]
    : ['--import', LOADER, path.join(ROOT, 'src/cli/main.ts')];
