import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { vectorFiles } from '../../clients/vectors/make.ts';

describe('the vectors for clients', () => {
  for (const [name, content] of vectorFiles()) {
    it(`in ${name} are what this code computes (npm run generate:vectors)`, () => {
      const published = readFileSync(new URL(`../../clients/vectors/${name}`, import.meta.url), 'utf8');
      expect(JSON.parse(published)).to.deep.equal(JSON.parse(content));
    });
  }
});
