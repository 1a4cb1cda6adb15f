import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaText } from '../../../src/node/configuration/json-schema.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

describe('the JSON Schema of a configuration', () => {
  it('is the one in the repository', () => {
    const file = readFileSync(path.join(ROOT, 'network.schema.json'), 'utf8');
    expect(file, 'write it anew: starling config schema > network.schema.json').to.equal(schemaText());
  });

  it('describes every option, allows comments, and refuses what it does not know', () => {
    const { properties, patternProperties, additionalProperties } = JSON.parse(schemaText()) as {
      properties: Record<string, { description?: string; properties?: object; patternProperties?: object }>;
      patternProperties: object;
      additionalProperties: boolean;
    };
    expect(patternProperties).to.have.property('^\\$');
    expect(additionalProperties).to.equal(false);
    expect(properties['cluster']?.patternProperties).to.have.property('^\\$');
    expect(properties['weight']?.description).to.include('Share of the data');
  });
});
