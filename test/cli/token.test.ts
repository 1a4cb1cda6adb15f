import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { TokenList } from '../../src/access/token-list.ts';
import { runStarling } from './test-terminal.ts';

describe('starling token', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'starling-token-'));
    file = path.join(folder, 'cluster.tokens');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const make = (...args: string[]) => runStarling(['token', ...args, '--file', file]);

  it('adds a line by which the token that it prints is known, and prints that nowhere else', async () => {
    const shop = await make('shop', '--role', 'write');
    const report = await make('report', '--role', 'read', '--json');
    const { token } = JSON.parse(report.out) as { token: string };
    const text = readFileSync(file, 'utf8');
    const list = TokenList.parse(text, file);
    expect(list.grantOf(shop.out.trim())).to.include({ name: 'shop', role: 'write' });
    expect(list.grantOf(token)).to.include({ name: 'report', role: 'read' });
    expect(text).to.not.include(token);
    expect(shop.err).to.include('shop may write').and.not.include(shop.out.trim());
    expect(statSync(file).mode & 0o777).to.equal(0o600);
  });

  it('refuses a name or a role that is none, and makes nothing then', async () => {
    expect((await make('a b', '--role', 'read')).err).to.include('is no name for a token');
    expect((await make('shop', '--role', 'admin')).exitCode).to.equal(2);
    expect((await make('shop')).exitCode).to.equal(2);
    expect(() => statSync(file)).to.throw('ENOENT');
  });

  it('says where it can not write', async () => {
    file = path.join(folder, 'nowhere', 'tokens');
    expect(await make('shop', '--role', 'read')).to.include({ exitCode: 4, out: '' });
  });
});
