import { expect } from 'chai';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';

const token = (text: string) => {
  const { tokenHigh, tokenLow } = keyOf(text);
  return tokenHigh.toString(16).padStart(8, '0') + tokenLow.toString(16).padStart(8, '0');
};

describe('key', () => {
  // From xxhsum -H1 of the xxHash project.
  it('has xxHash64 with seed 0 of its UTF-8 for a token', () => {
    expect(token('a')).to.equal('d24ec4f1a98c6e5b');
    expect(token('abc')).to.equal('44bc2cf5ad770999');
  });

  it('takes names that are special to JavaScript, emoji, and 1024 bytes', () => {
    for (const text of ['__proto__', 'constructor', '\u{1f426}', 'x'.repeat(1024), '\0', ' ']) {
      expect(keyOf(text).text).to.equal(text);
      expect(Buffer.from(keyOf(text).bytes).toString()).to.equal(text);
    }
  });

  it('is refused where it is empty, too long in bytes, or not well-formed', () => {
    for (const text of ['', 'x'.repeat(1025), '\u{1f426}'.repeat(257), 'a\ud800b']) {
      expect(() => keyOf(text))
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    }
  });

  it('belongs to the partition that the top bits of its token name', () => {
    expect(partitionOfToken(0xffffffff, 10)).to.equal(1023);
    expect(partitionOfToken(0x00400000, 10)).to.equal(1);
    expect(partitionOfToken(0xffffffff, 0)).to.equal(0);
  });
});
