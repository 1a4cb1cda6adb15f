import { ROOT_CONTEXT, type Span, context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect } from 'chai';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import type { StarlingNode } from '../../src/index.ts';
import { RemoteReplica } from '../../src/replication/remote-replica.ts';
import type { ReplicaWrite } from '../../src/replication/replica.ts';
import { replaceMethod } from '../replace-method.ts';
import { until } from '../until.ts';
import { StartedNodes } from './started-nodes.ts';
import { Collector } from './tracing/collector.ts';
import { type ExpectedRequest, problemsOf } from './tracing/trace-tree.ts';

const PUT: ExpectedRequest = {
  operation: 'put',
  owners: new Array<ExpectedRequest['owners'][0]>(3).fill({ asked: 'write', disk: 'log flush' }),
};
const GET: ExpectedRequest = {
  operation: 'get',
  owners: [
    { asked: 'read', disk: 'log read' },
    { asked: 'readVersion', disk: undefined },
    { asked: 'readVersion', disk: undefined },
  ],
};

/** Three peers, a client in a program that records its own spans, and a collector, all on loopback. */
describe('tracing', function () {
  this.timeout('60s');

  let collector: Collector;
  let nodes: StartedNodes;
  let stopNodes: () => Promise<unknown>;
  let client: StarlingClient;
  let program: TracerProvider;

  before(async () => {
    collector = await Collector.start();
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    program = new TracerProvider({
      resource: resourceFromAttributes({ 'service.instance.id': 'the program' }),
      spanProcessors: [
        new SimpleSpanProcessor({
          exporter: new OTLPTraceExporter({ url: `${collector.endpoint}/v1/traces` }),
        }),
      ],
    });
    trace.setGlobalTracerProvider(program);
    nodes = await StartedNodes.of('traced');
    const otel = { enabled: true, endpoint: collector.endpoint };
    const first = await nodes.start({ found: true, otel });
    const others = [
      await nodes.start({ bootstrap: [...first.addresses], otel }),
      await nodes.start({ bootstrap: [...first.addresses], otel }),
    ];
    const started = [first, ...others];
    stopNodes = () => Promise.all(started.map((node) => node.stop()));
    const isWhole = (node: StarlingNode) =>
      node.topology().width === started.length &&
      node.topology().members.filter(({ intent }) => intent === 'active').length === started.length;
    await until(() => started.every(isWhole), 30_000);
    client = await connect({ addresses: [first.clientAddress] });
    await client.put('before', 'any trace');
  });

  after(async () => {
    await client.close();
    await nodes.end();
    await program.shutdown();
    await collector.stop();
    trace.disable();
    context.disable();
  });

  /** Does this in a span of the program's own. */
  async function traced(run: () => Promise<unknown>): Promise<Span> {
    const span = trace.getTracer('test').startSpan('root', {}, ROOT_CONTEXT);
    await context.with(trace.setSpan(ROOT_CONTEXT, span), run);
    span.end();
    return span;
  }

  const problems = (span: Span, expected: ExpectedRequest) =>
    problemsOf(collector.spans, span.spanContext(), expected);

  it('follows a put of a client through its coordinator and every owner to their disks', async () => {
    const span = await traced(() => client.put('a secret key', 'a secret value'));
    await until(() => problems(span, PUT).length === 0).catch(() => undefined);
    expect(problems(span, PUT)).to.deep.equal([]);
  });

  it('follows a get, whose record one owner reads', async () => {
    const span = await traced(() => client.get('a secret key', { consistency: 'all' }));
    await until(() => problems(span, GET).length === 0).catch(() => undefined);
    expect(problems(span, GET)).to.deep.equal([]);
  });

  it('tells of a request what it was and how it ended', async () => {
    const span = await traced(() => client.getMany(['before', 'a secret key']));
    const { traceId } = span.spanContext();
    const coordinated = () =>
      collector.spans.filter(
        (one) => one.traceId === traceId && one.role === 'server' && one.name === 'getMany',
      );
    await until(() => coordinated().length > 0);
    expect(coordinated()[0]!.attributes).to.deep.include({
      'starling.operation': 'getMany',
      'starling.consistency': 'default',
      'starling.outcome': 'ok',
    });
  });

  it('tells nobody a key or a value', () => {
    expect(collector.bodies).to.not.have.length(0);
    expect(collector.bodies.filter((body) => body.includes('a secret'))).to.deep.equal([]);
  });

  it('notices where a trace is not passed on, or another is: planted', async () => {
    const planting = async (spoil: (request: ReplicaWrite) => ReplicaWrite): Promise<Span> => {
      const restore = replaceMethod(
        RemoteReplica.prototype,
        'write',
        (write) =>
          function (this: RemoteReplica, request, ...others) {
            write.call(this, spoil(request), ...others);
          },
      );
      try {
        return await traced(() => client.put('k', 'v', { consistency: 'all' }));
      } finally {
        restore();
      }
    };
    const lost = await planting((request) => ({ ...request, trace: undefined }));
    const changed = await planting(({ trace: given, ...request }) => ({
      ...request,
      trace: given && { ...given, spanId: '1'.repeat(16) },
    }));
    // Stopping, they send everything: what is missing then has never been.
    await client.close();
    await stopNodes();
    await program.forceFlush();
    const missing = [PUT.owners[1], PUT.owners[2]].map(() => 'missing: write, then log flush');
    const unserved = ['unexpected: ask write served 0 times', 'unexpected: ask write served 0 times'];
    expect(problems(lost, PUT)).to.deep.equal([...missing, ...unserved]);
    expect(problems(changed, PUT)).to.deep.equal([
      'orphan: serve write',
      'orphan: serve write',
      ...missing,
      ...unserved,
    ]);
    // Whoever began none is not traced.
    const roots = collector.spans.filter(({ parentSpanId }) => parentSpanId === '');
    expect(new Set(roots.map(({ instance }) => instance))).to.deep.equal(new Set(['the program']));
  });
});
