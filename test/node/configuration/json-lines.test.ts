import { expect } from 'chai';
import fc from 'fast-check';
import { lineOfSyntaxError, linesOf, pathText } from '../../../src/node/configuration/json-lines.ts';

/** Every path in a JSON value, in the order in which `JSON.stringify` writes them. */
function pathsIn(value: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])]);
}

describe('places in a JSON text', () => {
  it('names the line of every key and element, whatever is in the strings', () => {
    // Indented, each of them is on a line of its own: the n-th opens on a line that is neither a closing bracket nor an earlier one's.
    const key = fc.constantFrom('a', 'b', '{', '"', ',', ':', ']', '\\', '\n', ' ');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(1, -2.5e3, null, true, '', '{"a":[1,2', 'x\n"y'),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }), (object) => {
        const text = JSON.stringify(object, undefined, 1);
        const { lines, repeated } = linesOf(text);
        expect(repeated).to.deep.equal([]);
        const opening = text
          .split('\n')
          .map((line, index) => ({ line: line.trim(), number: index + 1 }))
          .filter(({ line, number }) => number > 1 && !/^[\]}],?$/.test(line));
        const paths = pathsIn(object);
        expect(opening.length).to.equal(paths.length);
        paths.forEach((path, index) => expect(lines.get(pathText(path))).to.equal(opening[index]?.number));
      }),
    );
  });

  it('tells of a key that is given twice', () => {
    const { repeated } = linesOf('{"a": 1,\n "b": {"a": 2, "c": 3, "c": 4}}');
    expect(repeated).to.deep.equal(['b.c']);
  });

  it('names the line of a syntax error', () => {
    for (const [text, line] of [
      ['{\n"a": 1,\n"b" 2}', 3],
      ['{"a": 1,\n\n}', 3],
      ['{\n"a": [1,\n2', 3],
    ] as const) {
      let error: unknown;
      try {
        JSON.parse(text);
      } catch (thrown) {
        error = thrown;
      }
      expect(lineOfSyntaxError(text, error as SyntaxError), text).to.equal(line);
    }
  });
});
