import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPILER = path.join(ROOT, 'node_modules/typescript/bin/tsc');
/** Types are for `npm run check` to check; neither do the peers need what only readers and other programs do. */
const FLAGS = [
  ...['--noCheck', '--noEmitOnError', 'false'],
  ...[
    '--declaration',
    'false',
    '--declarationMap',
    'false',
    '--sourceMap',
    'false',
    '--inlineSources',
    'false',
  ],
];

/**
 * Compiles this source tree into a folder that is empty but for that, so that all peers run the same, whatever happens to the tree
 * meanwhile, and without the loader that runs the sources themselves, which takes 40 MB a process.
 * @throws Error with what the compiler said
 */
export async function compilePeer(folder: string): Promise<void> {
  const dist = path.join(folder, 'dist');
  const args = [COMPILER, '-p', path.join(ROOT, 'tsconfig.build.json'), '--outDir', dist, ...FLAGS];
  await promisify(execFile)(process.execPath, args);
  await cp(path.join(ROOT, 'src/wire/gen'), path.join(dist, 'wire/gen'), { recursive: true });
  await cp(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
}
