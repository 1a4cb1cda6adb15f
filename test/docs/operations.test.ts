import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELOADED_OPTIONS } from '../../src/node/reload.ts';

const FOLDER = join(import.meta.dirname, '../../docs');
const TEXT = readFileSync(join(FOLDER, 'operations.md'), 'utf8');

describe('docs/operations.md', () => {
  it('links to what there is', () => {
    const links = [...TEXT.matchAll(/\]\((?<path>[^)#]+)/g)].map(({ groups }) => groups!['path']!);
    expect(links.length).to.be.greaterThan(5);
    expect(links.filter((path) => !existsSync(join(FOLDER, path)))).to.deep.equal([]);
  });

  it('names every option that is in force at once after SIGHUP', () => {
    for (const option of RELOADED_OPTIONS)
      expect(TEXT).to.include(option === 'log.level' ? 'level of the log' : `\`${option}\``);
  });
});
