import { expect } from 'chai';
import type { StarlingNode } from '../../src/index.ts';
import type { ConfigurationInput } from '../../src/node/configuration.ts';
import { type Family, familiesOf, samplesOf } from '../telemetry/exposition.ts';
import { disagreements, documentedMetrics } from '../telemetry/metrics-document.ts';
import { until } from '../until.ts';
import { StartedNodes } from './started-nodes.ts';

const WITHIN_MS = 30_000;

/** On the machine's own network and disks. */
describe('the metrics of a node', function () {
  this.timeout('60s');

  let nodes: StartedNodes;

  beforeEach(async () => {
    nodes = await StartedNodes.of('metered');
  });

  afterEach(() => nodes.end());

  const start = (input: ConfigurationInput) =>
    nodes.start({ adminPort: 0, repair: { intervalMs: 200 }, ...input });

  const textOf = async (node: StarlingNode) => (await fetch(`http://${node.adminAddress}/metrics`)).text();
  const sampleOf = async (node: StarlingNode, sample: string) =>
    samplesOf(await textOf(node)).get(`starling_${sample}`);
  const eventually = (isTrue: () => Promise<boolean>) => until(isTrue, WITHIN_MS);

  it('are those of docs/metrics.md', async () => {
    const one = await start({ found: true });
    const other = await start({ bootstrap: [...one.addresses] });
    await eventually(async () => (await sampleOf(other, 'ready')) === 1);
    await one.put('a', 'b');
    await one.get('a', { consistency: 'all' });
    for (const node of [one, other]) {
      const text = await textOf(node);
      expect(disagreements(documentedMetrics(), familiesOf(text))).to.deep.equal([]);
    }
  });

  it('tell of requests, of a newcomer that copies, and of a member that is away and comes to miss something', async () => {
    const one = await start({ found: true });
    await Promise.all(Array.from({ length: 20 }, (_, i) => one.put(`key ${i}`, 'value')));
    const requests = 'requests_total{op="put",consistency="default",outcome="ok"}';
    expect(await sampleOf(one, requests)).to.equal(20);
    expect(await sampleOf(one, 'log_records')).to.equal(20);
    expect(await sampleOf(one, 'log_flush_duration_seconds_count')).to.be.greaterThan(0);

    const other = await start({ bootstrap: [...one.addresses] });
    await eventually(async () => (await sampleOf(other, 'ready')) === 1);
    expect(await sampleOf(other, 'transfer_copied_records_total')).to.equal(20);
    expect(await sampleOf(other, 'transfer_copied_bytes_total')).to.be.greaterThan(20 * 'value'.length);
    expect(await sampleOf(other, 'partitions_owned')).to.equal(16);
    expect(await sampleOf(other, 'partitions_to_copy')).to.equal(0);
    expect(await sampleOf(one, 'peer_connections{direction="inbound"}')).to.be.greaterThan(0);
    expect(await sampleOf(one, 'peer_streams{direction="inbound"}')).to.be.greaterThan(0);
    await eventually(async () => (await sampleOf(one, 'exchanges_total'))! > 0);
    expect(await sampleOf(one, 'exchange_pass_age_seconds')).to.be.within(0, WITHIN_MS / 1000);

    await other.stop();
    await one.put('missed', 'by one', { consistency: 'one' });
    await eventually(async () => (await sampleOf(one, 'hints_records')) === 1);
    expect(await sampleOf(one, 'hints_peers')).to.equal(1);
    expect(await sampleOf(one, 'hints_bytes')).to.be.greaterThan(0);
    await one.put('x', 'y', { consistency: 'all', timeoutMs: 500 }).catch(() => undefined);
    const failures = [...samplesOf(await textOf(one))].filter(
      ([sample, count]) => /^starling_requests_total\{op="put",consistency="all"/.test(sample) && count > 0,
    );
    expect(failures.map(([sample]) => sample).join()).to.match(/outcome="(quorum_failed|timeout)"/);
  });

  it('never have a key, a value, a peer or an address', async () => {
    const node = await start({ found: true });
    await node.put('a key of its own', 'a value of its own');
    const text = await textOf(node);
    expect(text).to.not.match(/of its own|127\.0\.0\.1/);
    expect(text).to.not.include(node.peerId);
  });
});

describe('docs/metrics.md and a node', () => {
  const shown = new Map<string, Family>([
    ['starling_a_total', { type: 'counter', help: 'All of a.', labels: ['op'] }],
    ['starling_b', { type: 'gauge', help: 'A level.', labels: [] }],
  ]);
  const page = (...rows: string[]) => documentedMetrics(rows.join('\n'));
  const a = '| `starling_a_total` | counter | `op` | All of a. |';
  const b = '| `starling_b`       | gauge   |      | A level.  |';

  it('agree where all of it is the same', () => {
    expect(disagreements(page(a, b), shown)).to.deep.equal([]);
  });

  it('disagree where one has what the other has not, or otherwise', () => {
    const wrong = (...rows: string[]) => disagreements(page(...rows), shown).join();
    expect(wrong(a)).to.equal("starling_b isn't documented");
    expect(wrong(a, b, b.replace('_b`', '_c`'))).to.equal('starling_c is documented and not shown');
    expect(wrong(a.replace('| counter', '| gauge'), b)).to.include('starling_a_total is');
    expect(wrong(a.replace('`op`', ''), b)).to.include('starling_a_total is');
    expect(wrong(a, b.replace('level', 'flood'))).to.include('starling_b is');
  });
});
