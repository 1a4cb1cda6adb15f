import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StarlingError } from '../../base/errors.ts';
import { type ConfigurationInput, configurationSchema } from '../configuration.ts';
import type { NodeConfiguration } from '../node-configuration.ts';
import { lineOfSyntaxError, linesOf, pathText } from './json-lines.ts';
import { OPTION_LIST } from './option-list.ts';

/** An option given on the command line or by the environment. */
export interface Flag {
  /** As the user wrote it: `--replicas`, `STARLING_CLUSTER_REPLICAS`. */
  readonly name: string;
  /** The option that it sets: `cluster.replicas`. */
  readonly path: string;
  readonly value: unknown;
}

export interface ConfigurationSources {
  /** Path of a JSON file such as `network.json`. */
  readonly file?: string | undefined;
  /** They win over the file, and later ones over earlier ones. */
  readonly flags?: readonly Flag[] | undefined;
}

/** Configuration for a program that embeds a node. @throws StarlingError CONFIGURATION that names every wrong option */
export function configurationOf(input: ConfigurationInput): NodeConfiguration {
  return check(input, (option) => option);
}

/**
 * Reads the file, lets the flags win, fills in the defaults.
 * @throws StarlingError CONFIGURATION that names the file, the line and the option (or the flag) of all that is wrong, and says
 *   what to do
 */
export function loadConfiguration({ file, flags = [] }: ConfigurationSources): NodeConfiguration {
  const { content, lines } = file === undefined ? NO_FILE : readConfigurationFile(file);
  for (const { path: option, value } of flags) {
    const otherForm = OTHER_FORM.get(option);
    if (otherForm !== undefined) assign(content, otherForm.split('.'), undefined);
    assign(content, option.split('.'), value);
  }
  return check(content, (option) => {
    const flag = flags.findLast((given) => given.path === option || option.startsWith(`${given.path}[`));
    if (flag) return `${flag.name} (${option})`;
    return file === undefined ? option : `${file}:${lineOf(lines, option)}: ${option}`;
  });
}

/** What can be said in two ways: a flag that says it in one wins over a file that says it in the other. */
const OTHER_FORM: ReadonlyMap<string, string> = new Map([
  ['cluster.secret', 'cluster.secretFile'],
  ['cluster.secretFile', 'cluster.secret'],
  ['cluster.previousSecret', 'cluster.previousSecretFile'],
  ['cluster.previousSecretFile', 'cluster.previousSecret'],
]);

interface ConfigurationFile {
  readonly content: Record<string, unknown>;
  readonly lines: ReadonlyMap<string, number>;
}

const NO_FILE: ConfigurationFile = {
  get content() {
    return {};
  },
  lines: new Map(),
};

function readConfigurationFile(file: string): ConfigurationFile {
  const text = readText(file);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = lineOfSyntaxError(text, error);
    throw new StarlingError(
      'CONFIGURATION',
      `${file}:${line}: not valid JSON: ${error.message}`,
      { file, line },
      error,
    );
  }
  if (!isObject(content)) {
    throw new StarlingError('CONFIGURATION', `${file}:1: a configuration is one JSON object, { ... }`, {
      file,
      line: 1,
    });
  }
  const { lines, repeated } = linesOf(text);
  const twice = repeated.find((option) => !isComment(option));
  if (twice !== undefined) {
    const line = lineOf(lines, twice);
    throw new StarlingError(
      'CONFIGURATION',
      `${file}:${line}: ${twice}: it is given twice; keep one of them`,
      { file, line },
    );
  }
  const options = withoutComments(content);
  resolvePaths(options, ['dataDirectory'], path.dirname(file));
  const { cluster, tls, access } = options;
  if (isObject(access)) resolvePaths(access, ['tokensFile'], path.dirname(file));
  if (isObject(tls)) resolvePaths(tls, ['certFile', 'keyFile', 'clientCaFile'], path.dirname(file));
  if (isObject(cluster)) resolvePaths(cluster, ['secretFile', 'previousSecretFile'], path.dirname(file));
  return { content: options, lines };
}

/** Makes paths of a file that are relative to its folder absolute. */
function resolvePaths(options: Record<string, unknown>, names: readonly string[], folder: string): void {
  for (const name of names) {
    const value = options[name];
    if (typeof value === 'string' && value !== '') options[name] = path.resolve(folder, value);
  }
}

/** Keys that begin with `$` are comments, at any depth. */
function withoutComments(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key]) => !isComment(key))
      .map(([key, value]) => [key, isObject(value) ? withoutComments(value) : value]),
  );
}

function isComment(option: string): boolean {
  return option.split('.').some((key) => key.startsWith('$'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StarlingError('CONFIGURATION', `can't read the configuration: ${reason}`, { file }, error);
  }
}

/** @param placeOf where an option was given, for people */
function check(input: unknown, placeOf: (option: string) => string): NodeConfiguration {
  const result = configurationSchema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [`${placeOf(pathText(issue.path))}: ${issue.message}`];
    return issue.keys.map((key) =>
      unknownOption(pathText([...issue.path, key]), pathText(issue.path), placeOf),
    );
  });
  const [first] = result.error.issues;
  throw new StarlingError('CONFIGURATION', problems.join('\n'), { option: pathText(first?.path ?? []) });
}

function unknownOption(option: string, parent: string, placeOf: (option: string) => string): string {
  const prefix = parent === '' ? '' : `${parent}.`;
  const siblings = OPTION_LIST.filter(({ path: known }) => known.startsWith(prefix)).map(
    ({ path: known }) => known.slice(prefix.length).split('.')[0],
  );
  return `${placeOf(option)}: there is no such option; ${parent || 'a configuration'} has ${[...new Set(siblings)].join(', ')}`;
}

function lineOf(lines: ReadonlyMap<string, number>, option: string): number {
  for (let at = option; ; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')) {
    const line = lines.get(at);
    if (line !== undefined || at === '') return line ?? 1;
  }
}

function assign(target: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [step, ...rest] = steps as [string, ...string[]];
  if (rest.length === 0) {
    target[step] = value;
    return;
  }
  const inner = target[step];
  // What isn't an object stays for the schema to refuse.
  if (inner !== undefined && !isObject(inner)) return;
  const next = inner ?? {};
  target[step] = next;
  assign(next, rest, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
