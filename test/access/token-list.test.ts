import { expect } from 'chai';
import fc from 'fast-check';
import { newToken } from '../../src/access/new-token.ts';
import { TokenList, digestOf, tokenLine } from '../../src/access/token-list.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { systemRandom } from '../../src/base/system/random.ts';

const refusal = (text: string): string => {
  try {
    TokenList.parse(text, 'tokens');
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a list of tokens', () => {
  it('tells whose a token is and what it allows, and nothing of any other', () => {
    const text = `# who may come in\n\n${tokenLine('shop', 'write', 'one')}  ${tokenLine('grafana', 'read', 'two')}`;
    const list = TokenList.parse(text, 'tokens');
    expect(list.size).to.equal(2);
    expect(list.grantOf('one')).to.deep.equal({ name: 'shop', role: 'write', digest: digestOf('one') });
    expect(list.grantOf('two')).to.include({ name: 'grafana', role: 'read' });
    for (const other of ['', 'One', 'one ', digestOf('one'), 'shop'])
      expect(list.grantOf(other)).to.equal(undefined);
  });

  it('has the hash that sha256sum prints', () => {
    expect(digestOf('password')).to.equal('5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8');
  });

  it('takes several tokens of one name, for the time in which one is exchanged', () => {
    const list = TokenList.parse(
      tokenLine('shop', 'write', 'old') + tokenLine('shop', 'write', 'new'),
      'tokens',
    );
    expect([list.grantOf('old')?.name, list.grantOf('new')?.name]).to.deep.equal(['shop', 'shop']);
  });

  it('names the line that is wrong, and never shows what may be a token', () => {
    const digest = digestOf('one');
    for (const [line, words] of [
      [`shop write ${digest} more`, 'with nothing behind'],
      [`sh/op write ${digest}`, 'the name is none'],
      [`${'n'.repeat(65)} write ${digest}`, 'the name is none'],
      [`shop admin ${digest}`, 'read or write'],
      ['shop write starling_secret', 'not the token'],
      [`shop write ${digest.toUpperCase()}`, 'lower-case'],
      [`other read ${digestOf('first')}`, 'as that of first'],
    ] as const) {
      const message = refusal(`${tokenLine('first', 'read', 'first')}${line}`);
      expect(message, line).to.match(/^tokens:2: /);
      expect(message, line).to.include(words);
      expect(message).to.not.include('starling_secret');
    }
    expect(refusal('# nobody\n')).to.include('there is no token in it');
    const many = Array.from({ length: LIMITS.tokens + 1 }, (_, n) =>
      tokenLine('many', 'read', `token ${n}`),
    ).join('');
    expect(refusal(many)).to.include(`more than ${LIMITS.tokens} tokens`);
  });

  it('reads any text to the end, or says what is wrong with it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(refusal(text)).to.match(/^none$|^tokens(:\d+)?: /);
      }),
    );
  });

  it('has no line for a name that would break it', () => {
    for (const name of ['', 'a b', 'a\nb', '#', 'n'.repeat(65)])
      expect(() => tokenLine(name, 'read', 't')).to.throw('is no name for a token');
  });
});

describe('a new token', () => {
  it('is another each time, long, and known by its prefix', () => {
    const tokens = Array.from({ length: 100 }, () => newToken(systemRandom));
    expect(new Set(tokens).size).to.equal(100);
    for (const token of tokens) expect(token).to.match(/^starling_[\w-]{43}$/);
  });
});
