import { readdirSync } from 'node:fs';
import path from 'node:path';

/** More are no help to anybody who waits at a prompt. */
const MOST_PATHS = 200;

/**
 * The files and folders whose paths begin with what was typed, folders with a slash at their end. Where that is one folder, what is in it as
 * well: a shell puts a space after the only answer, and nobody could type on.
 * @returns at most 200; none where the folder can't be read, as a prompt is no place for errors
 */
export function pathsThatBegin(typed: string): string[] {
  const found = entriesThatBegin(typed);
  const [only] = found;
  if (found.length !== 1 || !only?.endsWith(path.sep)) return found;
  return [only, ...entriesThatBegin(only)].slice(0, MOST_PATHS);
}

function entriesThatBegin(typed: string): string[] {
  const folder = typed.slice(0, typed.lastIndexOf(path.sep) + 1);
  const start = typed.slice(folder.length);
  return entriesOf(folder === '' ? '.' : folder)
    .filter(({ name }) => name.startsWith(start) && (start !== '' || !name.startsWith('.')))
    .slice(0, MOST_PATHS)
    .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? path.sep : ''}`);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
