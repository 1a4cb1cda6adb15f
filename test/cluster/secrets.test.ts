import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { tokenLine } from '../../src/access/token-list.ts';
import { connect } from '../../src/client/connect.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const MARKS = {
  secret: 'mark-of-the-secret',
  key: 'mark-of-the-key',
  value: 'mark-of-the-value',
  token: 'mark-of-the-token',
  wrongToken: 'mark-of-the-wrong-token',
};

/** Which of the marks are in the text. */
const marksIn = (text: string) => Object.values(MARKS).filter((mark) => text.includes(mark));

describe('what a peer tells of itself, at the finest level,', function () {
  this.timeout('60s');

  let folder: string;
  let peer: SpawnedPeer;

  before('start it', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-secrets-'));
    const tokens = path.join(folder, 'tokens');
    await writeFile(tokens, tokenLine('shop', 'write', MARKS.token), { mode: 0o600 });
    const flags = [
      '--found',
      '--tokens',
      tokens,
      '--data',
      path.join(folder, 'data'),
      '--admin-port',
      '0',
      '--log-level',
      'trace',
      '--json',
    ];
    peer = new SpawnedPeer(flags, { STARLING_SECRET: MARKS.secret, STARLING_LOG_SLOW_REQUEST_MS: '1' });
  });

  after(async () => {
    await peer.kill();
    await rm(folder, { recursive: true });
  });

  it('holds no key, no value and no secret: neither its log nor its pages', async () => {
    const { clientAddress, adminAddress } = await peer.ready();
    const stranger = connect({ addresses: [clientAddress], token: MARKS.wrongToken });
    expect(await stranger.catch((error: unknown) => error)).to.include({ code: 'FORBIDDEN' });
    const client = await connect({ addresses: [clientAddress], token: MARKS.token });
    for (let n = 0; n < 50; n++) {
      await client.put(`${MARKS.key} ${n}`, MARKS.value);
      await client.get(`${MARKS.key} ${n}`);
    }
    await client.delete(`${MARKS.key} 0`);
    await client.put('', MARKS.value).catch(() => undefined);
    await client.put(`${MARKS.key}${'k'.repeat(2000)}`, MARKS.value).catch(() => undefined);
    await client.close();
    for (const page of ['metrics', 'api/members', 'api/status', 'api/history']) {
      const url = `http://${adminAddress}/${page}`;
      expect(
        (await fetch(url, { headers: { authorization: `Bearer ${MARKS.wrongToken}` } })).status,
      ).to.equal(401);
      const response = await fetch(url, { headers: { authorization: `Bearer ${MARKS.token}` } });
      const text = await response.text();
      expect(text.length, page).to.be.greaterThan(10);
      expect(marksIn(text), page).to.deep.equal([]);
    }
    expect(peer.output).to.include('refused a client');
    expect(peer.output.length).to.be.greaterThan(500);
    expect(marksIn(peer.output)).to.deep.equal([]);
  });

  it('would be found to', () => {
    expect(marksIn(`put ${MARKS.key} = ${MARKS.value}`)).to.deep.equal([MARKS.key, MARKS.value]);
  });
});
