import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { commandLine, shellWord } from '../../src/cli/shell-word.ts';

describe('a word of a command line', () => {
  it('is left as it is where it is plain', () => {
    expect(commandLine('starling', 'start', '--config', '/a/b-1.json')).to.equal(
      'starling start --config /a/b-1.json',
    );
  });

  it('comes out of a shell as it went in', () => {
    const words = fc.array(
      fc.string({ minLength: 1 }).filter((text) => !text.includes('\0')),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(words, (texts) => {
        const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${texts.map(shellWord).join(' ')}`], {
          encoding: 'utf8',
        });
        expect(printed.split('\0').slice(0, -1)).to.deep.equal(texts);
      }),
      { numRuns: 20 },
    );
  });
});
