import { expect } from 'chai';
import { TokenList, tokenLine } from '../../src/access/token-list.ts';
import { AccessControl } from '../../src/node/access-control.ts';
import { CONFIDENCE, type SmallServer, startSmallServer } from './small-server.ts';

const access = new AccessControl({
  tokens: TokenList.parse(tokenLine('grafana', 'read', 'let-me-in'), 'tokens'),
  secrets: ['s'],
  clusterId: () => 'flock',
  clusterTimeMs: () => 0,
});

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

describe('an admin port with tokens', () => {
  let small: SmallServer;

  before(async () => {
    small = await startSmallServer({}, {}, access);
  });

  after(() => small.server.stop());

  const ask = (page: string, authorization?: string, { headers = {}, ...init }: Init = {}) =>
    fetch(`http://${small.server.address}${page}`, {
      ...init,
      headers: authorization === undefined ? headers : { ...headers, authorization },
    });

  it('tells nothing to who shows none, or one that it does not know, and says what it wants', async () => {
    const json = { 'content-type': 'application/json' };
    const form = { method: 'POST', body: '{"key":"a"}', headers: json };
    for (const authorization of [
      undefined,
      'Bearer wrong',
      'Bearer',
      'Basic let-me-in',
      `Bearer ${'x'.repeat(300)}`,
    ]) {
      for (const answer of [
        await ask('/api/members', authorization),
        await ask('/api/events', authorization),
        await ask('/api/explain', authorization, form),
        await ask('/API/members', authorization),
        await ask('/dashboard/../api/members', authorization),
        await ask('/no/such/page', authorization),
      ]) {
        expect(answer.status, `${answer.url} ${authorization}`).to.equal(401);
        expect(answer.headers.get('www-authenticate')).to.equal('Bearer realm="starling"');
        expect(await answer.text())
          .to.not.include(CONFIDENCE)
          .and.not.include('let-me-in');
      }
    }
  });

  it('tells everything to who shows one of its own', async () => {
    expect(await (await ask('/api/members', 'Bearer let-me-in')).json()).to.equal(CONFIDENCE);
    expect((await ask('/api/members', 'bearer let-me-in')).status).to.equal(200);
    const form = { method: 'POST', body: '{"key":"a"}', headers: { 'content-type': 'application/json' } };
    expect((await ask('/api/explain', 'Bearer let-me-in', form)).status).to.equal(200);
  });

  it('tells everybody whether its peer is well, and nothing else', async () => {
    expect((await ask('/healthz')).status).to.equal(200);
  });
});
