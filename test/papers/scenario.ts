import { readFileSync, readdirSync } from 'node:fs';
import { type ScenarioFile, parseScenario } from './language/scenario-file.ts';

export interface Scenario {
  /** The file's name: the paper, the section, the claim. */
  readonly name: string;
  /** The file's first line. */
  readonly title: string;
  readonly path: URL;
  readonly text: string;
  readonly file: ScenarioFile;
  /** Several real members, whose seed decides when things happen. */
  readonly isOfGroup: boolean;
}

const FOLDER = new URL('scenarios/', import.meta.url);

function readScenario(fileName: string): Scenario {
  const path = new URL(fileName, FOLDER);
  const text = readFileSync(path, 'utf8');
  const [title] = text.split('\n', 1);
  const file = parseScenario(text);
  return {
    name: fileName.replace(/\.txt$/, ''),
    title: title!.replace(/^# /, ''),
    path,
    text,
    file,
    isOfGroup: file.steps.some(({ commands }) => commands[0]!.startsWith('group ')),
  };
}

/** All scenarios, by name. */
export const SCENARIOS: readonly Scenario[] = readdirSync(FOLDER).toSorted().map(readScenario);
