import { expect } from 'chai';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenLine } from '../../src/access/token-list.ts';
import { Tokens } from '../../test/server/tokens.ts';
import type { Bench, Check } from './bench.ts';
import type { Language } from './language.ts';

const TOKEN = 'of whoever follows the README';
/** What the README names, which stands for the reader's own. */
const CLUSTER = '"127.0.0.1:7400", "127.0.0.1:7401"';
const OVER_TLS = '"10.0.0.7:7400"';

/** @param change what a test of this makes wrong with the README */
export function readmeCheck(language: Language, change = (readme: string) => readme): Check {
  const path = join(import.meta.dirname, '..', language.name, 'README.md');
  return {
    name: 'does what its README shows, over TLS as well',
    run: (bench) => follow(language, bench, change(readFileSync(path, 'utf8'))),
  };
}

/**
 * Does what the README of a client shows: its first code against the real cluster, its second against a peer that asks for TLS, a certificate and a
 * token. @throws Error where the code can't be built, fails, or leaves something else in the cluster than the README says
 */
async function follow(language: Language, bench: Bench, readme: string): Promise<void> {
  const [plain, overTls] = codeIn(readme, language.name);
  const cluster = await bench.cluster();
  const peer = await bench.tlsStub('IP:127.0.0.1', {
    clientCa: bench.authority.ca,
    access: new Tokens(tokenLine('reader', 'read', TOKEN)),
  });
  const folder = mkdtempSync(join(tmpdir(), 'starling-readme-'));
  try {
    const own = bench.authority.issue('DNS:app');
    copyFileSync(bench.authority.ca, join(folder, 'ca.crt'));
    copyFileSync(own.cert, join(folder, 'me.crt'));
    copyFileSync(own.key, join(folder, 'me.key'));
    const addresses = cluster.addresses.map((address) => JSON.stringify(address)).join(', ');
    const said = await language.runReadme!(
      [replaced(plain, CLUSTER, addresses), replaced(overTls, OVER_TLS, JSON.stringify(peer.address))],
      { cwd: folder, env: { STARLING_TOKEN: TOKEN } },
    );
    expect(said).to.include('hello');
    expect((await cluster.reference.get('greeting')).value).to.equal('hello');
    const session = await cluster.reference.get('session:4711');
    expect(session.value).to.equal('alice');
    expect(session.expiresAtMs! - Date.now(), 'half an hour').to.be.within(20 * 60_000, 40 * 60_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function codeIn(readme: string, language: string): [string, string] {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, name]) => name === language);
  expect(blocks, `code in ${language}`).to.have.length(2);
  return blocks.map(([, , code]) => code!) as [string, string];
}

function replaced(code: string, what: string, by: string): string {
  expect(code, 'addresses').to.include(what);
  return code.replace(what, by);
}
