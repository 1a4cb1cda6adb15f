import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { type StarlingNode, configurationOf, startNode } from '../../src/index.ts';
import { prometheusObstacle } from '../telemetry/promtool.ts';
import { until } from '../until.ts';
import { queriesOf, readDashboard } from './dashboard.ts';
import { PrometheusServer } from './prometheus-server.ts';

const WITHIN_MS = 30_000;

/** A real node, and a real Prometheus with the configuration of ops/prometheus. */
describe('Prometheus', function () {
  this.timeout('90s');

  let folder: string;
  let node: StarlingNode;
  let prometheus: PrometheusServer | undefined;

  before(async function () {
    const obstacle = prometheusObstacle('prometheus');
    if (obstacle !== undefined) {
      if (process.env['CI']) throw new Error(obstacle);
      console.log(`    skipped: ${obstacle}`);
      this.skip();
    }
    folder = await mkdtemp(path.join(tmpdir(), 'starling-scraped-'));
    node = await startNode(
      configurationOf({
        cluster: { name: 'scraped', partitions: 16 },
        found: true,
        dataDirectory: folder,
        clientPort: 0,
        adminPort: 0,
        log: { level: 'silent' },
      }),
    );
    await node.put('a', 'b');
    prometheus = await PrometheusServer.start([node.adminAddress ?? '']);
  });

  after(async () => {
    await prometheus?.stop();
    if (prometheus === undefined) return;
    await node.stop();
    await rm(folder, { recursive: true });
  });

  const valueOf = (query: string) => prometheus!.value(query);

  it('scrapes a node, and knows what it did', async () => {
    await until(async () => (await valueOf('up{job="starling"}')) === 1, WITHIN_MS);
    expect(await valueOf('starling_requests_total{op="put", outcome="ok", consistency="default"}')).to.equal(
      1,
    );
    expect(await valueOf('starling_request_duration_seconds_count{op="put"}')).to.equal(1);
    expect(await valueOf('scrape_samples_scraped')).to.be.within(100, 1000);
    await node.put('c', 'd');
    await until(async () => (await valueOf('sum(starling_requests_total{op="put"})')) === 2, WITHIN_MS);
  });

  it('answers every question of the dashboard, and refuses one that is none', async () => {
    for (const query of queriesOf(readDashboard())) await valueOf(query);
    const refusal: unknown = await valueOf('sum(starling_ready').catch((error: unknown) => error);
    expect(String(refusal)).to.include('parse error');
  });

  it('has loaded the alerts, and notices that the node has gone', async () => {
    await until(async () => (await valueOf('up{job="starling"}')) === 1, WITHIN_MS);
    await until(async () => (await valueOf('ALERTS{alertname="StarlingPeerDown"}')) === undefined, WITHIN_MS);
    await node.stop();
    await until(async () => (await valueOf('up{job="starling"}')) === 0, WITHIN_MS);
    const pending = 'ALERTS{alertname="StarlingPeerDown", alertstate="pending"}';
    await until(async () => (await valueOf(pending)) === 1, WITHIN_MS);
  });
});
