/**
 * Scenarios are text, like etcd raft's data-driven tests:
 *
 *     # Whatever stands before the first step says what the scenario shows.
 *
 *     start a members=b,c,d
 *     ----
 *     nothing
 *
 *     # Comments may stand between steps.
 *     hear b: suspect d@1 by b
 *     run 100 ms
 *     ----
 *     d: alive -> suspect
 *
 * A step is one or more commands, a line of four dashes, and the lines they must give, up to the next empty line.
 */

/** One step: its commands, and what they must give. */
export interface Step {
  /** Comments and empty lines before it. */
  readonly preamble: readonly string[];
  readonly commands: readonly string[];
  readonly expected: readonly string[];
  /** The line of the first command, counted from 1. */
  readonly line: number;
}

export interface ScenarioFile {
  readonly steps: readonly Step[];
  /** Comments after the last step. */
  readonly epilogue: readonly string[];
}

const SEPARATOR = '----';

export function parseScenario(text: string): ScenarioFile {
  const lines = text.split('\n');
  const steps: Step[] = [];
  let next = 0;
  const takeWhile = (holds: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (next < lines.length && holds(lines[next]!)) taken.push(lines[next++]!);
    return taken;
  };
  for (;;) {
    const preamble = takeWhile(isComment);
    if (next === lines.length) return { steps, epilogue: preamble };
    const line = next + 1;
    const commands = takeWhile((text) => text !== SEPARATOR && text !== '');
    if (lines[next] !== SEPARATOR) throw new Error(`line ${line}: no ${SEPARATOR} after the commands`);
    next++;
    steps.push({ preamble, commands, expected: takeWhile((text) => text !== ''), line });
  }
}

/** The file as it would be if it expected what each step gave. */
export function formatScenario(file: ScenarioFile, given: readonly (readonly string[])[]): string {
  const lines = file.steps.flatMap(({ preamble, commands }, i) => [
    ...preamble,
    ...commands,
    SEPARATOR,
    ...given[i]!,
  ]);
  return [...lines, ...file.epilogue].join('\n');
}

function isComment(line: string): boolean {
  return line === '' || line.startsWith('#');
}
