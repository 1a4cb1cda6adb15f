import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type SerfProgram = { readonly program: string; readonly version: string } | { readonly why: string };

/**
 * The serf of this machine, or else Debian's, fetched into that folder: only unpacked, since installing the package starts an agent.
 * `why` tells why there is none.
 */
export async function findSerf(folder: string): Promise<SerfProgram> {
  const installed = await versionOf('serf');
  if (installed !== undefined) return { program: 'serf', version: installed };
  try {
    const program = await fetchSerf(folder);
    const version = await versionOf(program);
    return version === undefined
      ? { why: "Debian's serf does not run here" }
      : { program, version: `${version}, Debian's` };
  } catch (error) {
    const said = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
    return { why: `there is no serf here, and Debian's could not be had (${said})` };
  }
}

/** `0.8.2-dev` */
async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ['version']);
    return stdout.split('\n')[0]?.trim() ?? '';
  } catch {
    return undefined;
  }
}

async function fetchSerf(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const options = { cwd: folder };
  try {
    await run('apt-get', ['download', 'serf'], options);
  } catch (error) {
    // Perhaps the lists of packages are missing, as they are in a fresh container.
    if (process.getuid?.() !== 0) throw error;
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['download', 'serf'], options);
  }
  const packed = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (packed === undefined) throw new Error('apt-get fetched nothing');
  await run('dpkg-deb', ['--extract', packed, 'serf'], options);
  return path.join(folder, 'serf/usr/bin/serf');
}
