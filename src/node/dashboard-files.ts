import { readFile, readdir } from 'node:fs/promises';
import { type DashboardFile, isDashboardFile } from '../admin/dashboard-pages.ts';
import { StarlingError } from '../base/errors.ts';

/** Beside the modules, in the sources as in the package. */
const FOLDER = new URL('../admin/dashboard/', import.meta.url);

/** What the dashboard is made of. @throws StarlingError CONFIGURATION where the installation lacks it */
export async function dashboardFiles(): Promise<DashboardFile[]> {
  try {
    const names = (await readdir(FOLDER)).filter(isDashboardFile);
    return await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(new URL(name, FOLDER), 'utf8') })),
    );
  } catch (error) {
    const message = `the files of the dashboard can not be read: ${String(error)}; install Starling again, or set adminPort to "off"`;
    throw new StarlingError('CONFIGURATION', message, {}, error);
  }
}
