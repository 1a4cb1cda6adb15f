import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { runStarling } from '../cli/test-terminal.ts';
import { Collector } from '../node/tracing/collector.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const traceparentOf = (traceId: string, flags: string) => `00-${traceId}-${CALLER}-${flags}`;

describe('a command in a trace', function () {
  this.timeout('60s');

  let folder: string;
  let collector: Collector;
  let peer: SpawnedPeer;
  let address: string;

  beforeEach('start a peer to which everything is slow', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-traced-'));
    collector = await Collector.start();
    peer = new SpawnedPeer(
      ['--found', '--data', folder, '--json', '--otel', '--otel-endpoint', collector.endpoint],
      { STARLING_LOG_SLOW_REQUEST_MS: '1' },
    );
    ({ clientAddress: address } = await peer.ready());
  });

  afterEach(async () => {
    await peer.kill();
    await collector.stop();
    await rm(folder, { recursive: true });
  });

  async function importUnder(traceparent: string, keys: number): Promise<void> {
    const input = Array.from({ length: keys }, (_, n) => `{"key":"key ${n}","value":"v"}\n`).join('');
    const env = { TRACEPARENT: traceparent };
    const ran = await runStarling(['import', '-', '--format', 'ndjson', '--address', address], {
      input,
      env,
    });
    expect(ran, ran.err).to.include({ exitCode: 0 });
  }

  /** What the log says of requests that took long. */
  function slowRequests(): Record<string, unknown>[] {
    const lines = peer.output.split('\n').filter((line) => line.startsWith('{'));
    return lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => String(msg).startsWith('a request was slow'));
  }

  it('is gone on with by the peer, whose log says which trace a slow request belongs to', async () => {
    // Of a batch that is no longer than this every item belongs to the trace, and so does what the log says of a few of them.
    while (slowRequests().length === 0)
      await importUnder(traceparentOf(TRACE, '01'), LIMITS.tracedBatchItems);
    const { span_id: spanId } = slowRequests()[0]!;
    await until(() => collector.spans.some((span) => span.spanId === spanId));
    const batches = collector.spans.filter(({ name }) => name === 'putMany');
    expect(new Set(batches.map(({ traceId, parentSpanId }) => `${traceId} ${parentSpanId}`))).to.deep.equal(
      new Set([`${TRACE} ${CALLER}`]),
    );
    const [slow] = slowRequests();
    expect(slow).to.include({ op: 'put', trace_id: TRACE });
    expect(batches.map(({ spanId }) => spanId)).to.include(slow!['span_id']);
  });

  it('is recorded nowhere where it is not sampled, or no trace at all', async () => {
    await importUnder(traceparentOf(TRACE, '00'), 1000);
    await importUnder('not a traceparent', 1000);
    await until(() => slowRequests().length > 0);
    await peer.stop();
    expect(collector.spans).to.deep.equal([]);
    expect(slowRequests().filter((line) => 'trace_id' in line || 'span_id' in line)).to.deep.equal([]);
  });
});
