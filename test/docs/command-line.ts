/** What of a command line has to exist. */
export interface CommandLine {
  /** `config check`, `put`. */
  readonly command: string;
  readonly flags: readonly string[];
}

const STARLING = /\bstarling (?<command>(?:cluster |config (?=check|schema))?[a-z]+)(?<rest>[^`|;&\n]*)/g;
const SCRIPT = /\bnpm (?:run (?<name>[a-z:-]+)|(?<own>start|test))(?: -- (?<rest>[^`|;&#\n]*))?/g;

/** The command lines of Starling in a text, in the order in which they are there. */
export function starlingLines(text: string): CommandLine[] {
  return [...withoutComments(text).matchAll(STARLING)].map(({ groups }) => ({
    command: groups!['command']!,
    flags: flagsIn(groups!['rest']!),
  }));
}

/** Those that run a script of the package; the command is the script's name. */
export function scriptLines(text: string): CommandLine[] {
  return [...text.matchAll(SCRIPT)].map(({ groups }) => ({
    command: groups!['name'] ?? groups!['own']!,
    flags: flagsIn(groups!['rest'] ?? ''),
  }));
}

/** Those of the first that aren't among the others with all of their flags. */
export function notAmong(lines: readonly CommandLine[], others: readonly CommandLine[]): CommandLine[] {
  const isAmong = ({ command, flags }: CommandLine) =>
    others.some((other) => other.command === command && flags.every((flag) => other.flags.includes(flag)));
  return lines.filter((line) => !isAmong(line));
}

/** Of a shell. */
export function withoutComments(text: string): string {
  return text.replaceAll(/ +# .*$/gm, '');
}

function flagsIn(text: string): string[] {
  return text.match(/(?<![^ ])--[a-z-]+/g) ?? [];
}
