import { expect } from 'chai';
import type { HistoryReport, RingReport, Snapshot } from '../../src/admin/snapshot.ts';
import type { StarlingNode } from '../../src/index.ts';
import { until } from '../until.ts';
import { StartedNodes } from './started-nodes.ts';

const WITHIN_MS = 30_000;

/** On the machine's own network and disks. */
describe('what a node has for its dashboard', function () {
  this.timeout('60s');

  let nodes: StartedNodes;
  let one: StarlingNode;
  let other: StarlingNode;

  before(async () => {
    nodes = await StartedNodes.of('watched');
    one = await nodes.start({ found: true, zone: 'north' });
    other = await nodes.start({ bootstrap: [...one.addresses], zone: 'south', weight: 200 });
    await until(() => one.isActive && other.isActive && one.topology().width === 2, WITHIN_MS);
  });

  after(() => nodes.end());

  const get = (path: string) => fetch(`http://${one.adminAddress}${path}`);
  const json = async <Content>(path: string) => (await (await get(path)).json()) as Content;
  const ask = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`http://${one.adminAddress}/api/explain`, { method: 'POST', headers, body });

  it('is how it is itself, and what the other members say of themselves', async () => {
    await one.put('wren', 'sings', { consistency: 'all' });
    let status = await json<Snapshot>('/api/status');
    let warnings: readonly unknown[] = [];
    await until(async () => {
      status = await json<Snapshot>('/api/status');
      ({ warnings } = one.status());
      // A machine with much else to do may be late with probes at first.
      const isWell = status.members.every(
        ({ itself, liveness }) => itself?.healthMultiplier === 1 && liveness === 'alive',
      );
      return isWell && status.warnings.length === warnings.length;
    }, WITHIN_MS);
    expect(status).to.include({ peer: one.peerId, cluster: 'watched', unreadiness: null });
    expect(status.ring).to.include({ id: one.topology().ringId, partitions: 16, width: 2, writeQuorum: 2 });
    const neighbour = status.members.find(({ peer }) => peer === other.peerId);
    expect(neighbour).to.include({ liveness: 'alive', intent: 'active', zone: 'south', weight: 200 });
    expect(neighbour?.itself).to.include({
      healthMultiplier: 1,
      complete: 16,
      version: one.status().version,
    });
    expect(status.warnings).to.deep.equal(warnings);
    expect(status.storage).to.include({ records: 1, refusal: null });
    expect(status.process.residentBytes).to.be.greaterThan(1 << 20);
    expect(status.custody).to.deep.include({ owned: 16, complete: 16, waiting: [] });
  });

  it('is the ring as its topology has it', async () => {
    const { members, owners, ringId } = one.topology();
    expect(await json<RingReport>('/api/ring')).to.deep.equal({
      id: ringId,
      partitions: 16,
      width: 2,
      peers: members.map(({ peer }) => peer),
      owners,
      copying: [],
    });
  });

  it('is how busy it was', async () => {
    await until(async () => (await json<HistoryReport>('/api/history')).samples.length > 0, WITHIN_MS);
    const { samples } = await json<HistoryReport>('/api/history');
    expect(samples[0]!.busy).to.be.within(0, 1);
    expect(Object.keys(samples[0]!.operations)).to.deep.equal(['put', 'get', 'delete', 'scan']);
    expect((await json<Snapshot>('/api/status')).load).to.not.equal(null);
  });

  it('is told again and again to who listens', async () => {
    const { body, headers } = await get('/api/events');
    expect(headers.get('content-type')).to.equal('text/event-stream; charset=utf-8');
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (heard.split('\n\n').length < 4) heard += (await reader.read()).value ?? '';
    const [first = ''] = heard.split('\n\n');
    expect(first).to.match(/^event: snapshot\ndata: /);
    expect(JSON.parse(first.slice(first.indexOf('{')))).to.have.property('peer', one.peerId);
    await reader.cancel();
  });

  it('is what each owner has of a key, and never its value', async () => {
    await one.put('robin', 'a value of its own', { consistency: 'all' });
    const answer = await ask(JSON.stringify({ key: 'robin' }));
    expect(answer.status).to.equal(200);
    const text = await answer.text();
    expect(text).to.not.include('of its own');
    const { verdict, members } = JSON.parse(text) as { verdict: string; members: { peer: string }[] };
    expect(verdict).to.equal('Both owners have the same version.');
    expect(members.map(({ peer }) => peer)).to.have.members([one.peerId, other.peerId]);
  });

  it('is refused to a key that can not be, and to what is no question', async () => {
    expect((await ask(JSON.stringify({ key: '' }))).status).to.equal(400);
    expect((await ask(JSON.stringify({ key: 'x'.repeat(2000) }))).status).to.equal(400);
    expect((await ask('{')).status).to.equal(400);
    expect((await ask(JSON.stringify({ key: 'x'.repeat(9000) }))).status).to.equal(413);
    expect((await ask('{"key":"wren"}', { 'content-type': 'text/plain' })).status).to.equal(415);
    expect((await get('/api/explain')).headers.get('allow')).to.equal('POST');
  });

  it('is a page that may load and run what this peer has, and nothing else', async () => {
    const page = await get('/');
    const text = await page.text();
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(text).to.not.match(/https?:|<style|<script(?! type="module" src=)| on[a-z]+=/);
    for (const [, file = ''] of text.matchAll(/(?:src|href)="(dashboard\/[^"]+)"/g)) {
      const { status, headers } = await get(`/${file}`);
      expect(status, file).to.equal(200);
      expect(headers.get('x-content-type-options'), file).to.equal('nosniff');
      expect(headers.get('content-security-policy'), file)
        .to.include("default-src 'none'")
        .and.include("script-src 'self'")
        .and.include("require-trusted-types-for 'script'")
        .and.not.include('unsafe');
    }
    expect((await get('/dashboard/../../../../package.json')).status).to.equal(404);
    expect((await get('/dashboard/')).status).to.equal(404);
    expect((await get('/api/status')).headers.get('content-security-policy')).to.not.include('self');
  });
});
