import { expect } from 'chai';
import { LIMITS } from '../../../src/base/limits.ts';
import { type StarlingClient, connect } from '../../../src/client/index.ts';
import type { StarlingNode } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { StartedNodes } from '../started-nodes.ts';
import { type CollectedSpan, Collector } from './collector.ts';

const ITEMS = LIMITS.tracedBatchItems + 4;
const CLIENTS_SPAN = '00f067aa0ba902b7';

/** A peer that begins a trace for every request that comes without one, in a program that records nothing itself. */
describe('a peer that begins traces', function () {
  this.timeout('30s');

  let collector: Collector;
  let nodes: StartedNodes;
  let node: StarlingNode;
  const clients: StarlingClient[] = [];

  beforeEach(async () => {
    collector = await Collector.start();
    nodes = await StartedNodes.of('choosing');
    node = await nodes.start({
      found: true,
      otel: { enabled: true, endpoint: collector.endpoint, ratio: 1 },
    });
  });

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await nodes.end();
    await collector.stop();
  });

  async function clientOf(traceparent?: string): Promise<StarlingClient> {
    const client = await connect({
      addresses: [node.clientAddress],
      ...(traceparent === undefined ? {} : { traceparent }),
    });
    clients.push(client);
    return client;
  }

  /** What was recorded under this name, all of it: a peer that has stopped has sent everything. */
  async function recorded(name: string): Promise<CollectedSpan[]> {
    await node.stop();
    return collector.spans.filter((span) => span.name === name);
  }

  it('goes on with those of clients, and leaves alone what a client says is not sampled', async () => {
    await (await clientOf()).put('k', 'begun here');
    await (await clientOf(`00-${'1'.repeat(32)}-${CLIENTS_SPAN}-01`)).put('k', 'begun by a client');
    await (await clientOf(`00-${'2'.repeat(32)}-${CLIENTS_SPAN}-00`)).put('k', 'not sampled');
    const puts = await recorded('put');
    const own = puts.filter(({ parentSpanId }) => parentSpanId === '');
    const others = puts.filter(({ parentSpanId }) => parentSpanId !== '');
    expect(own).to.have.length(1);
    expect(others.map(({ traceId, parentSpanId }) => [traceId, parentSpanId])).to.deep.equal([
      ['1'.repeat(32), CLIENTS_SPAN],
    ]);
    // Nor anywhere below: the same number of writes and of flushes as of puts.
    for (const name of ['ask write', 'log flush'])
      expect(collector.spans.filter((span) => span.name === name)).to.have.length(2);
  });

  it('records of a batch the first sixteen items', async () => {
    expect(LIMITS.tracedBatchItems).to.equal(16);
    const client = await clientOf();
    const keys = Array.from({ length: ITEMS }, (_, n) => `key ${n}`);
    await client.putMany(keys.map((key) => ({ key, value: 'v' })));
    await client.getMany(keys);
    await until(() => collector.spans.some(({ name }) => name === 'getMany'));
    const put = await recorded('putMany');
    const below = (name: string, parent: CollectedSpan) =>
      collector.spans.filter((span) => span.name === name && span.parentSpanId === parent.spanId);
    const get = collector.spans.filter(({ name }) => name === 'getMany');
    for (const [batch, asked] of [
      [put, 'ask write'],
      [get, 'ask read'],
    ] as const) {
      expect(batch).to.have.length(1);
      expect(Number(batch[0]!.attributes['starling.keys'])).to.equal(ITEMS);
      expect(below(asked, batch[0]!), asked).to.have.length(LIMITS.tracedBatchItems);
    }
  });
});
