const PLAIN = /^[\w@%+=:,./-]+$/;

/** The text as one word of a command line, to be pasted into a shell. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A whole command line. */
export function commandLine(...words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}
