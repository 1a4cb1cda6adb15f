/**
 * Finds the line of every key and element of a JSON text, so that a complaint about a configuration can name it.
 * `JSON.parse` gives the values; this gives the places.
 */

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** What encloses the current token: an object at one of its keys, or an array at one of its elements. */
interface Enclosure {
  readonly isArray: boolean;
  at: string | number;
}

export interface JsonLines {
  /** Line (from 1) of each path as `pathText` writes it; of a key that occurs twice, the last. */
  readonly lines: ReadonlyMap<string, number>;
  /** Keys that occur more than once in an object, of which `JSON.parse` silently takes the last. */
  readonly repeated: readonly string[];
}

/** @param text valid JSON */
export function linesOf(text: string): JsonLines {
  const lines = new Map<string, number>([['', 1]]);
  const repeated: string[] = [];
  const enclosures: Enclosure[] = [];
  let line = 1;
  let scanned = 0;
  let expectsKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    line += newlinesIn(text, scanned, index);
    scanned = index;
    const inner = enclosures.at(-1);
    const note = (): void => {
      const path = pathText(enclosures.map(({ at }) => at));
      if (lines.has(path)) repeated.push(path);
      lines.set(path, line);
    };
    if (token === '}' || token === ']') {
      enclosures.pop();
      expectsKey = false;
    } else if (token === ',') {
      if (typeof inner?.at === 'number') inner.at++;
      expectsKey = inner?.isArray === false;
    } else if (token === ':') {
      expectsKey = false;
    } else if (expectsKey && inner) {
      inner.at = JSON.parse(token) as string;
      note();
    } else {
      if (inner?.isArray) note();
      if (token === '{' || token === '[')
        enclosures.push({ isArray: token === '[', at: token === '[' ? 0 : '' });
      expectsKey = token === '{';
    }
  }
  return { lines, repeated };
}

/** `cluster.replicas`, `bootstrap[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, depth) => {
      if (typeof step === 'number') return `[${step}]`;
      return depth === 0 ? String(step) : `.${String(step)}`;
    })
    .join('');
}

/** Line (from 1) of a syntax error that `JSON.parse` reported; the last line where it names no position. */
export function lineOfSyntaxError(text: string, error: SyntaxError): number {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return 1 + newlinesIn(text, 0, position === undefined ? text.trimEnd().length : Number(position));
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
